using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NegotiationRules.Evaluation;

/// <summary>Operations on planes of bits, word by word or vector by vector. As many words are worked out as the result has; it may be one
/// of the operands.</summary>
internal static class VectorPlanes
{
    private interface IOperation
    {
        static abstract ulong Of(ulong a, ulong b);

        static abstract Vector256<ulong> Of(Vector256<ulong> a, Vector256<ulong> b);

        static abstract Vector512<ulong> Of(Vector512<ulong> a, Vector512<ulong> b);
    }

    public static void And(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, Span<ulong> result, VectorWidth width) =>
        Run<AndOf>(a, b, result, width);

    public static void Or(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, Span<ulong> result, VectorWidth width) =>
        Run<OrOf>(a, b, result, width);

    /// <summary>Of the first, what is not in the second.</summary>
    public static void Except(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, Span<ulong> result, VectorWidth width) =>
        Run<ExceptOf>(a, b, result, width);

    /// <summary>The first, and whatever is not in the second.</summary>
    public static void OrNot(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, Span<ulong> result, VectorWidth width) =>
        Run<OrNotOf>(a, b, result, width);

    public static void Not(ReadOnlySpan<ulong> a, Span<ulong> result, VectorWidth width) => Run<NotOf>(a, a, result, width);

    /// <summary>Whether the first so many bits are all set.</summary>
    public static bool AllSet(ReadOnlySpan<ulong> plane, int bits) =>
        plane[..(bits >> 6)].IndexOfAnyExcept(ulong.MaxValue) < 0
        && ((bits & 63) == 0 || (plane[bits >> 6] | (ulong.MaxValue << bits)) == ulong.MaxValue);

    /// <summary>Copies bits that start somewhere in a word to where a word starts.</summary>
    /// <param name="plane">Where they are.</param>
    /// <param name="from">The first bit.</param>
    /// <param name="result">As many words as there are to be.</param>
    public static void CopyFrom(ReadOnlySpan<ulong> plane, int from, Span<ulong> result)
    {
        var (first, shift) = (from >> 6, from & 63);
        if (shift == 0)
        {
            plane.Slice(first, result.Length).CopyTo(result);
            return;
        }

        for (var word = 0; word < result.Length; word++)
        {
            var next = first + word + 1 < plane.Length ? plane[first + word + 1] : 0;
            result[word] = (plane[first + word] >> shift) | (next << (64 - shift));
        }
    }

    private static void Run<TOperation>(ReadOnlySpan<ulong> a, ReadOnlySpan<ulong> b, Span<ulong> result, VectorWidth width)
        where TOperation : IOperation
    {
        var words = result.Length;
        a = a[..words];
        b = b[..words];
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        ref var z = ref MemoryMarshal.GetReference(result);
        var word = 0;
        if (words == 1)
        {
            z = TOperation.Of(x, y);
            return;
        }

        if (width == VectorWidth.Bits512)
        {
            for (; word <= words - Vector512<ulong>.Count; word += Vector512<ulong>.Count)
            {
                TOperation
                    .Of(Vector512.LoadUnsafe(ref x, (nuint)word), Vector512.LoadUnsafe(ref y, (nuint)word))
                    .StoreUnsafe(ref z, (nuint)word);
            }
        }
        else if (width == VectorWidth.Bits256)
        {
            for (; word <= words - Vector256<ulong>.Count; word += Vector256<ulong>.Count)
            {
                TOperation
                    .Of(Vector256.LoadUnsafe(ref x, (nuint)word), Vector256.LoadUnsafe(ref y, (nuint)word))
                    .StoreUnsafe(ref z, (nuint)word);
            }
        }

        for (; word < words; word++)
        {
            result[word] = TOperation.Of(a[word], b[word]);
        }
    }

    private readonly struct AndOf : IOperation
    {
        public static ulong Of(ulong a, ulong b) => a & b;

        public static Vector256<ulong> Of(Vector256<ulong> a, Vector256<ulong> b) => a & b;

        public static Vector512<ulong> Of(Vector512<ulong> a, Vector512<ulong> b) => a & b;
    }

    private readonly struct OrOf : IOperation
    {
        public static ulong Of(ulong a, ulong b) => a | b;

        public static Vector256<ulong> Of(Vector256<ulong> a, Vector256<ulong> b) => a | b;

        public static Vector512<ulong> Of(Vector512<ulong> a, Vector512<ulong> b) => a | b;
    }

    private readonly struct ExceptOf : IOperation
    {
        public static ulong Of(ulong a, ulong b) => a & ~b;

        public static Vector256<ulong> Of(Vector256<ulong> a, Vector256<ulong> b) => a & ~b;

        public static Vector512<ulong> Of(Vector512<ulong> a, Vector512<ulong> b) => a & ~b;
    }

    private readonly struct OrNotOf : IOperation
    {
        public static ulong Of(ulong a, ulong b) => a | ~b;

        public static Vector256<ulong> Of(Vector256<ulong> a, Vector256<ulong> b) => a | ~b;

        public static Vector512<ulong> Of(Vector512<ulong> a, Vector512<ulong> b) => a | ~b;
    }

    private readonly struct NotOf : IOperation
    {
        public static ulong Of(ulong a, ulong b) => ~a;

        public static Vector256<ulong> Of(Vector256<ulong> a, Vector256<ulong> b) => ~a;

        public static Vector512<ulong> Of(Vector512<ulong> a, Vector512<ulong> b) => ~a;
    }
}
