using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace NegotiationRules.Evaluation;

/// <summary>Tests one value against the constants of up to 64 lanes, a bit for each: with vectors, and in plain code that must
/// agree.</summary>
/// <remarks>Constants are there for whole words of lanes; the bits of lanes beyond those asked for may be anything.</remarks>
internal static class LaneTests
{
    /// <summary>Which constants are at most the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong AtMost<T>(ref T constants, T value, int lanes)
        where T : unmanaged, INumber<T> =>
        Vector512.IsHardwareAccelerated ? AtMost512(ref constants, value, lanes)
        : Vector256.IsHardwareAccelerated ? AtMost256(ref constants, value, lanes)
        : AtMostPlain(MemoryMarshal.CreateReadOnlySpan(ref constants, lanes), value);

    /// <summary>Which constants are at least the value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong AtLeast<T>(ref T constants, T value, int lanes)
        where T : unmanaged, INumber<T> =>
        Vector512.IsHardwareAccelerated ? AtLeast512(ref constants, value, lanes)
        : Vector256.IsHardwareAccelerated ? AtLeast256(ref constants, value, lanes)
        : AtLeastPlain(MemoryMarshal.CreateReadOnlySpan(ref constants, lanes), value);

    public static ulong AtMostPlain<T>(ReadOnlySpan<T> constants, T value)
        where T : unmanaged, INumber<T>
    {
        ulong word = 0;
        for (var i = 0; i < constants.Length; i++)
        {
            word |= constants[i] <= value ? 1ul << i : 0;
        }

        return word;
    }

    public static ulong AtLeastPlain<T>(ReadOnlySpan<T> constants, T value)
        where T : unmanaged, INumber<T>
    {
        ulong word = 0;
        for (var i = 0; i < constants.Length; i++)
        {
            word |= constants[i] >= value ? 1ul << i : 0;
        }

        return word;
    }

    public static ulong AtMost512<T>(ref T constants, T value, int lanes)
        where T : unmanaged, INumber<T>
    {
        ulong word = 0;
        var all = Vector512.Create(value);
        for (var i = 0; i < lanes; i += Vector512<T>.Count)
        {
            word |= Vector512.LessThanOrEqual(Vector512.LoadUnsafe(ref constants, (nuint)i), all).ExtractMostSignificantBits() << i;
        }

        return word;
    }

    public static ulong AtLeast512<T>(ref T constants, T value, int lanes)
        where T : unmanaged, INumber<T>
    {
        ulong word = 0;
        var all = Vector512.Create(value);
        for (var i = 0; i < lanes; i += Vector512<T>.Count)
        {
            word |= Vector512.GreaterThanOrEqual(Vector512.LoadUnsafe(ref constants, (nuint)i), all).ExtractMostSignificantBits() << i;
        }

        return word;
    }

    public static ulong AtMost256<T>(ref T constants, T value, int lanes)
        where T : unmanaged, INumber<T>
    {
        ulong word = 0;
        var all = Vector256.Create(value);
        for (var i = 0; i < lanes; i += Vector256<T>.Count)
        {
            word |= (ulong)Vector256.LessThanOrEqual(Vector256.LoadUnsafe(ref constants, (nuint)i), all).ExtractMostSignificantBits() << i;
        }

        return word;
    }

    public static ulong AtLeast256<T>(ref T constants, T value, int lanes)
        where T : unmanaged, INumber<T>
    {
        ulong word = 0;
        var all = Vector256.Create(value);
        for (var i = 0; i < lanes; i += Vector256<T>.Count)
        {
            word |=
                (ulong)Vector256.GreaterThanOrEqual(Vector256.LoadUnsafe(ref constants, (nuint)i), all).ExtractMostSignificantBits() << i;
        }

        return word;
    }

    /// <summary>Which masks find all their bits set: those of the one word, and those that are flipped in the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Match(ulong straight, ulong flipped, ref ulong flips, ref ulong masks, int count)
    {
        // For a few, filling the vectors takes longer than doing without.
        if (!Vector512.IsHardwareAccelerated || count < 4)
        {
            return MatchPlain(straight, flipped, ref flips, ref masks, count);
        }

        ulong word = 0;
        var (all, none) = (Vector512.Create(straight), Vector512.Create(flipped));
        for (var i = 0; i < count; i += Vector512<ulong>.Count)
        {
            var mask = Vector512.LoadUnsafe(ref masks, (nuint)i);
            var flip = Vector512.LoadUnsafe(ref flips, (nuint)i);
            word |= Vector512.Equals(Vector512.ConditionalSelect(flip, none, all) & mask, mask).ExtractMostSignificantBits() << i;
        }

        return word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong MatchPlain(ulong straight, ulong flipped, ref ulong flips, ref ulong masks, int count)
    {
        ulong word = 0;
        for (var i = 0; i < count; i++)
        {
            var (flip, mask) = (Unsafe.Add(ref flips, i), Unsafe.Add(ref masks, i));
            word |= (LaneMemory.Fill((((straight & ~flip) | (flipped & flip)) & mask) == mask) & 1) << i;
        }

        return word;
    }
}
