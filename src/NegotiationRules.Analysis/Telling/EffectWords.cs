using NegotiationRules.Analysis.Questions;
using NegotiationRules.Explanation.Outlines;

namespace NegotiationRules.Analysis.Telling;

/// <summary>What a remedy does beside what it is for, and what it leaves as it is.</summary>
internal static class EffectWords
{
    /// <summary>What comes out otherwise of rules that are expected or preferred, of risks, and of other stages: "“A” is met, too", "“B”
    /// is violated then (expected)".</summary>
    public static IReadOnlyList<string> Of(FoundRemedy remedy, Verdict before, StageVerdict stage)
    {
        var stages = before.Stages.Zip(remedy.Verdict.Stages)
            .Where(pair => pair.First.Outcome != pair.Second.Outcome && pair.First.Name != stage.Name)
            .Select(pair => $"{pair.First.Name} {(pair.Second.Outcome == StageOutcome.Undetermined ? "becomes" : "is")} "
                + $"{OutcomeWords.Of(pair.Second.Outcome)} then");
        return [.. stages, .. remedy.ChangesFrom(before).Where(change => IsTold(change.Rule)).Select(Words).OfType<string>()];
    }

    /// <summary>The expected rules of the stage that are violated, and stay so after each of the remedies.</summary>
    public static IReadOnlyList<Rule> StillMissed(StageVerdict stage, IReadOnlyList<FoundRemedy> remedies) =>
    [
        .. stage.Rules.Where(rule => rule is { Outcome: RuleOutcome.Violated, Rule: { Strength: Strength.Expected, IsRisk: false } })
            .Select(rule => rule.Rule)
            .Where(rule => remedies.All(remedy => remedy.Verdict.Rules.Any(
                other => other.Rule.Id == rule.Id && other.Outcome == RuleOutcome.Violated))),
    ];

    // What stands in the way of the stage is what the remedy is for; required rules of other stages are told by those.
    private static bool IsTold(Rule rule) =>
        rule.IsRisk || rule.Strength is Strength.Expected or Strength.Preferred;

    private static string? Words(OutcomeChange change)
    {
        var name = $"“{change.Rule.Title ?? change.Rule.Id}”";
        return (change.Rule.IsRisk, change.After) switch
        {
            (true, RuleOutcome.Violated) => $"the risk {name} is raised then",
            (true, RuleOutcome.Satisfied) => $"the risk {name} is gone then",
            (true, _) => null,
            (false, RuleOutcome.Satisfied) => $"{name} is met, too ({StrengthOf(change.Rule)})",
            (false, RuleOutcome.Violated) => $"{name} is violated then ({StrengthOf(change.Rule)})",
            (false, RuleOutcome.Unknown) when change.Before == RuleOutcome.Satisfied => $"{name} is open then ({StrengthOf(change.Rule)})",
            _ => null,
        };
    }

    private static string StrengthOf(Rule rule) => rule.Strength == Strength.Preferred ? "preferred" : "expected";
}
