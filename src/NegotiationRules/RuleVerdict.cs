using NegotiationRules.Evaluation;
using NegotiationRules.Explanation;

namespace NegotiationRules;

/// <summary>What became of one rule in one scenario.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class RuleVerdict
{
    private readonly Lazy<IReadOnlyList<string>> _unsettled;

    internal RuleVerdict(Rule rule, RuleOutcome outcome, EvaluatedScenario evaluated)
    {
        Rule = rule;
        Outcome = outcome;
        _unsettled = new Lazy<IReadOnlyList<string>>(() => outcome == RuleOutcome.Unknown ? [.. UnsettledFacts.Of(rule, evaluated.Rules, evaluated.Scope)] : []);
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>What became of it.</summary>
    public RuleOutcome Outcome { get; }

    /// <summary>Where the outcome is unknown, the facts that would settle it; otherwise empty.</summary>
    /// <remarks>
    /// Each is the path by which <see cref="Scenario.With(string, object?)"/> sets it, such as <c>agreement.termYears</c>, or <c>parties[1].delegates</c> for a list
    /// that is absent or not complete. They come in the order in which the rule reads them. Worked out when first asked for.
    /// </remarks>
    public IReadOnlyList<string> Unsettled => _unsettled.Value;

    /// <summary>The rule's id and its outcome in words.</summary>
    public override string ToString() => $"{Rule.Id}: {OutcomeWords.Of(Rule, Outcome)}";
}
