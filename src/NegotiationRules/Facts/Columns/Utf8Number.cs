using System.Globalization;
using System.Text;

namespace NegotiationRules.Facts.Columns;

/// <summary>Reads numbers of JSON from UTF-8: the same numbers as <see cref="ExactNumber"/> and the parser of the framework, without a
/// string where their digits are plain.</summary>
internal static class Utf8Number
{
    // So many digits fit in 64 bits whatever they are.
    private const int SafeDigits = 18;

    // Up to here both the digits and the power of ten are exact in floating point, so that their quotient is rounded once, as it should be.
    private const long LargestExact = 1L << 53;

    private static readonly long[] PowersOfTen =
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
        100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
        10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    /// <summary>Reads a number of JSON as steps of a type.</summary>
    /// <returns>Whether it is a whole count of steps and within the bounds of the type.</returns>
    public static bool TryReadSteps(ReadOnlySpan<byte> number, ExactType type, out long steps)
    {
        var isPlain = TryReadPlain(number, out steps, out var places) && number.Length + type.Scale <= SafeDigits;
        for (; isPlain && places > type.Scale && steps % 10 == 0; places--)
        {
            steps /= 10;
        }

        if (!isPlain || places > type.Scale)
        {
            if (!TryReadOther(number, type.Scale, out steps))
            {
                return false;
            }
        }
        else
        {
            steps *= PowersOfTen[type.Scale - places];
        }

        return steps >= type.Minimum && steps <= type.Maximum;
    }

    /// <summary>Reads a number of JSON as floating point.</summary>
    /// <returns>Whether it is finite and within the bounds of the type.</returns>
    public static bool TryReadReal(ReadOnlySpan<byte> number, RealType type, out double value)
    {
        if (TryReadPlain(number, out var digits, out var places) && digits is > -LargestExact and < LargestExact and not 0)
        {
            value = places == 0 ? digits : digits / (double)PowersOfTen[places];
        }
        else if (
            number.Length > Text.JsonNumberSpelling.Longest
            || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            || !double.IsFinite(value)
        )
        {
            value = 0;
            return false;
        }

        return value >= type.Minimum && value <= type.Maximum;
    }

    // Digits with at most one point, few enough for 64 bits: the number is `digits` over ten to the power of `places`.
    private static bool TryReadPlain(ReadOnlySpan<byte> number, out long digits, out int places)
    {
        digits = 0;
        places = 0;
        if (number.Length > SafeDigits)
        {
            return false;
        }

        var at = number[0] == '-' ? 1 : 0;
        var point = -1;
        for (; at < number.Length; at++)
        {
            var digit = (uint)(number[at] - '0');
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (number[at] == '.')
            {
                point = at;
            }
            else
            {
                return false;
            }
        }

        digits = number[0] == '-' ? -digits : digits;
        places = point < 0 ? 0 : number.Length - point - 1;
        return true;
    }

    private static bool TryReadOther(ReadOnlySpan<byte> number, int scale, out long steps)
    {
        steps = 0;
        if (number.Length > Text.JsonNumberSpelling.Longest)
        {
            return false;
        }

        Span<char> characters = stackalloc char[Text.JsonNumberSpelling.Longest];
        var length = Encoding.ASCII.GetChars(number, characters);
        return ExactNumber.Read(characters[..length], scale, out steps) == NumberFit.Exact;
    }
}
