using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Decimal numbers as whole counts of steps of 10^-scale: nothing is ever rounded.</summary>
internal static class ExactNumber
{
    // 9,223,372,036,854,775,807
    private const int MostDigits = 19;

    /// <summary>Reads a JSON number. <paramref name="steps"/> is meant only if the answer is <see cref="NumberFit.Exact"/>.</summary>
    public static NumberFit Read(ReadOnlySpan<char> number, int scale, out long steps)
    {
        if (scale == 0 && long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out steps))
        {
            return NumberFit.Exact;
        }

        steps = 0;
        var negative = number.StartsWith("-");
        var exponentAt = number.IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? number : number[..exponentAt];
        mantissa = negative ? mantissa[1..] : mantissa;
        var point = mantissa.IndexOf('.');
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);

        // The number is `significant` times ten to the power of `power`.
        var significant = digits.AsSpan().TrimEnd('0');
        var power = scale + digits.Length - significant.Length - (point < 0 ? 0 : mantissa.Length - point - 1L)
            + (exponentAt < 0 ? 0 : Exponent(number[(exponentAt + 1)..]));
        significant = significant.TrimStart('0');
        if (significant.IsEmpty)
        {
            return NumberFit.Exact;
        }

        if (power < 0)
        {
            return significant.Length + power > MostDigits ? NumberFit.TooLarge : NumberFit.TooFine;
        }

        if (significant.Length + power > MostDigits)
        {
            return NumberFit.TooLarge;
        }

        var count = Int128.Parse(significant, NumberStyles.None, CultureInfo.InvariantCulture);
        for (; power > 0; power--)
        {
            count *= 10;
        }

        count = negative ? -count : count;
        if (count < long.MinValue || count > long.MaxValue)
        {
            return NumberFit.TooLarge;
        }

        steps = (long)count;
        return NumberFit.Exact;
    }

    /// <summary>Reads a number as steps of the smallest scale that holds it; false if the text is no JSON number, or needs more than nine
    /// places or 64 bits.</summary>
    public static bool TryRead(string number, out long steps, out int scale)
    {
        steps = 0;
        for (scale = 0; JsonNumberSpelling.IsGood(number) && scale <= ExactType.LargestScale; scale++)
        {
            switch (Read(number, scale, out steps))
            {
                case NumberFit.Exact:
                    return true;
                case NumberFit.TooLarge:
                    return false;
                default:
                    break;
            }
        }

        return false;
    }

    /// <summary>The number in decimal digits, without zeros that say nothing.</summary>
    public static string ToText(Int128 steps, int scale)
    {
        var digits = Int128.Abs(steps).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var text =
            scale == 0
                ? digits
                : $"{digits.AsSpan(0, digits.Length - scale)}.{digits.AsSpan(digits.Length - scale)}".TrimEnd('0').TrimEnd('.');
        return steps < 0 ? $"-{text}" : text;
    }

    /// <summary>One step as a JSON number: <c>0.01</c> for a scale of 2.</summary>
    public static string Step(int scale) => ToText(1, scale);

    // A number has at most a few hundred digits, so an exponent past this is out of range whatever they are.
    private static long Exponent(ReadOnlySpan<char> digits)
    {
        const long Beyond = 1_000_000;
        return long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            ? Math.Clamp(exponent, -Beyond, Beyond)
            : digits[0] == '-' ? -Beyond : Beyond;
    }
}
