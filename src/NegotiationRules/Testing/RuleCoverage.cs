using NegotiationRules.Testing;

namespace NegotiationRules;

/// <summary>Which outcomes of a rule the tests have reached.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class RuleCoverage
{
    internal RuleCoverage(Rule rule, IReadOnlyList<RuleOutcome> reached, IReadOnlyList<RuleOutcome> missed)
    {
        Rule = rule;
        Reached = reached;
        Missed = missed;
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>The outcomes that were reached.</summary>
    public IReadOnlyList<RuleOutcome> Reached { get; }

    /// <summary>The outcomes that could have been reached and were not.</summary>
    /// <remarks>
    /// Pending needs a <c>by</c>, not applicable a <c>when</c>, and unknown a fact that may be unknown. Whether the rule can be satisfied
    /// and violated at all is not looked into.
    /// </remarks>
    public IReadOnlyList<RuleOutcome> Missed { get; }

    /// <summary>The rule's id and what was missed.</summary>
    public override string ToString() => Missed.Count == 0
        ? $"rule {Rule.Id}: all outcomes reached"
        : $"rule {Rule.Id}: never {string.Join(", never ", Missed.Select(OutcomeNames.Of))}";
}
