using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;

namespace NegotiationRules.Explanation;

/// <summary>By how much a demand is missed, where that can be measured.</summary>
internal static class Margins
{
    // Days that are further apart are not counted.
    private const int MostDays = 731;

    /// <summary>Of numbers and days that a rule demands, and that are known. A month that is demanded is no day.</summary>
    public static MarginClaim? Of(RelationTest test, Scope scope, Stance stance)
    {
        if (!stance.IsDemand || test.Relation.IsEquality() || !(test.Left.Measure.IsNumber || test.Left.Measure.Kind == MeasureKind.Day)
            || Amount.Of(test.Left, scope) is not { } have || Amount.Of(test.Right, scope) is not { } bound)
        {
            return null;
        }

        var unit = test.Left.Measure.IsNumber ? MarginUnit.Measure : MarginUnit.Days;
        return Margin.Of(have, stance.Wanted(test.Relation), bound, unit) is { } margin
            ? new MarginClaim(scope, test, margin) : null;
    }

    /// <summary>Whether it says more than what there is.</summary>
    public static bool SaysMore(MarginClaim? margin, RelationTest test, Scope scope) => margin?.Margin switch
    {
        null => false,
        { Unit: MarginUnit.Days, Amount.Steps: var days } => days <= MostDays,
        _ => Amount.Of(test.Left, scope) is { IsZero: false },
    };

    /// <summary>Of things that are counted. What certainly counts is what there is; what may count may make up for what is missing, but
    /// nothing takes away what is too much.</summary>
    public static MarginClaim? Of(RelationTest test, Heads heads, Scope scope, Stance stance)
    {
        var wanted = stance.Wanted(test.Relation);
        return Amount.Of(test.Right, scope) is { } bound
            && (heads.IsSettled || wanted is Relation.Greater or Relation.GreaterOrEqual)
            && Margin.Of(new Amount(heads.Meeting, 0), wanted, bound, MarginUnit.Things) is { Amount.Scale: 0 } margin
            ? new MarginClaim(scope, test, margin)
            : null;
    }

    /// <summary>Of a share: what would have to pass from the rest to those that have it, or from these to the rest, as long as the whole is
    /// settled.</summary>
    public static MarginClaim? Of(ShareTest test, Claim claim, Scope scope, Stance stance)
    {
        var wanted = stance.Wanted(test.Relation);
        var (have, all, isSettled, scale) = claim switch
        {
            CountClaim count => ((Int128)count.Heads.Meeting, (Int128)count.Heads.All, count.Heads is { IsComplete: true, Outside: 0 }, 0),
            WeightClaim { Weights: { Part.Real: null, Outside.IsZero: true, IsComplete: true } weights } =>
                (weights.Part.Steps, weights.All.Steps, true, weights.Part.Scale),
            _ => (default, default, false, 0),
        };
        var mayGrow = claim is CountClaim { Heads.Maybe: > 0 } or WeightClaim { Weights.Maybe.IsZero: false };
        if (!isSettled || all == 0 || test.Fraction is not { } fraction || wanted.IsEquality()
            || (mayGrow && wanted is Relation.Less or Relation.LessOrEqual))
        {
            return null;
        }

        // The least or the most that may have the share.
        var (product, q) = (checked(all * fraction.Numerator), (Int128)fraction.Denominator);
        var floor = product / q;
        var isWhole = floor * q == product;
        var (relation, bound) = wanted switch
        {
            Relation.GreaterOrEqual => (Relation.GreaterOrEqual, isWhole ? floor : floor + 1),
            Relation.Greater => (Relation.GreaterOrEqual, floor + 1),
            Relation.LessOrEqual => (Relation.LessOrEqual, floor),
            _ => (Relation.LessOrEqual, isWhole ? floor - 1 : floor),
        };
        return bound >= 0 && bound <= all && Margin.Of(new Amount(have, scale), relation, new Amount(bound, scale), claim is CountClaim
            ? MarginUnit.Things : MarginUnit.Measure) is { } margin
            ? new MarginClaim(scope, test, margin)
            : null;
    }

    /// <summary>": 2 more", or nothing where it is all there is, or all there should be: then it has been said.</summary>
    public static string Words(MarginClaim? margin, bool saysMore) => margin is null || !saysMore ? string.Empty : $": {margin.Words}";

    /// <summary>"63 days after", of two days that are known and not years apart. Where it is demanded, the margin says by how much it is
    /// missed.</summary>
    public static string? Distance(RelationTest test, Scope scope, bool isDemand)
    {
        if (test.Left.Measure.Kind != MeasureKind.Day
            || Quantities.Exact(test.Left, scope, 0) is not { IsNothing: false, IsValue: true, Low: { } day }
            || Quantities.Exact(test.Right, scope, 0) is not { IsNothing: false, IsValue: true, Low: { } other })
        {
            return null;
        }

        var days = (int)(day - other);
        return days == 0 ? $"not {(test.Relation is Relation.Less or Relation.GreaterOrEqual ? "before" : "after")}"
            : isDemand || Math.Abs(days) > MostDays ? days < 0 ? "before" : "after"
            : $"{Nouns.Count(Math.Abs(days), "day")} {(days < 0 ? "before" : "after")}";
    }
}
