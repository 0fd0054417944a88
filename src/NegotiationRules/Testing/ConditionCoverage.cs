namespace NegotiationRules;

/// <summary>Which values of a condition the tests have reached, in whatever rule or element it was evaluated.</summary>
/// <remarks>
/// A named condition counts once, where it is written. A condition counts where a rule asks for it: not in the <c>require</c> of a rule
/// that does not apply, nor in the <c>satisfy</c> of elements for which <c>where</c> does not hold. It counts also where another condition
/// beside it has decided already. Immutable.
/// </remarks>
public sealed class ConditionCoverage
{
    internal ConditionCoverage(Place place, string text)
    {
        Place = place;
        Text = text;
    }

    /// <summary>Where it stands.</summary>
    public Place Place { get; }

    /// <summary>What is written there, on one line and cut where it is long.</summary>
    public string Text { get; }

    /// <summary>Whether it was true once.</summary>
    public bool WasTrue { get; internal init; }

    /// <summary>Whether it was false once.</summary>
    public bool WasFalse { get; internal init; }

    /// <summary>Whether it was unknown once.</summary>
    public bool WasUnknown { get; internal init; }

    /// <summary>Whether it can be unknown: not if it only asks whether facts are <c>known</c>, or reads facts with a default.</summary>
    public bool CanBeUnknown { get; internal init; }

    /// <summary>
    /// For a part of <c>all</c>, <c>any</c>, <c>none</c>, <c>atLeast … of</c> or of an object with several facts: whether a case has shown
    /// that this part alone makes a difference. In <c>all</c>, it was false while every other part was true; in <c>any</c> and <c>none</c>,
    /// true while every other was false; in <c>atLeast … of</c>, one of just as
    /// many true ones as are needed. <see langword="null"/> for any other condition.
    /// </summary>
    public bool? DecidedAlone { get; internal init; }

    /// <summary>Whether nothing is left to be shown.</summary>
    public bool IsComplete => WasTrue && WasFalse && (WasUnknown || !CanBeUnknown) && DecidedAlone != false;

    /// <summary>The place, the text and what was missed.</summary>
    public override string ToString() => $"{Place}: {(IsComplete ? "all reached" : string.Join(", ", Missed()))}: {Text}";

    private IEnumerable<string> Missed()
    {
        if (!WasTrue)
        {
            yield return "never true";
        }

        if (!WasFalse)
        {
            yield return "never false";
        }

        if (!WasUnknown && CanBeUnknown)
        {
            yield return "never unknown";
        }

        if (DecidedAlone == false)
        {
            yield return "never decided alone";
        }
    }
}
