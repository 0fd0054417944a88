using System.Collections.Immutable;
using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Analysis.Grounding;
using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Seeks a scenario in which rules come out otherwise than nearly the same rules, or proves that there is none.</summary>
internal static class TellingScenarios
{
    private static readonly RuleOutcome[] RuleOutcomes = Enum.GetValues<RuleOutcome>();
    private static readonly StageOutcome[] StageOutcomes = Enum.GetValues<StageOutcome>();

    /// <summary>What comes of it.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="tried">The others.</param>
    /// <param name="limits">How much work it may be.</param>
    public static MutantAnswer Seek(RuleSet rules, TriedMutant tried, AnalysisLimits limits)
    {
        // The others come out the same anyway, so nobody need look at what they read; unless a stage hangs on them no less. One that may
        // apply in other scenarios comes out otherwise even where none of its rules does.
        var meanings = new RuleMeanings();
        var (rulesBefore, rulesAfter) = (rules.Checked.Rules, tried.Rules.Checked.Rules);
        var stages = tried.Changed.Where(at => GroundRules.Decides(rulesBefore[at]) != GroundRules.Decides(rulesAfter[at]))
            .Select(at => rulesBefore[at].Stage)
            .Concat(rules.Checked.Stages.Where(stage => !meanings.ApplyAlike(rules.Checked, tried.Rules.Checked, stage)))
            .ToHashSet(StringComparer.Ordinal);
        ImmutableArray<int> places =
            [.. rulesBefore.Select(rule => rule.Index).Where(at => tried.Changed.Contains(at) || stages.Contains(rulesBefore[at].Stage))];
        CheckedRuleSet[] both = [Only(rules.Checked, places), Only(tried.Rules.Checked, places)];
        var about = both.SelectMany(set => set.Rules.SelectMany(AllScenarios.Of).Concat(set.StageConditions.OfType<Condition>()));
        var all = new AllScenarios(both, [], limits);
        var found = all.Seek(about, inquiry => Differ(inquiry, both, stages), _ => true);
        if (found.IsNone && found.UpTo.Count == 0)
        {
            return new MutantAnswer(tried) { IsEquivalent = true };
        }

        return found.Facts is { } facts
            && TellingCase.Of(rules, tried.Rules, facts)?.Shrink(rules, tried.Rules, all.Budget.Allows) is { } telling
            ? new MutantAnswer(tried) { Telling = telling }
            : new MutantAnswer(tried)
            {
                NotDecided = found.Why ?? new NotDecided("the evaluator says otherwise of the scenario that was found"),
            };
    }

    private static Edge Differ(Inquiry inquiry, CheckedRuleSet[] both, IEnumerable<string> stages)
    {
        var circuit = inquiry.Circuit;
        var (one, other) = (inquiry.Rules[0], inquiry.Rules[1]);
        var ofRules = both[0].Rules.Zip(both[1].Rules).SelectMany(pair => RuleOutcomes.Select(outcome =>
            circuit.And(one.Of(pair.First, outcome), !other.Of(pair.Second, outcome))));
        var ofStages = stages.SelectMany(stage => StageOutcomes.Select(outcome =>
            circuit.And(one.Of(stage, outcome), !other.Of(stage, outcome))));
        return circuit.Any(ofRules.Concat(ofStages));
    }

    private static CheckedRuleSet Only(CheckedRuleSet rules, ImmutableArray<int> places) => rules with
    {
        Rules = [.. places.Select(place => rules.Rules[place])],
        StageOfRule = [.. places.Select(place => rules.StageOfRule[place])],
        StageConditions =
        [
            .. rules.StageConditions.Select((condition, stage) => places.Any(at => rules.StageOfRule[at] == stage) ? condition : null),
        ],
    };
}
