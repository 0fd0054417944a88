using NegotiationRules.Conditions;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Outlines;

/// <summary>By how much a number misses what is wanted of it: what has to come to it at least, or to go.</summary>
/// <param name="Amount">How much; more than nothing.</param>
/// <param name="IsShort">Whether it is missing, and not too much.</param>
/// <param name="Unit">What it is counted in.</param>
internal readonly record struct Margin(Amount Amount, bool IsShort, MarginUnit Unit)
{
    /// <summary>"2 more", "3 too many", "0.5 too much", "63 days too late".</summary>
    public string Words => (Unit, IsShort) switch
    {
        (MarginUnit.Days, true) => $"{Days} too early",
        (MarginUnit.Days, false) => $"{Days} too late",
        (_, true) => $"{Amount} more",
        (MarginUnit.Things, false) => $"{Amount} too many",
        _ => $"{Amount} too much",
    };

    private string Days => Nouns.Count((long)Amount.Steps, "day");

    /// <summary>What is missing; <see langword="null"/> if nothing is, or if there is no telling how much.</summary>
    /// <param name="have">What there is.</param>
    /// <param name="wanted">How it should stand to the bound.</param>
    /// <param name="bound">The bound.</param>
    /// <param name="unit">What both are counted in.</param>
    public static Margin? Of(Amount have, Relation wanted, Amount bound, MarginUnit unit)
    {
        if (!TryMakeExact(ref have) || !TryMakeExact(ref bound))
        {
            return null;
        }

        var scale = Math.Max(have.Scale, bound.Scale);
        var missing = checked(bound.StepsOf(scale) - have.StepsOf(scale));
        var (low, high) = wanted switch
        {
            Relation.GreaterOrEqual => (missing, Int128.MaxValue),
            Relation.Greater => (missing + 1, Int128.MaxValue),
            Relation.LessOrEqual => (Int128.MinValue, missing),
            Relation.Less => (Int128.MinValue, missing - 1),
            Relation.Equal => (missing, missing),
            _ => (Int128.MinValue, Int128.MaxValue),
        };

        // One step more than a bound means something only where steps are whole things.
        var isOpen = wanted is Relation.Greater or Relation.Less && scale > 0;
        return isOpen || (low <= 0 && high >= 0) ? null
            : low > 0 ? new Margin(new Amount(low, scale), IsShort: true, unit)
            : new Margin(new Amount(-high, scale), IsShort: false, unit);
    }

    // A number in floating point that is meant as a decimal: as it is printed.
    private static bool TryMakeExact(ref Amount amount)
    {
        if (amount.Real is null)
        {
            return true;
        }

        var real = amount.Nearest;
        if (Math.Abs(real) >= 1e9 || !ExactNumber.TryRead(FactText.Of(real), out var steps, out var scale))
        {
            return false;
        }

        amount = new Amount(steps, scale);
        return true;
    }
}

internal enum MarginUnit
{
    /// <summary>Things that are counted.</summary>
    Things,

    /// <summary>A number that measures something.</summary>
    Measure,

    /// <summary>Days of the calendar.</summary>
    Days,
}
