using System.Globalization;
using System.Runtime.InteropServices;

namespace NegotiationRules.Facts;

/// <summary>Numbers in binary floating point.</summary>
internal static class RealNumber
{
    // Up to here both the digits and the power of ten are exact in floating point, so that their quotient is rounded once, as it should be.
    private const ulong LargestExact = 1ul << 53;

    /// <summary>Reads a JSON number, of characters or of the bytes of UTF-8.</summary>
    /// <returns>The nearest floating number; infinite if it is too large to have one.</returns>
    public static double Read<T>(ReadOnlySpan<T> number)
        where T : unmanaged
    {
        var (isNegative, digits, power, isCut) = NumberDigits.Of(number);
        if (digits < LargestExact && power <= 0 && -power < NumberDigits.PowersOfTen.Length && !isCut)
        {
            var real = power == 0 ? digits : digits / (double)NumberDigits.PowersOfTen[(int)-power];
            return isNegative ? -real : real;
        }

        return typeof(T) == typeof(byte)
            ? double.Parse(MemoryMarshal.Cast<T, byte>(number), NumberStyles.Float, CultureInfo.InvariantCulture)
            : double.Parse(MemoryMarshal.Cast<T, char>(number), NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
