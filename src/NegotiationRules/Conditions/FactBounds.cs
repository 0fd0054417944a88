using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>What the vocabulary says of numbers before there is a scenario.</summary>
internal static class FactBounds
{
    /// <summary>What a fact of the type may be, in steps of its scale.</summary>
    public static Interval<Int128> Of(ExactType type) =>
        new(type.Minimum == long.MinValue ? null : type.Minimum, type.Maximum == long.MaxValue ? null : type.Maximum);

    /// <summary>What a fact of the type may be.</summary>
    public static Interval<double> Of(RealType type) =>
        new(double.IsNegativeInfinity(type.Minimum) ? null : type.Minimum, double.IsPositiveInfinity(type.Maximum) ? null : type.Maximum);
}
