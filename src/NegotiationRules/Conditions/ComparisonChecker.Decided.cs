using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Conditions;

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

        var decided = Decided(test, constant, out var low, out var high);
        if (decided == Truth.False)
        {
            Diagnostics.NeverHolds(comparison.Operand.Span, test.Left, low, high);
        }
        else if (decided == Truth.True)
        {
            Diagnostics.AlwaysHolds(comparison.Operand.Span, test.Left, low, high);
        }

        return decided != Truth.False;
    }

    // Also gives the bounds in words, where there are any.
    private static Truth Decided(RelationTest test, Constant constant, out string? low, out string? high)
    {
        (low, high) = (null, null);
        var scale = test.Left.Measure.Scale;
        switch (test.Left)
        {
            case FactOperand { Fact.Type: ExactType type }:
                var bounds = FactBounds.Of(type);
                (low, high) = (bounds.Low is null ? null : ExactNumber.ToText(type.Minimum, scale), bounds.High is null ? null : ExactNumber.ToText(type.Maximum, scale));
                return Compare(test.Relation, bounds, scale, constant);
            case FactOperand { Fact.Type: RealType type }:
                var real = FactBounds.Of(type);
                (low, high) = (real.Low is null ? null : FactText.Of(type.Minimum), real.High is null ? null : FactText.Of(type.Maximum));
                return Intervals.Compare(test.Relation, real, Interval<double>.Of(Constants.Real(constant)));
            case CountOperand count:
                var most = MostElements(count.List);
                (low, high) = ("0", most is { } elements ? ExactNumber.ToText(elements, 0) : null);
                return Compare(test.Relation, new Interval<Int128>(0, most), 0, constant);
            default:
                return Truth.Unknown;
        }
    }

    private static Truth Compare(Relation relation, Interval<Int128> bounds, int scale, Constant constant)
    {
        if (constant.Measure.Kind != MeasureKind.Exact)
        {
            return Intervals.Compare(relation, bounds.Map(steps => Scales.ToReal(steps, scale)), Interval<double>.Of(constant.Value.Real));
        }

        // A whole number is never 2.5.
        if (constant.Measure.Scale > scale && relation is Relation.Equal or Relation.NotEqual)
        {
            return Truths.Of(relation == Relation.NotEqual);
        }

        var finer = Math.Max(scale, constant.Measure.Scale);
        var (factor, value) = (Scales.Power(finer - scale), (Int128)constant.Value.Steps * Scales.Power(finer - constant.Measure.Scale));
        return Intervals.Compare(relation, bounds.Map(steps => steps * factor), Interval<Int128>.Of(value));
    }

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
            most = most is { } around && ((ListType)level.Type).MaxItems is { } each && around <= long.MaxValue / Math.Max(each, 1) ? around * each : null;
        }

        return most;
    }
}
