using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Checking;

/// <content>Comparisons that may stay open though everything is known, because months differ in length.</content>
internal sealed partial class ComparisonChecker
{
    private void CheckUndecided(RelationTest test)
    {
        if (test.Right is not Constant { Measure.Kind: MeasureKind.Duration, Value.Duration: var right })
        {
            return;
        }

        if (test.Left is Constant left)
        {
            var difference = Quantity(left.Value.Duration.Months - (long)right.Months, left.Value.Duration.Ticks - (Int128)right.Ticks);
            if (Intervals.Compare(test.Relation, difference, Interval<Int128>.Of(0)) == Truth.Unknown)
            {
                diagnostics.NeverDecided(test.Span, left.Value.Duration, right);
            }
        }
        else if (
            right.Months != 0
            && test.Left is ArithmeticOperand { Kind: ArithmeticKind.Minus, Left.Measure.Kind: MeasureKind.Day or MeasureKind.Instant } days
        )
        {
            diagnostics.DaysAgainstMonths(test.Right.Span, right, MovedInstead(days, test), test.Span);
        }
    }

    private static Interval<Int128> Quantity(long months, Int128 ticks)
    {
        var (low, high) = new Duration((int)months, 0).Range;
        return new Interval<Int128>(low + ticks, high + ticks);
    }

    // later - earlier >= length: earlier + length <= later. Where the two are no facts, nobody has to read it as a whole.
    private static string? MovedInstead(ArithmeticOperand days, RelationTest test)
    {
        if (days is not { Left: FactOperand later, Right: FactOperand earlier })
        {
            return null;
        }

        var length = test.Right is Constant { Parameter: { } parameter }
            ? $"{{ \"parameter\": \"{parameter}\" }}"
            : $"\"{((Constant)test.Right).Value.Duration}\"";
        var comparison = test.Relation switch
        {
            Relation.Greater => "before",
            Relation.GreaterOrEqual => "onOrBefore",
            Relation.Less => "after",
            Relation.LessOrEqual => "onOrAfter",
            Relation.NotEqual => "isNot",
            Relation.Equal => "is",
        };
        return $"{{ \"value\": {{ \"fact\": \"{earlier.Fact.Path}\", \"plus\": {length} }}, \"{comparison}\": {{ \"fact\": "
            + $"\"{later.Fact.Path}\" }} }}";
    }
}
