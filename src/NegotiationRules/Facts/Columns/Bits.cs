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
}
