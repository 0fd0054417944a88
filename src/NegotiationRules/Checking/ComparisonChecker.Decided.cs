using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Checking;

/// <content>Comparisons that the type of the fact decides, whatever the scenario.</content>
internal sealed partial class ComparisonChecker
{
    // Parameters are left alone: they are there to be varied, also to where a rule can never hold.
    private bool CheckDecided(RelationTest test, ComparisonSyntax comparison)
    {
        if (test.Right is not Constant { Parameter: null } constant || !constant.Measure.IsNumber)
        {
            return true;
        }

        var decided = Decided(test, constant);
        if (decided == Truth.Unknown)
        {
            return true;
        }

        var (low, high) = BoundsInWords(test.Left);
        if (decided == Truth.False)
        {
            diagnostics.NeverHolds(comparison.Operand.Span, test.Left, low, high);
            return false;
        }

        diagnostics.AlwaysHolds(comparison.Operand.Span, test.Left, low, high);
        return true;
    }

    /// <summary>Whether the type of a fact, or the length of a list, decides how it stands to a number.</summary>
    public static Truth Decided(RelationTest test, Constant constant) =>
        !constant.Measure.IsNumber
            ? Truth.Unknown
            : test.Left switch
            {
                FactOperand { Fact.Type: ExactType type } => Compare(test.Relation, FactBounds.Of(type), test.Left.Measure.Scale, constant),
                FactOperand { Fact.Type: RealType type } => Intervals.Compare(
                    test.Relation, FactBounds.Of(type), Interval<double>.Of(Constants.Real(constant))
                ),
                CountOperand count => Compare(test.Relation, new Interval<Int128>(0, MostElements(count.List)), 0, constant),
                _ => Truth.Unknown,
            };

    // Nothing where there is no bound.
    private static (string? Low, string? High) BoundsInWords(Operand left) =>
        left switch
        {
            FactOperand { Fact.Type: ExactType type } when FactBounds.Of(type) is var bounds => (
                bounds.Low is null ? null : ExactNumber.ToText(type.Minimum, left.Measure.Scale),
                bounds.High is null ? null : ExactNumber.ToText(type.Maximum, left.Measure.Scale)
            ),
            FactOperand { Fact.Type: RealType type } when FactBounds.Of(type) is var bounds => (
                bounds.Low is null ? null : FactText.Of(type.Minimum),
                bounds.High is null ? null : FactText.Of(type.Maximum)
            ),
            CountOperand count => ("0", MostElements(count.List) is { } most ? ExactNumber.ToText(most, 0) : null),
            _ => (null, null),
        };

    private static Truth Compare(Relation relation, Interval<Int128> bounds, int scale, Constant constant)
    {
        if (constant.Measure.Kind != MeasureKind.Exact)
        {
            return Intervals.Compare(relation, ToReal(bounds, scale), Interval<double>.Of(constant.Value.Real));
        }

        // A whole number is never 2.5.
        if (constant.Measure.Scale > scale && relation is Relation.Equal or Relation.NotEqual)
        {
            return Truths.Of(relation == Relation.NotEqual);
        }

        var finer = Math.Max(scale, constant.Measure.Scale);
        var (factor, value) = (Scales.Power(finer - scale), (Int128)constant.Value.Steps * Scales.Power(finer - constant.Measure.Scale));
        return Intervals.Compare(relation, new Interval<Int128>(bounds.Low * factor, bounds.High * factor), Interval<Int128>.Of(value));
    }

    private static Interval<double> ToReal(Interval<Int128> bounds, int scale) => bounds.Map(steps => Scales.ToReal(steps, scale));

    // Nothing if there is no telling, or so many that they cannot be counted.
    private static long? MostElements(ListReference list)
    {
        if (list.IsParameter)
        {
            return list.Values.Length;
        }

        long? most = 1;
        foreach (var level in list.Levels)
        {
            most =
                most is { } around && ((ListType)level.Type).MaxItems is { } each && around <= long.MaxValue / Math.Max(each, 1)
                    ? around * each
                    : null;
        }

        return most;
    }
}
