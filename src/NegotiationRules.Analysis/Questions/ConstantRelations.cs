using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What follows from how a value stands to one constant for how it stands to another.</summary>
internal static class ConstantRelations
{
    /// <summary>How two constants stand to each other that one operand is compared with: below zero if the first is less;
    /// <see langword="null"/> if there is no telling.</summary>
    public static int? Order(Operand compared, Operand one, Operand other)
    {
        if (one is not Constant a || other is not Constant b || a.Measure.Kind != b.Measure.Kind || a.Measure.Kind != compared.Measure.Kind)
        {
            return null;
        }

        var scale = Math.Max(a.Measure.Scale, b.Measure.Scale);
        return a.Measure.Kind switch
        {
            MeasureKind.Exact or MeasureKind.Day or MeasureKind.Instant => Order(ValueOf(a, scale), ValueOf(b, scale)),
            MeasureKind.Real => a.Value.Real.CompareTo(b.Value.Real),
            _ => null,
        };
    }

    /// <summary>The same of two shares that are written out.</summary>
    public static int? Order(Operand one, Operand other) =>
        one is FractionOperand { Fraction: var a } && other is FractionOperand { Fraction: var b }
            ? ((Int128)a.Numerator * b.Denominator).CompareTo((Int128)b.Numerator * a.Denominator) : null;

    /// <summary>Whether what stands in a relation to one constant stands in another to a second.</summary>
    /// <param name="relation">How it stands to the first.</param>
    /// <param name="other">How it is to stand to the second.</param>
    /// <param name="order">How the first stands to the second.</param>
    public static bool Implies(Relation relation, Relation other, int order) => relation switch
    {
        Relation.Equal => other switch
        {
            Relation.Equal => order == 0,
            Relation.NotEqual => order != 0,
            Relation.Less => order < 0,
            Relation.LessOrEqual => order <= 0,
            Relation.Greater => order > 0,
            Relation.GreaterOrEqual => order >= 0,
        },
        Relation.NotEqual => other == Relation.NotEqual && order == 0,
        Relation.GreaterOrEqual => other is Relation.GreaterOrEqual ? order >= 0
            : other is Relation.Greater or Relation.NotEqual && order > 0,
        Relation.Greater => other is Relation.GreaterOrEqual or Relation.Greater or Relation.NotEqual && order >= 0,
        Relation.Less or Relation.LessOrEqual => Implies(relation.Mirror(), other.Mirror(), -order),
    };

    // A month is the whole of it: it is compared by both its ends.
    private static Int128? ValueOf(Constant constant, int scale) =>
        default(ConstantValues).Exact(constant, scale) is { IsValue: true, Low: var value } ? value : null;

    private static int? Order(Int128? one, Int128? other) => one is { } a && other is { } b ? a.CompareTo(b) : null;
}
