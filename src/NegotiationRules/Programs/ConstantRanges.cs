using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <summary>What facts may be where they stand in a relation to a constant, and constants of which not all is known.</summary>
internal static class ConstantRanges
{
    /// <summary>What asks whether a number, a day or a moment stands so to a constant; a month or a year is the whole of it.</summary>
    public static TestRange Of(int level, int column, FactOperand fact, Relation relation, Constant constant)
    {
        var (first, last) = ExactBounds(constant, fact.Measure.Scale);
        var (low, high) = relation switch
        {
            Relation.Less => (Int128.MinValue, first.Ceiling - 1),
            Relation.LessOrEqual => (Int128.MinValue, last.Floor),
            Relation.Greater => (last.Floor + 1, Int128.MaxValue),
            Relation.GreaterOrEqual => (first.Ceiling, Int128.MaxValue),
            _ => (first.Ceiling, last.Floor),
        };
        var unknown = Unknown(relation, Bounds.Of(fact), constant, fact.Measure.Scale);
        // Beyond 64 bits nothing can lie, so cutting off there changes nothing; an empty range stays empty.
        var (from, to) = low > high || low > long.MaxValue || high < long.MinValue
            ? (1L, 0L)
            : ((long)Int128.Max(low, long.MinValue), (long)Int128.Min(high, long.MaxValue));
        return new TestRange(level, column, from, to, unknown);
    }

    /// <summary>The same for floating point.</summary>
    public static TestRealRange Of(int level, int column, FactOperand fact, Relation relation, double value)
    {
        var (low, high) = relation switch
        {
            Relation.Less => (double.NegativeInfinity, Math.BitDecrement(value)),
            Relation.LessOrEqual => (double.NegativeInfinity, value),
            Relation.Greater => (Math.BitIncrement(value), double.PositiveInfinity),
            Relation.GreaterOrEqual => (value, double.PositiveInfinity),
            _ => (value, value),
        };
        return new TestRealRange(
            level, column, low, high, Intervals.Compare(relation, FactBounds.Of((RealType)fact.Fact.Type), Interval<double>.Of(value)));
    }

    // What an unknown fact makes of the comparison: its bounds may decide.
    private static Truth Unknown(Relation relation, Bounds bounds, Constant constant, int scale)
    {
        var finer = Math.Max(scale, constant.Measure.Scale);
        var factor = Scales.Power(finer - scale);
        var fact = new Interval<Int128>(bounds.Low * (Int128)factor, bounds.High * (Int128)factor);
        if (constant.Measure.Kind == MeasureKind.Day)
        {
            return Intervals.CompareToPeriod(relation, fact, constant.Value.Date);
        }

        var value =
            constant.Measure.Kind == MeasureKind.Instant
                ? constant.Value.UtcTicks
                : (Int128)constant.Value.Steps * Scales.Power(finer - constant.Measure.Scale);
        return Intervals.Compare(relation, fact, Interval<Int128>.Of(value));
    }

    // The constant in steps of the fact's scale, rounded both ways; for a month or a year, its first and its last day.
    private static (Rounded First, Rounded Last) ExactBounds(Constant constant, int scale)
    {
        switch (constant.Measure.Kind)
        {
            case MeasureKind.Day:
                var (first, last) = constant.Value.Date;
                return (new Rounded(first, first), new Rounded(last, last));
            case MeasureKind.Instant:
                return (
                    new Rounded(constant.Value.UtcTicks, constant.Value.UtcTicks),
                    new Rounded(constant.Value.UtcTicks, constant.Value.UtcTicks)
                );
            default:
                Int128 steps = constant.Value.Steps;
                if (scale >= constant.Measure.Scale)
                {
                    var exact = steps * Scales.Power(scale - constant.Measure.Scale);
                    return (new Rounded(exact, exact), new Rounded(exact, exact));
                }

                var divisor = Scales.Power(constant.Measure.Scale - scale);
                var (quotient, rest) = Int128.DivRem(steps, divisor);
                var rounded = new Rounded(quotient - (rest < 0 ? 1 : 0), quotient + (rest > 0 ? 1 : 0));
                return (rounded, rounded);
        }
    }

    /// <summary>A fact of a value of a parameter as a quantity: what is not known of it is not known of any scenario.</summary>
    public static ConstantQuantity Of(FactOperand fact, FactValue value) => value.IsKnown
        ? new ConstantQuantity(value.Date.First, value.Date.Last)
        : new ConstantQuantity(Bounds.Of(fact).Low ?? long.MinValue, Bounds.Of(fact).High ?? long.MaxValue);

    private readonly record struct Rounded(Int128 Floor, Int128 Ceiling);
}
