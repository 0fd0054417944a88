using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <content>Comparisons: a relation holds if it holds for all values that the two sides may have, and fails if it holds for none.</content>
internal static partial class TreeWalk
{
    private static Truth Relate(RelationTest test, Scope scope)
    {
        var (left, right) = (test.Left, test.Right);
        switch (left.Measure.Kind)
        {
            case MeasureKind.Text:
                return ReadText(left, scope) is { } a && ReadText(right, scope) is { } b
                    ? Truths.Of(string.Equals(a, b, StringComparison.Ordinal) == (test.Relation == Relation.Equal))
                    : Truth.Unknown;
            case MeasureKind.Duration:
                return RelateDurations(test.Relation, Quantities.Durations(left, scope), Quantities.Durations(right, scope));
            case MeasureKind.Exact when right.Measure.Kind == MeasureKind.Exact:
                var scale = Math.Max(left.Measure.Scale, right.Measure.Scale);
                return Compare(test.Relation, Quantities.Exact(left, scope, scale), Quantities.Exact(right, scope, scale));
            case MeasureKind.Exact or MeasureKind.Real:
                return Compare(test.Relation, Quantities.Real(left, scope), Quantities.Real(right, scope));
            case MeasureKind.Day when right is Constant { Value.Date: { IsDay: false } period }:
                return RelateToPeriod(test.Relation, Quantities.Exact(left, scope, 0), period);
            default:
                return Compare(test.Relation, Quantities.Exact(left, scope, 0), Quantities.Exact(right, scope, 0));
        }
    }

    /// <summary>The definition of a comparison between what is known of two quantities.</summary>
    public static Truth Compare<T>(Relation relation, Interval<T> left, Interval<T> right)
        where T : struct, IComparable<T>
    {
        if (left.IsNothing || right.IsNothing)
        {
            return Truth.Unknown;
        }

        return relation switch
        {
            Relation.Less => Truths.Of(left.IsBelow(right, false), !right.IsBelow(left, true)),
            Relation.LessOrEqual => Truths.Of(left.IsBelow(right, true), !right.IsBelow(left, false)),
            Relation.Greater => Compare(Relation.Less, right, left),
            Relation.GreaterOrEqual => Compare(Relation.LessOrEqual, right, left),
            Relation.NotEqual => Compare(Relation.Equal, left, right).Not(),
            _ => Truths.Of(
                left.IsValue && right.IsValue && left.Low!.Value.CompareTo(right.Low!.Value) == 0,
                !left.IsBelow(right, false) && !right.IsBelow(left, false)),
        };
    }

    // In a rule file, a month or a year is the whole of it, not some day in it.
    private static Truth RelateToPeriod(Relation relation, Interval<Int128> day, PartialDate period)
    {
        var (first, last) = (Interval<Int128>.Of(period.First), Interval<Int128>.Of(period.Last));
        return relation switch
        {
            Relation.Less or Relation.GreaterOrEqual => Compare(relation, day, first),
            Relation.Greater or Relation.LessOrEqual => Compare(relation, day, last),
            Relation.NotEqual => RelateToPeriod(Relation.Equal, day, period).Not(),
            _ => Compare(Relation.GreaterOrEqual, day, first).And(Compare(Relation.LessOrEqual, day, last)),
        };
    }

    // Durations are compared by their difference, so that P1M is P1M although a month has 28 to 31 days.
    private static Truth RelateDurations(Relation relation, (Duration Low, Duration High)? left, (Duration Low, Duration High)? right)
    {
        if (left is not { } a || right is not { } b)
        {
            return Truth.Unknown;
        }

        var low = Quantities.Plus(a.Low, b.High.Negate()).Range.Low;
        var high = Quantities.Plus(a.High, b.Low.Negate()).Range.High;
        return Compare(relation, new Interval<Int128>(low, high), Interval<Int128>.Of(0));
    }

    private static Truth TestText(TextTest test, Scope scope)
    {
        if (ReadText(test.Left, scope) is not { } text || ReadText(test.Right, scope) is not { } part)
        {
            return Truth.Unknown;
        }

        return Truths.Of(test.Operator switch
        {
            ComparisonOperator.StartsWith => text.StartsWith(part, StringComparison.Ordinal),
            ComparisonOperator.EndsWith => text.EndsWith(part, StringComparison.Ordinal),
            _ => text.Contains(part, StringComparison.Ordinal),
        });
    }

    private static string? ReadText(Operand operand, Scope scope)
    {
        var value = operand is Constant constant ? constant.Value : scope.Read(((FactOperand)operand).Fact);
        return value.IsKnown ? value.Text : null;
    }
}
