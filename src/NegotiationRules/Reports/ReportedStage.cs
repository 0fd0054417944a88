using NegotiationRules.Conditions;

namespace NegotiationRules;

/// <summary>What a report of a verdict tells of one stage.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class ReportedStage
{
    internal ReportedStage(string name, StageOutcome outcome, Score? score, IReadOnlyList<string> blocking) =>
        (Name, Outcome, Score, Blocking) = (name, outcome, score, blocking);

    /// <summary>The stage's name.</summary>
    public string Name { get; }

    /// <summary>What became of it.</summary>
    public StageOutcome Outcome { get; }

    /// <summary>The score of its preferred rules; <see langword="null"/> if it has none that may apply.</summary>
    public Score? Score { get; }

    /// <summary>The ids of the required rules that keep it from being valid: violated, pending or unknown.</summary>
    public IReadOnlyList<string> Blocking { get; }

    /// <summary>The stage's name and outcome.</summary>
    public override string ToString() => $"{Name}: {Words.Of(Outcome)}";
}
