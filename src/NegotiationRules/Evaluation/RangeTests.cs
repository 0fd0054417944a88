using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NegotiationRules.Evaluation;

/// <summary>Tests whether the values of a column lie between two values, a bit for each: with vectors, and in plain code that must agree.</summary>
internal static class RangeTests
{
    public static void OfInts(ReadOnlySpan<int> values, int low, int high, Span<ulong> result)
    {
        var done = Vector256.IsHardwareAccelerated ? OfIntsSimd(values, low, high, result) : 0;
        OfPlain(values, low, high, result, done);
    }

    public static void OfLongs(ReadOnlySpan<long> values, long low, long high, Span<ulong> result)
    {
        var done = Vector256.IsHardwareAccelerated ? OfLongsSimd(values, low, high, result) : 0;
        OfPlain(values, low, high, result, done);
    }

    public static void OfReals(ReadOnlySpan<double> values, double low, double high, Span<ulong> result) => OfPlain(values, low, high, result, 0);

    public static void OfPlain<T>(ReadOnlySpan<T> values, T low, T high, Span<ulong> result, int from)
        where T : IComparisonOperators<T, T, bool>
    {
        for (var start = from; start < values.Length; start += 64)
        {
            ulong word = 0;
            var some = values.Slice(start, Math.Min(64, values.Length - start));
            for (var i = 0; i < some.Length; i++)
            {
                word |= some[i] >= low && some[i] <= high ? 1ul << i : 0;
            }

            result[start >> 6] = word;
        }
    }

    // Eight comparisons make eight bits; eight of those make a word.
    private static int OfIntsSimd(ReadOnlySpan<int> values, int low, int high, Span<ulong> result)
    {
        var (least, most) = (Vector256.Create(low), Vector256.Create(high));
        var vectors = MemoryMarshal.Cast<int, Vector256<int>>(values);
        var words = values.Length >> 6;
        for (var word = 0; word < words; word++)
        {
            ulong bits = 0;
            for (var part = 0; part < 8; part++)
            {
                var v = vectors[(word << 3) + part];
                var inside = Vector256.GreaterThanOrEqual(v, least) & Vector256.LessThanOrEqual(v, most);
                bits |= (ulong)inside.ExtractMostSignificantBits() << (part << 3);
            }

            result[word] = bits;
        }

        return words << 6;
    }

    private static int OfLongsSimd(ReadOnlySpan<long> values, long low, long high, Span<ulong> result)
    {
        var (least, most) = (Vector256.Create(low), Vector256.Create(high));
        var vectors = MemoryMarshal.Cast<long, Vector256<long>>(values);
        var words = values.Length >> 6;
        for (var word = 0; word < words; word++)
        {
            ulong bits = 0;
            for (var part = 0; part < 16; part++)
            {
                var v = vectors[(word << 4) + part];
                var inside = Vector256.GreaterThanOrEqual(v, least) & Vector256.LessThanOrEqual(v, most);
                bits |= (ulong)inside.ExtractMostSignificantBits() << (part << 2);
            }

            result[word] = bits;
        }

        return words << 6;
    }
}
