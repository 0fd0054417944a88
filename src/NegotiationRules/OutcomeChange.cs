using NegotiationRules.Explanation;

namespace NegotiationRules;

/// <summary>A rule whose outcome is another than before.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it is.</param>
public readonly record struct OutcomeChange(Rule Rule, RuleOutcome Before, RuleOutcome After)
{
    /// <summary>The rule's id and both outcomes.</summary>
    public override string ToString() => $"{Rule.Id}: {OutcomeWords.Of(Rule, Before)} → {OutcomeWords.Of(Rule, After)}";
}
