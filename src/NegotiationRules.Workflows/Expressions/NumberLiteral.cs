using System.Globalization;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>What a number amounts to, digit by digit as the dialect reads it.</summary>
/// <param name="Fault">What is wrong with it, if anything.</param>
/// <param name="Digits">The digits in decimal, without a sign and without a suffix.</param>
/// <param name="Suffix">The suffix in upper case, or empty.</param>
/// <param name="ReadAs">The other number that Microsoft's engine takes it for; <see langword="null"/> if it takes it for what it
/// says.</param>
internal readonly record struct NumberLiteral(NumberFault Fault, string Digits = "", string Suffix = "", string? ReadAs = null)
{
    private const string Suffixes = "UuLlFfDdMm";

    /// <param name="text">An integer or real token.</param>
    /// <param name="isReal">Whether it has a point or an exponent.</param>
    /// <param name="isNegative">Whether a minus stands right before it: that is part of the number, and decides what it may be.</param>
    public static NumberLiteral Read(ReadOnlySpan<char> text, bool isReal, bool isNegative) =>
        text.ContainsAnyExceptInRange('\0', '\x7f') ? new(NumberFault.OtherDigits)
        : isReal ? ReadReal(text)
        : text.StartsWith("0b", StringComparison.OrdinalIgnoreCase) ? ReadBinary(text[2..], isNegative)
        : text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? ReadHexadecimal(text[2..], isNegative)
        : ReadInteger(text, isNegative);

    private static NumberLiteral ReadReal(ReadOnlySpan<char> text)
    {
        var digits = text.TrimEnd(Suffixes);
        var suffix = digits.Length < text.Length ? char.ToUpperInvariant(text[digits.Length]) : 'D';
        var written = WithoutLeadingZeros(digits);
        if (suffix == 'M')
        {
            return digits.ContainsAny('e', 'E') ? new(NumberFault.ExponentOfDecimal)
                : decimal.TryParse(digits, NumberStyles.Number, CultureInfo.InvariantCulture, out _) ? new(NumberFault.None, written, "M")
                : new(NumberFault.TooLarge);
        }

        var value = suffix == 'F' ? float.Parse(digits, CultureInfo.InvariantCulture) : double.Parse(digits, CultureInfo.InvariantCulture);
        var said = digits.Length < text.Length ? suffix.ToString() : string.Empty;
        if (double.IsInfinity(value))
        {
            return new(NumberFault.TooLarge);
        }

        // Written out, 1e-999999999 would be a bomb for whoever works with exact numbers.
        var mantissa = digits.IndexOfAny('e', 'E') is var e and >= 0 ? digits[..e] : digits;
        return value == 0 && mantissa.ContainsAnyInRange('1', '9')
            ? new(NumberFault.None, "0.0", said, "0")
            : new(NumberFault.None, written, said);
    }

    private static NumberLiteral ReadInteger(ReadOnlySpan<char> text, bool isNegative)
    {
        var digits = text.TrimEnd(Suffixes);
        var suffix = text[digits.Length..].ToString().ToUpperInvariant();
        if (digits.ContainsAnyExceptInRange('0', '9'))
        {
            return new(NumberFault.Malformed);
        }

        return ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && (!isNegative || value <= 1UL << 63)
            ? OfSize(value, isNegative ? unchecked(-(long)value) : null, suffix)
            : new(NumberFault.TooLarge);
    }

    private static NumberLiteral ReadHexadecimal(ReadOnlySpan<char> text, bool isNegative)
    {
        var digits = text.TrimEnd("UL");
        return ulong.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? OfSize(value, isNegative ? unchecked(-(long)value) : null, text[digits.Length..].ToString())
            : new(NumberFault.TooLarge);
    }

    // The engine cuts what is larger than the kind of number that the suffix asks for, and negative numbers to 32 bits.
    private static NumberLiteral OfSize(ulong value, long? negative, string suffix)
    {
        var (kind, engine) = (suffix, negative) switch
        {
            ("U" or "UL", not null) => (string.Empty, null),
            ("F" or "D" or "M", _) => (suffix, string.Empty),
            ("L", { } below) => (suffix, Say(below)),
            ("", { } below) => (suffix, Say(unchecked((int)below))),
            (_, not null) => (string.Empty, null),
            ("", _) => (suffix, string.Empty),
            ("U", _) => (suffix, Say(unchecked((uint)value))),
            ("L", _) => (suffix, Say(unchecked((long)value))),
            _ => ("UL", string.Empty),
        };
        var written = value.ToString(CultureInfo.InvariantCulture);
        var isSame = engine is null or "" || engine == (negative is null || value == 0 ? written : $"-{written}");
        return engine is null ? new(NumberFault.NegativeUnsigned) : new(NumberFault.None, written, kind, isSame ? null : engine);
    }

    private static NumberLiteral ReadBinary(ReadOnlySpan<char> text, bool isNegative)
    {
        if (text.Length > 64)
        {
            return new(NumberFault.TooLarge);
        }

        var value = ulong.Parse(text, NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture);
        var (suffix, engine) = text.Length > 32
            ? ("L", unchecked((isNegative ? -1 : 1) * (long)value))
            : (string.Empty, unchecked((isNegative ? -1 : 1) * (int)value));
        var written = value.ToString(CultureInfo.InvariantCulture);
        return new(
            NumberFault.None, written, suffix,
            Say(engine) == (isNegative && value > 0 ? $"-{written}" : written) ? null : Say(engine)
        );
    }

    private static string Say<T>(T value)
        where T : IFormattable => value.ToString(null, CultureInfo.InvariantCulture);

    private static string WithoutLeadingZeros(ReadOnlySpan<char> digits)
    {
        var trimmed = digits.TrimStart('0');
        return trimmed.IsEmpty || !char.IsAsciiDigit(trimmed[0]) ? $"0{trimmed}" : trimmed.ToString();
    }
}
