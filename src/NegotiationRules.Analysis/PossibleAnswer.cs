namespace NegotiationRules;

/// <summary>What a fact may turn out to be, and what that means.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class PossibleAnswer
{
    internal PossibleAnswer(string? room, StageOutcome outcome, Verdict verdict) => (Room, Outcome, Verdict) = (room, outcome, verdict);

    /// <summary>The values, in words: "true", "on or before 2022-01-31"; <see langword="null"/> of a list: that it has no further
    /// elements.</summary>
    public string? Room { get; }

    /// <summary>What the stage is then, if nothing else is found out.</summary>
    public StageOutcome Outcome { get; }

    /// <summary>The verdict with one of these values.</summary>
    public Verdict Verdict { get; }

    /// <summary>The values, and the outcome.</summary>
    public override string ToString() => $"{Room ?? "nothing else"}: {Explanation.Outlines.OutcomeWords.Of(Outcome)}";
}
