using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NegotiationRules.Evaluation;

/// <summary>Bits of elements, list by list: whether any in each list is set, how many are, and bits of lists given to their
/// elements.</summary>
/// <remarks>The lists follow each other. Offsets say where each starts, one more where the last one ends; their first is where the bits
/// start.</remarks>
internal static class VectorSegments
{
    /// <summary>Whether <see cref="AnyOfMarked"/> is fast here.</summary>
    public static bool CanGather => Bmi2.X64.IsSupported;

    /// <summary>Whether all lists are of one length.</summary>
    public static bool AreOfLength(ReadOnlySpan<int> offsets, int length, VectorWidth width)
    {
        ref var first = ref MemoryMarshal.GetReference(offsets);
        var list = 0;
        if (width == VectorWidth.Bits512)
        {
            for (; list + 1 + Vector512<int>.Count <= offsets.Length; list += Vector512<int>.Count)
            {
                if (
                    Vector512.LoadUnsafe(ref first, (nuint)list + 1) - Vector512.LoadUnsafe(ref first, (nuint)list)
                    != Vector512.Create(length)
                )
                {
                    return false;
                }
            }
        }
        else if (width == VectorWidth.Bits256)
        {
            for (; list + 1 + Vector256<int>.Count <= offsets.Length; list += Vector256<int>.Count)
            {
                if (
                    Vector256.LoadUnsafe(ref first, (nuint)list + 1) - Vector256.LoadUnsafe(ref first, (nuint)list)
                    != Vector256.Create(length)
                )
                {
                    return false;
                }
            }
        }

        for (; list + 1 < offsets.Length; list++)
        {
            if (offsets[list + 1] - offsets[list] != length)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>For each list, whether any of its bits is set.</summary>
    public static void AnyPlain(ReadOnlySpan<ulong> bits, ReadOnlySpan<int> offsets, Span<ulong> result)
    {
        result.Clear();
        var start = offsets[0];
        for (var list = 0; list + 1 < offsets.Length; list++)
        {
            var (from, to) = (offsets[list] - start, offsets[list + 1] - start);
            for (; from < to; from += 64)
            {
                if (Take(bits, from, Math.Min(64, to - from)) != 0)
                {
                    result[list >> 6] |= 1ul << list;
                    break;
                }
            }
        }
    }

    /// <summary>For each list that is not empty, whether any of its bits is set: a word of elements at a time, however many lists it
    /// holds.</summary>
    /// <remarks>
    /// All bits below the last element of each list are added to themselves filled with ones: any bit that is set carries through to where
    /// the last element is, and no further; a list that goes on in the next word carries on there. What came to stand at last elements is
    /// then moved together.
    /// </remarks>
    /// <param name="bits">The bits of the elements.</param>
    /// <param name="ends">A bit at the last element of each list.</param>
    /// <param name="result">The bits of the lists, as many words as they need.</param>
    public static void AnyOfMarked(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> ends, Span<ulong> result)
    {
        bits = bits[..ends.Length];
        ulong carry = 0, gathered = 0;
        int filled = 0, at = 0;
        for (var word = 0; word < ends.Length; word++)
        {
            var (b, end) = (bits[word], ends[word]);
            var inner = ~end;
            var sum = (b & inner) + inner;
            var over = sum < inner ? 1ul : 0;
            sum += carry;
            carry = over | (sum < carry ? 1ul : 0);
            var found = Bmi2.X64.ParallelBitExtract(sum | b, end);
            var count = BitOperations.PopCount(end);
            gathered |= found << filled;
            filled += count;
            if (filled >= 64)
            {
                result[at++] = gathered;
                filled -= 64;
                // Of this word's bits so many are left; a shift by 64, if none of them had been taken before, is none at all.
                gathered = filled == 0 ? 0 : found >> (count - filled);
            }
        }

        if (filled > 0)
        {
            result[at] = gathered;
        }
    }

    /// <summary>Bits that were moved together are moved back to where a mask has ones, in order; 0 elsewhere.</summary>
    public static void Scatter(ReadOnlySpan<ulong> packed, ReadOnlySpan<ulong> mask, Span<ulong> result)
    {
        var from = 0;
        for (var word = 0; word < result.Length; word++)
        {
            var count = BitOperations.PopCount(mask[word]);
            result[word] = count == 0 ? 0 : Bmi2.X64.ParallelBitDeposit(Take(packed, from, count), mask[word]);
            from += count;
        }
    }

    /// <summary>For each list, how many of its bits are set.</summary>
    public static void Count(ReadOnlySpan<ulong> bits, ReadOnlySpan<int> offsets, Span<long> result)
    {
        var start = offsets[0];
        for (var list = 0; list + 1 < offsets.Length; list++)
        {
            var (from, to) = (offsets[list] - start, offsets[list + 1] - start);
            var count = 0;
            for (; from < to; from += 64)
            {
                count += BitOperations.PopCount(Take(bits, from, Math.Min(64, to - from)));
            }

            result[list] = count;
        }
    }

    /// <summary>Gives each element the bit of its list. Lists side by side with the same bit are filled together.</summary>
    public static void Spread(ReadOnlySpan<ulong> lists, ReadOnlySpan<int> offsets, Span<ulong> result)
    {
        result.Clear();
        var start = offsets[0];
        var count = offsets.Length - 1;
        for (var list = NextSet(lists, 0, count); list < count;)
        {
            var end = NextClear(lists, list, count);
            Fill(result, offsets[list] - start, offsets[end] - start);
            list = NextSet(lists, end, count);
        }
    }

    /// <summary>Up to 64 bits from anywhere.</summary>
    public static ulong Take(ReadOnlySpan<ulong> plane, int from, int count)
    {
        var (word, shift) = (from >> 6, from & 63);
        var bits = plane[word] >> shift;
        if (shift + count > 64)
        {
            bits |= plane[word + 1] << (64 - shift);
        }

        return count == 64 ? bits : bits & ~(ulong.MaxValue << count);
    }

    private static int NextSet(ReadOnlySpan<ulong> plane, int from, int count)
    {
        for (; from < count; from = (from | 63) + 1)
        {
            var rest = plane[from >> 6] >> from;
            if (rest != 0)
            {
                return Math.Min(count, from + BitOperations.TrailingZeroCount(rest));
            }
        }

        return count;
    }

    private static int NextClear(ReadOnlySpan<ulong> plane, int from, int count)
    {
        for (; from < count; from = (from | 63) + 1)
        {
            var rest = ~plane[from >> 6] >> from;
            if (rest != 0)
            {
                return Math.Min(count, from + BitOperations.TrailingZeroCount(rest));
            }
        }

        return count;
    }

    private static void Fill(Span<ulong> plane, int from, int to)
    {
        if (from >= to)
        {
            return;
        }

        var (first, last) = (from >> 6, (to - 1) >> 6);
        var (head, tail) = (ulong.MaxValue << from, ulong.MaxValue >> (63 - ((to - 1) & 63)));
        if (first == last)
        {
            plane[first] |= head & tail;
            return;
        }

        plane[first] |= head;
        plane.Slice(first + 1, last - first - 1).Fill(ulong.MaxValue);
        plane[last] |= tail;
    }
}
