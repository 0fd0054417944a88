using NegotiationRules.Conditions;

namespace NegotiationRules;

/// <summary>What a report of a verdict tells of one rule.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class ReportedRule
{
    internal ReportedRule(
        string id, RuleOutcome outcome, string? reason, IReadOnlyList<string> unsettled, IReadOnlyList<ReportedElement> elements) =>
        (Id, Outcome, Reason, Unsettled, Elements) = (id, outcome, reason, unsettled, elements);

    /// <summary>The rule's id.</summary>
    public string Id { get; }

    /// <summary>What became of it.</summary>
    public RuleOutcome Outcome { get; }

    /// <summary>The reason that it gives, its braces filled in; <see langword="null"/> if it gives none.</summary>
    public string? Reason { get; }

    /// <summary>Where the outcome is unknown, the facts that settle it, as <see cref="RuleVerdict.Unsettled"/>; empty if finding them takes
    /// more work than <see cref="WorkLimits"/> allow.</summary>
    public IReadOnlyList<string> Unsettled { get; }

    /// <summary>Of a rule with <c>forEach</c>, what became of each element, as <see cref="RuleVerdict.Elements"/>; empty if looking at all
    /// of them takes more work than <see cref="WorkLimits"/> allow.</summary>
    public IReadOnlyList<ReportedElement> Elements { get; }

    /// <summary>The rule's id and its outcome.</summary>
    public override string ToString() => $"{Id}: {Words.Of(Outcome)}";
}
