namespace NegotiationRules;

/// <summary>What to do about a stage that is not valid: what it would take, what to ask first, or why nothing helps.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class Advice
{
    internal Advice(StageVerdict stage) => Stage = stage;

    /// <summary>What became of the stage.</summary>
    public StageVerdict Stage { get; }

    /// <summary>The smallest sets of steps that make it valid, the cheapest first, ways out last: at most as many as
    /// <see cref="RemedyOptions.Most"/>.</summary>
    public required IReadOnlyList<Remedy> Remedies { get; init; }

    /// <summary>Whether these are all there are.</summary>
    public required bool IsAll { get; init; }

    /// <summary>Why there is no remedy but ways out, in a sentence without a full stop; <see langword="null"/> if there is one, or the
    /// stage is valid or does not apply.</summary>
    public string? WhyNone { get; init; }

    /// <summary>Where there is none: what it would take if nothing were fixed; <see langword="null"/> if that would not help
    /// either.</summary>
    public Remedy? NearestMiss { get; init; }

    /// <summary>Where the stage is open: what to find out, the most telling first.</summary>
    public IReadOnlyList<FactQuestion> Questions { get; init; } = [];

    /// <summary>Where the stage is undetermined and yet comes out in one way whatever is found out: that outcome, which is
    /// proved.</summary>
    public StageOutcome? Settled { get; init; }

    /// <summary>Why it is not known whether these are all; <see langword="null"/> if it is.</summary>
    public NotDecided? NotDecided { get; init; }

    /// <summary>The stage with its outcome, and a line for each remedy.</summary>
    public override string ToString() =>
        string.Join(Environment.NewLine, Remedies.Select(remedy => $"- {remedy}").Prepend(Stage.ToString()));
}
