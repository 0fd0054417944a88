using System.Numerics;

namespace NegotiationRules.Facts.Columns;

/// <summary>Bits in words of 64. Bits beyond the last element are never looked at.</summary>
internal static class Bits
{
    /// <summary>How many words hold so many bits.</summary>
    public static int Words(int bits) => (bits + 63) >> 6;

    public static bool Get(ReadOnlySpan<ulong> words, int bit) => (words[bit >> 6] >> bit & 1) != 0;

    public static void Set(Span<ulong> words, int bit) => words[bit >> 6] |= 1ul << bit;

    public static void Set(Span<ulong> words, int bit, bool value)
    {
        var mask = 1ul << bit;
        words[bit >> 6] = value ? words[bit >> 6] | mask : words[bit >> 6] & ~mask;
    }

    /// <summary>How many of the first bits are set.</summary>
    public static int Count(ReadOnlySpan<ulong> words, int bits)
    {
        var set = 0;
        foreach (var word in words[..(bits >> 6)])
        {
            set += BitOperations.PopCount(word);
        }

        return set + ((bits & 63) == 0 ? 0 : BitOperations.PopCount(words[bits >> 6] & ((1ul << (bits & 63)) - 1)));
    }

    /// <summary>Whether any of the first bits is set.</summary>
    public static bool Any(ReadOnlySpan<ulong> words, int bits) =>
        words[..(bits >> 6)].ContainsAnyExcept(0ul) || ((bits & 63) != 0 && (words[bits >> 6] & ((1ul << (bits & 63)) - 1)) != 0);
}
