using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NegotiationRules.Evaluation;

/// <summary>Compares two columns of numbers, element by element; a bit for each.</summary>
internal static class VectorComparisons
{
    private interface IComparison
    {
        static abstract bool Holds(long a, long b);

        static abstract Vector256<long> Hold(Vector256<long> a, Vector256<long> b);

        static abstract Vector512<long> Hold(Vector512<long> a, Vector512<long> b);
    }

    public static void Less(ReadOnlySpan<long> a, ReadOnlySpan<long> b, Span<ulong> result, VectorWidth width) =>
        Run<LessThan>(a, b, result, width);

    public static void LessOrEqual(ReadOnlySpan<long> a, ReadOnlySpan<long> b, Span<ulong> result, VectorWidth width) =>
        Run<AtMost>(a, b, result, width);

    public static void Equal(ReadOnlySpan<long> a, ReadOnlySpan<long> b, Span<ulong> result, VectorWidth width) =>
        Run<Same>(a, b, result, width);

    private static void Run<TComparison>(ReadOnlySpan<long> a, ReadOnlySpan<long> b, Span<ulong> result, VectorWidth width)
        where TComparison : IComparison
    {
        b = b[..a.Length];
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var whole = width == VectorWidth.None ? 0 : a.Length >> 6;
        for (var word = 0; word < whole; word++)
        {
            var at = (nuint)(word << 6);
            ulong bits = 0;
            if (width == VectorWidth.Bits512)
            {
                for (var part = 0; part < 64; part += Vector512<long>.Count)
                {
                    var holds = TComparison.Hold(
                        Vector512.LoadUnsafe(ref x, at + (nuint)part),
                        Vector512.LoadUnsafe(ref y, at + (nuint)part)
                    );
                    bits |= holds.ExtractMostSignificantBits() << part;
                }
            }
            else
            {
                for (var part = 0; part < 64; part += Vector256<long>.Count)
                {
                    var holds = TComparison.Hold(
                        Vector256.LoadUnsafe(ref x, at + (nuint)part),
                        Vector256.LoadUnsafe(ref y, at + (nuint)part)
                    );
                    bits |= (ulong)holds.ExtractMostSignificantBits() << part;
                }
            }

            result[word] = bits;
        }

        for (var start = whole << 6; start < a.Length; start += 64)
        {
            ulong bits = 0;
            for (var i = start; i < Math.Min(start + 64, a.Length); i++)
            {
                bits |= TComparison.Holds(a[i], b[i]) ? 1ul << i : 0;
            }

            result[start >> 6] = bits;
        }
    }

    private readonly struct LessThan : IComparison
    {
        public static bool Holds(long a, long b) => a < b;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<long> Hold(Vector256<long> a, Vector256<long> b) => Vector256.LessThan(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<long> Hold(Vector512<long> a, Vector512<long> b) => Vector512.LessThan(a, b);
    }

    private readonly struct AtMost : IComparison
    {
        public static bool Holds(long a, long b) => a <= b;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<long> Hold(Vector256<long> a, Vector256<long> b) => Vector256.LessThanOrEqual(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<long> Hold(Vector512<long> a, Vector512<long> b) => Vector512.LessThanOrEqual(a, b);
    }

    private readonly struct Same : IComparison
    {
        public static bool Holds(long a, long b) => a == b;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<long> Hold(Vector256<long> a, Vector256<long> b) => Vector256.Equals(a, b);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector512<long> Hold(Vector512<long> a, Vector512<long> b) => Vector512.Equals(a, b);
    }
}
