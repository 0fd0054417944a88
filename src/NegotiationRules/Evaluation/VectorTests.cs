using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NegotiationRules.Evaluation;

/// <summary>Tests the values of a column, a bit for each: with vectors where whole words of bits come out of them, in plain code for the
/// rest.</summary>
internal static class VectorTests
{
    public static void Run<T, TTest>(ReadOnlySpan<T> values, TTest test, Span<ulong> result, VectorWidth width)
        where T : unmanaged
        where TTest : struct, IVectorTest<T>
    {
        var done = width switch
        {
            VectorWidth.Bits512 => Run512(values, test, result),
            VectorWidth.Bits256 => Run256(values, test, result),
            _ => 0,
        };
        RunPlain(values, test, result, done);
    }

    private static void RunPlain<T, TTest>(ReadOnlySpan<T> values, TTest test, Span<ulong> result, int from)
        where T : unmanaged
        where TTest : struct, IVectorTest<T>
    {
        for (var start = from; start < values.Length; start += 64)
        {
            ulong word = 0;
            var some = values.Slice(start, Math.Min(64, values.Length - start));
            for (var i = 0; i < some.Length; i++)
            {
                word |= test.Holds(some[i]) ? 1ul << i : 0;
            }

            result[start >> 6] = word;
        }
    }

    private static int Run512<T, TTest>(ReadOnlySpan<T> values, TTest test, Span<ulong> result)
        where T : unmanaged
        where TTest : struct, IVectorTest<T>
    {
        var words = values.Length >> 6;
        ref var first = ref MemoryMarshal.GetReference(values);
        for (var word = 0; word < words; word++)
        {
            ref var at = ref Unsafe.Add(ref first, word << 6);
            result[word] = Vector512<T>.Count == 16
                ? Bits512(ref at, 0, test) | Bits512(ref at, 16, test) | Bits512(ref at, 32, test) | Bits512(ref at, 48, test)
                : Bits512(ref at, 0, test) | Bits512(ref at, 8, test) | Bits512(ref at, 16, test) | Bits512(ref at, 24, test)
                | Bits512(ref at, 32, test) | Bits512(ref at, 40, test) | Bits512(ref at, 48, test) | Bits512(ref at, 56, test);
        }

        return words << 6;
    }

    private static int Run256<T, TTest>(ReadOnlySpan<T> values, TTest test, Span<ulong> result)
        where T : unmanaged
        where TTest : struct, IVectorTest<T>
    {
        var words = values.Length >> 6;
        ref var first = ref MemoryMarshal.GetReference(values);
        for (var word = 0; word < words; word++)
        {
            ref var at = ref Unsafe.Add(ref first, word << 6);
            ulong bits = 0;
            for (var part = 0; part < 64; part += Vector256<T>.Count)
            {
                bits |= (ulong)test.Hold(Vector256.LoadUnsafe(ref at, (nuint)part)).ExtractMostSignificantBits() << part;
            }

            result[word] = bits;
        }

        return words << 6;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits512<T, TTest>(ref T first, int at, TTest test)
        where T : unmanaged
        where TTest : struct, IVectorTest<T> =>
        test.Hold(Vector512.LoadUnsafe(ref first, (nuint)at)).ExtractMostSignificantBits() << at;
}
