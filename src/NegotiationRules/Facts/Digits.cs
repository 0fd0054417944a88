using System.Runtime.CompilerServices;

namespace NegotiationRules.Facts;

/// <summary>Digits in texts of either encoding: of characters, or of the bytes of UTF-8.</summary>
internal static class Digits
{
    // A tick is 100 ns.
    private const int DecimalsOfASecond = 7;

    /// <summary>The character at a place. A byte that is only part of one is none that any format has.</summary>
    public static char At<T>(ReadOnlySpan<T> text, int at)
        where T : unmanaged =>
        Unsafe.SizeOf<T>() == sizeof(byte) ? (char)Unsafe.BitCast<T, byte>(text[at]) : Unsafe.BitCast<T, char>(text[at]);

    /// <summary>The digit at a place; beyond nine if there is none.</summary>
    public static uint One<T>(ReadOnlySpan<T> text, int at)
        where T : unmanaged => (uint)(At(text, at) - '0');

    /// <summary>The number of the two digits at a place; far beyond two digits if they are none.</summary>
    public static int Two<T>(ReadOnlySpan<T> text, int at)
        where T : unmanaged
    {
        var (tens, ones) = (One(text, at), One(text, at + 1));
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : 10_000;
    }

    /// <summary>Reads the decimals of a second after its point: at least one, and beyond the seventh only zeros.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where the first one is; afterwards, what comes after the last.</param>
    /// <param name="ticks">They in ticks.</param>
    public static bool TryReadTicks<T>(ReadOnlySpan<T> text, ref int at, out int ticks)
        where T : unmanaged
    {
        ticks = 0;
        var start = at;
        for (; at < text.Length && One(text, at) is <= 9 and var digit; at++)
        {
            if (at - start < DecimalsOfASecond)
            {
                ticks = (ticks * 10) + (int)digit;
            }
            else if (digit != 0)
            {
                return false;
            }
        }

        for (var places = at - start; places < DecimalsOfASecond; places++)
        {
            ticks *= 10;
        }

        return at > start;
    }
}
