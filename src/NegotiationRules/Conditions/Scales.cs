using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>Powers of ten between the scales of exact numbers.</summary>
internal static class Scales
{
    private static readonly long[] Powers = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    /// <summary>Ten to the power of a scale, or of the distance between two: 0 to <see cref="ExactType.LargestScale"/>.</summary>
    public static long Power(int scale) => Powers[scale];

    /// <summary>An exact number in floating point, rounded once.</summary>
    public static double ToReal(Int128 steps, int scale) => scale == 0 ? (double)steps : (double)steps / Powers[scale];
}
