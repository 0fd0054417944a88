using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NegotiationRules.Evaluation;

/// <summary>Access to the memory of lanes without a check of bounds: the one place for it.</summary>
/// <remarks>
/// Invariant: every index comes from the compiler of lanes, or counts the elements for which <see cref="LaneMachine"/> made room just
/// before. With some thirty operations of a few instructions each, the checks would be a third of the whole.
/// </remarks>
internal static class LaneMemory
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref T At<T>(T[] array, int index)
    {
        Debug.Assert((uint)index < (uint)array.Length, "a place in the array");
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), (nint)(uint)index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T At<T>(ReadOnlySpan<T> span, int index)
    {
        Debug.Assert((uint)index < (uint)span.Length, "a place in the span");
        return Unsafe.Add(ref MemoryMarshal.GetReference(span), (nint)(uint)index);
    }

    /// <summary>Whether a bit is set, as a word of ones or of zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bit(ReadOnlySpan<ulong> words, int bit) => 0 - (At(words, bit >> 6) >> bit & 1);

    /// <summary>A word of ones or of zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Fill(bool value) => 0 - (ulong)Unsafe.BitCast<bool, byte>(value);

    /// <summary>Stores a word, and, where changes are followed, notes which bits differ from those that stood there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put<TChanges>(ref ulong at, ulong value, ref ulong changed)
        where TChanges : struct, IChanges
    {
        if (TChanges.AreFollowed)
        {
            changed |= at ^ value;
        }

        at = value;
    }
}
