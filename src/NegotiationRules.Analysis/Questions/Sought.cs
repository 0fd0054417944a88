using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What came of seeking a scenario: it was found, there is none, or that is not decided.</summary>
/// <param name="Facts">The scenario, as the evaluator has accepted it.</param>
/// <param name="Why">Why it is not decided.</param>
/// <param name="UpTo">If there is none: the lists of which only so many elements were allowed; others may be of any length.</param>
internal sealed record Sought(FactRecord? Facts, NotDecided? Why, IReadOnlyList<ListLimit> UpTo)
{
    /// <summary>Whether it is proved that there is none.</summary>
    public bool IsNone => Facts is null && Why is null;

    public static Sought Found(FactRecord facts) => new(facts, null, []);

    public static Sought None(IReadOnlyList<ListLimit> upTo) => new(null, null, upTo);

    public static Sought Open(NotDecided why) => new(null, why, []);
}

/// <summary>How long a list may be at most.</summary>
/// <param name="List">Its path in the vocabulary.</param>
/// <param name="Most">So many elements.</param>
internal readonly record struct ListLimit(string List, int Most);
