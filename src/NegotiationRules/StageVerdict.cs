using NegotiationRules.Evaluation;
using NegotiationRules.Explanation;
using NegotiationRules.Explanation.Outlines;

namespace NegotiationRules;

/// <summary>What became of one stage in one scenario.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class StageVerdict
{
    internal StageVerdict(string name, bool applies, IReadOnlyList<RuleVerdict> rules, EvaluatedScenario evaluated)
    {
        Name = name;
        Rules = rules;
        Outcome = StageEvaluator.OutcomeOf(applies, rules.Select(r => (r.Rule, r.Outcome)));
        Score = StageEvaluator.ScoreOf(evaluated, [.. rules.Select(r => r.Rule)]);
    }

    /// <summary>The stage's name in the rule file.</summary>
    public string Name { get; }

    /// <summary>Not applicable if the stage's <c>when</c> is false; else invalid if a required rule is violated, valid if all are satisfied
    /// or do not apply, otherwise undetermined.</summary>
    public StageOutcome Outcome { get; }

    /// <summary>The score of the stage's preferred rules; <see langword="null"/> if it has none that may apply.</summary>
    public Score? Score { get; }

    /// <summary>All rules of the stage, in the order of the rule set.</summary>
    public IReadOnlyList<RuleVerdict> Rules { get; }

    /// <summary>The required rules that keep the stage from being valid: violated, pending or unknown, in the order of the rule
    /// set.</summary>
    public IEnumerable<RuleVerdict> Blocking =>
        Rules.Where(r =>
            r
                is
            {
                Rule: { Strength: Strength.Required, IsRisk: false },
                Outcome: RuleOutcome.Violated or RuleOutcome.Pending or RuleOutcome.Unknown
            }
        );

    /// <summary>The stage's name and outcome.</summary>
    public override string ToString() => $"{Name}: {OutcomeWords.Of(Outcome)}";
}
