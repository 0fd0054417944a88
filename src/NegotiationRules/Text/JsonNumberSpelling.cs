using System.Globalization;

namespace NegotiationRules.Text;

/// <summary>How JSON writes numbers: <c>-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?</c></summary>
internal static class JsonNumberSpelling
{
    /// <summary>The most characters of a number: none that anyone means is longer.</summary>
    public const int Longest = 380;

    public static bool IsGood(ReadOnlySpan<char> digits)
    {
        var i = digits.StartsWith("-") ? 1 : 0;
        var whole = Digits(digits, ref i);
        if (whole == 0 || (whole > 1 && digits[i - whole] == '0') || digits.Length > Longest)
        {
            return false;
        }

        if (i < digits.Length && digits[i] == '.')
        {
            i++;
            if (Digits(digits, ref i) == 0)
            {
                return false;
            }
        }

        if (i < digits.Length && digits[i] is 'e' or 'E')
        {
            i++;
            i += i < digits.Length && digits[i] is '+' or '-' ? 1 : 0;
            if (Digits(digits, ref i) == 0)
            {
                return false;
            }
        }

        return i == digits.Length;
    }

    /// <summary>The number as JSON writes it: without a plus sign, leading zeros and separators, with a digit on both sides of the point;
    /// <see langword="null"/> if that is not enough.</summary>
    public static string? Meant(string written)
    {
        if (written.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            && ulong.TryParse(written.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal))
        {
            return hexadecimal.ToString(CultureInfo.InvariantCulture);
        }

        var digits = written.Replace("_", string.Empty, StringComparison.Ordinal).TrimStart('+');
        var sign = digits.StartsWith('-') ? "-" : string.Empty;
        digits = digits[sign.Length..].TrimStart('0');
        digits = digits.Length == 0 || !char.IsAsciiDigit(digits[0]) ? $"0{digits}" : digits;
        digits = digits.EndsWith('.') ? $"{digits}0" : digits;
        return IsGood(sign + digits) ? sign + digits : null;
    }

    private static int Digits(ReadOnlySpan<char> text, ref int i)
    {
        var start = i;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
        {
            i++;
        }

        return i - start;
    }
}
