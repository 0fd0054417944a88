using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>Decimal numbers as whole counts of steps of 10^-scale: nothing is ever rounded.</summary>
internal static class ExactNumber
{
    /// <summary>Reads a JSON number. <paramref name="steps"/> is meant only if the answer is <see cref="NumberFit.Exact"/>.</summary>
    public static NumberFit Read(ReadOnlySpan<char> number, int scale, out long steps) => Read<char>(number, scale, out steps);

    /// <summary>The same of characters or of the bytes of UTF-8.</summary>
    public static NumberFit Read<T>(ReadOnlySpan<T> number, int scale, out long steps)
        where T : unmanaged
    {
        steps = 0;
        var (isNegative, count, power, isCut) = NumberDigits.Of(number);
        power += scale;
        for (; power < 0 && !isCut && count % 10 == 0; power++)
        {
            if (count == 0)
            {
                return NumberFit.Exact;
            }

            count /= 10;
        }

        if (power < 0 || (power == 0 && isCut))
        {
            return NumberFit.TooFine;
        }

        if (power > 0 && count > 0)
        {
            var beyond = power < NumberDigits.PowersOfTen.Length
                ? Math.BigMul(count, NumberDigits.PowersOfTen[(int)power], out count)
                : ulong.MaxValue;
            if (beyond != 0)
            {
                return NumberFit.TooLarge;
            }
        }

        if (count > long.MaxValue + (isNegative ? 1ul : 0))
        {
            return NumberFit.TooLarge;
        }

        steps = isNegative ? -(long)count : (long)count;
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
}
