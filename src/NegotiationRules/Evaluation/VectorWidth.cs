using System.Runtime.Intrinsics;

namespace NegotiationRules.Evaluation;

/// <summary>How many bits are worked on at a time. Every width gives the same; only the time differs.</summary>
internal enum VectorWidth
{
    /// <summary>One value, or one word of bits, at a time.</summary>
    None,

    /// <summary>256 bits; where the machine has vectors of 128 bits, two of those.</summary>
    Bits256,

    /// <summary>512 bits.</summary>
    Bits512,
}

internal static class VectorWidths
{
    /// <summary>The widest that is fast on this machine.</summary>
    public static VectorWidth Widest { get; } =
        Vector512.IsHardwareAccelerated ? VectorWidth.Bits512
        : Vector128.IsHardwareAccelerated ? VectorWidth.Bits256
        : VectorWidth.None;
}
