using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <summary>What is known of the two sides of a whole: of what has the share, and of the rest. <see langword="null"/> is without
/// bound.</summary>
/// <param name="LeastPart">The least that may have the share.</param>
/// <param name="MostPart">The most that may have it.</param>
/// <param name="LeastRest">The least that may not.</param>
/// <param name="MostRest">The most that may not.</param>
/// <param name="IsSomething">Whether there certainly is something to have a share of.</param>
/// <param name="IsNothing">Whether something on them may have no value.</param>
internal readonly record struct ShareSides(
    Ratio? LeastPart, Ratio? MostPart, Ratio? LeastRest, Ratio? MostRest, bool IsSomething, bool IsNothing);

/// <summary>Compares shares, exactly.</summary>
internal static class Shares
{
    /// <summary>How a share of something stands to a bound.</summary>
    public static Truth Compare(Relation relation, ShareSides sides, Interval<Ratio> bound) =>
        Compare(relation, bound, at => Beyond(sides, at));

    /// <summary>How the share that one number has of another, which is more than 0, stands to a bound.</summary>
    public static Truth Compare(Relation relation, Interval<Ratio> part, Interval<Ratio> whole, Interval<Ratio> bound) =>
        Compare(relation, bound, at => Beyond(part, whole, at));

    /// <summary>What may be the share where it may be one of nothing: what counts then, or any share that what may be there can
    /// have.</summary>
    public static Interval<Ratio> OrIfNone(ShareSides sides, Interval<Ratio> ifNone)
    {
        var (mayHave, mayNot) = (sides.MostPart is not { IsPositive: false }, sides.MostRest is not { IsPositive: false });
        return !mayHave && !mayNot
            ? ifNone
            : ifNone.Hull(new Interval<Ratio>(mayNot ? Ratio.Zero : Ratio.One, mayHave ? Ratio.One : Ratio.Zero));
    }

    // Nothing lies between the least and the greatest bound but what is known of the two, so each is looked at alone.
    private static Truth Compare(Relation relation, Interval<Ratio> bound, Func<Ratio, Interval<Ratio>> beyond)
    {
        if (bound.IsNothing)
        {
            return Truth.Unknown;
        }

        return relation switch
        {
            Relation.Less or Relation.LessOrEqual => Truths.Of(
                At(relation, bound.Low) == Truth.True, At(relation, bound.High) != Truth.False),
            Relation.Greater or Relation.GreaterOrEqual => Truths.Of(
                At(relation, bound.High) == Truth.True, At(relation, bound.Low) != Truth.False),
            Relation.NotEqual => Compare(Relation.Equal, bound, beyond).Not(),
            Relation.Equal => Truths.Of(
                bound.IsValue && At(Relation.Equal, bound.Low) == Truth.True,
                At(Relation.Greater, bound.High) != Truth.True && At(Relation.Less, bound.Low) != Truth.True),
        };

        Truth At(Relation to, Ratio? at) =>
            at is { } t ? Intervals.Compare(to, beyond(t), Interval<Ratio>.Of(Ratio.Zero)) : Truth.Unknown;
    }

    // The share s/(s + r), s the part and r the rest, is to t as (1 - t)·s - t·r is to 0. Where t lies outside of 0 and 1, it is as far.
    private static Interval<Ratio> Beyond(ShareSides sides, Ratio at)
    {
        var other = Ratio.One + -at;
        return at.IsNegative ? Interval<Ratio>.Of(Ratio.One)
            : other.IsNegative ? Interval<Ratio>.Of(-Ratio.One)
            : new Interval<Ratio>(
                Plus(Times(other, sides.LeastPart), Times(-at, sides.MostRest)),
                Plus(Times(other, sides.MostPart), Times(-at, sides.LeastRest)));
    }

    // The share s/w is to t as s - t·w is to 0. What is 0 is less than t of any whole, however little that is.
    private static Interval<Ratio> Beyond(Interval<Ratio> part, Interval<Ratio> whole, Ratio at) =>
        at.IsNegative ? Interval<Ratio>.Of(Ratio.One)
        : at.IsPositive && part.High is { IsPositive: false } ? Interval<Ratio>.Of(-Ratio.One)
        : new Interval<Ratio>(Plus(part.Low, Times(-at, whole.High)), Plus(part.High, Times(-at, whole.Low)));

    // Zero times whatever there is stays zero.
    private static Ratio? Times(Ratio factor, Ratio? number) => factor.Numerator.IsZero ? Ratio.Zero : number * factor;

    private static Ratio? Plus(Ratio? a, Ratio? b) => a + b;
}
