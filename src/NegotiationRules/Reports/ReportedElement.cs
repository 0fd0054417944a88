using NegotiationRules.Conditions;

namespace NegotiationRules;

/// <summary>What a report of a verdict tells of one element of the list of a rule with <c>forEach</c>.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class ReportedElement
{
    internal ReportedElement(string label, string path, string? holder, RuleOutcome outcome, string? reason) =>
        (Label, Path, Holder, Outcome, Reason) = (label, path, holder, outcome, reason);

    /// <summary>What the element is called.</summary>
    public string Label { get; }

    /// <summary>Where it stands in the scenario: <c>parties[0]</c>; empty for a value of a parameter.</summary>
    public string Path { get; }

    /// <summary>The party whose precondition it is for this element; <see langword="null"/> if it is nobody's in particular, or if that is
    /// not known.</summary>
    public string? Holder { get; }

    /// <summary>What became of the rule for this element.</summary>
    public RuleOutcome Outcome { get; }

    /// <summary>The reason that the rule gives for it; <see langword="null"/> if it gives none.</summary>
    public string? Reason { get; }

    /// <summary>The label and the outcome.</summary>
    public override string ToString() => $"{Label}: {Words.Of(Outcome)}";
}
