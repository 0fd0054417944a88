using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>The definition of comparisons: a relation holds if it holds for all values that the two sides may have, and fails if it holds
/// for none.</summary>
internal static class Intervals
{
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

    /// <summary>In a rule file, a month or a year is the whole of it, not some day in it.</summary>
    public static Truth CompareToPeriod(Relation relation, Interval<Int128> day, PartialDate period)
    {
        var (first, last) = (Interval<Int128>.Of(period.First), Interval<Int128>.Of(period.Last));
        return relation switch
        {
            Relation.Less or Relation.GreaterOrEqual => Compare(relation, day, first),
            Relation.Greater or Relation.LessOrEqual => Compare(relation, day, last),
            Relation.NotEqual => CompareToPeriod(Relation.Equal, day, period).Not(),
            _ => Compare(Relation.GreaterOrEqual, day, first).And(Compare(Relation.LessOrEqual, day, last)),
        };
    }
}
