using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Arrow.Cells;

/// <summary>Numbers as texts, in the usual spelling; what is unusual is left to who reads row by row.</summary>
internal static class WrittenNumbers
{
    private const int MostDigits = 18;

    /// <summary>Reads a number with a point as steps.</summary>
    public static bool TryReadSteps(ReadOnlySpan<byte> text, int scale, out long steps)
    {
        steps = 0;
        var digits = text.StartsWith("-"u8) ? text[1..] : text;
        var point = digits.IndexOf((byte)'.');
        var whole = point < 0 ? digits : digits[..point];
        var part = point < 0 ? default : digits[(point + 1)..];
        if (whole.IsEmpty || (whole.Length > 1 && whole[0] == (byte)'0') || (point >= 0 && part.IsEmpty) || part.Length > scale
            || whole.Length + scale > MostDigits)
        {
            return false;
        }

        if (!TryAdd(whole, ref steps) || !TryAdd(part, ref steps))
        {
            return false;
        }

        for (var places = part.Length; places < scale; places++)
        {
            steps *= 10;
        }

        steps = digits.Length < text.Length ? -steps : steps;
        return true;
    }

    /// <summary>Reads a floating number.</summary>
    public static bool TryReadReal(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        Span<char> characters = stackalloc char[64];
        return text.Length <= characters.Length
            && System.Text.Ascii.ToUtf16(text, characters, out var length) == System.Buffers.OperationStatus.Done
            && JsonNumberSpelling.IsGood(characters[..length])
            && double.TryParse(characters[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }

    private static bool TryAdd(ReadOnlySpan<byte> digits, ref long steps)
    {
        foreach (var digit in digits)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return false;
            }

            steps = (steps * 10) + (digit - '0');
        }

        return true;
    }
}
