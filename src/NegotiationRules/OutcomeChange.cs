using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Outlines;

namespace NegotiationRules;

/// <summary>A rule whose outcome is another than before.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Before">What it was.</param>
/// <param name="After">What it is.</param>
public readonly record struct OutcomeChange(Rule Rule, RuleOutcome Before, RuleOutcome After)
{
    /// <summary>The rule's id and both outcomes; of a change that nobody made, which has no rule, nothing.</summary>
    public override string ToString() =>
        Rule is null ? string.Empty : $"{Rule.Id}: {OutcomeWords.Of(Rule, Before)} → {OutcomeWords.Of(Rule, After)}";
}
