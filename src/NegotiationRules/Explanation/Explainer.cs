using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation;

/// <summary>Makes the outline of a verdict, and its summary.</summary>
internal static class Explainer
{
    // So many rules of a kind that decide nothing have a line each.
    private const int FewRules = 3;

    /// <summary>Why the verdict is what it is.</summary>
    public static VerdictExplanation Explain(EvaluatedScenario evaluated, string? holder, ExplanationOptions options)
    {
        var steps = new StepCount(evaluated.Rules.Work.Part(2));
        var explainer = new RuleExplainer(evaluated, options, steps);
        var told = new Dictionary<Rule, ExplanationNode>(ReferenceEqualityComparer.Instance);
        var summary = new StageSummary(
            evaluated,
            options.ShowAll ? new RuleExplainer(evaluated, options with { ShowAll = false }, steps).Explain : Tell
        );
        var (stages, first) = (new List<ExplanationNode>(), new List<ExplanationNode>());
        foreach (var stage in evaluated.Rules.Stages)
        {
            var rules = RulesOf(evaluated, stage, holder);
            var outcome = OutcomeOf(evaluated, rules);
            List<ExplanationNode> lines = [.. Sort(evaluated, rules, options, Tell), .. ScoreLine(evaluated, rules)];
            stages.Add(new ExplanationNode(new Headline(stage, OutcomeWords.Of(outcome), []), MarkOf(outcome), lines));
            first.Add(summary.Of(stage, rules, outcome));
        }

        var whole = StageEvaluator.Together(evaluated.Rules.Stages.Select(s => OutcomeOf(evaluated, RulesOf(evaluated, s, holder))));
        var name = evaluated.Rules.Version is { } version ? $"{evaluated.Rules.Name} {version}" : evaluated.Rules.Name;
        var whose = holder is null
            ? string.Empty
            : $", by the rules of {evaluated.Rules.Parties.GetValueOrDefault(holder) ?? holder} alone";
        var outline = new ExplanationNode(new Headline(name + whose, OutcomeWords.Of(whole), []), MarkOf(whole), stages);
        return new VerdictExplanation(new ExplainedVerdict(evaluated.Rules, holder, whole, outline, first, Premises.Of(evaluated)));

        ExplanationNode Tell(Rule rule) => told.TryGetValue(rule, out var node) ? node : told[rule] = explainer.Explain(rule);
    }

    /// <summary>One line for each stage: its outcome and what decides it.</summary>
    public static string Summarise(EvaluatedScenario evaluated, string? holder)
    {
        var summary = new StageSummary(
            evaluated,
            new RuleExplainer(evaluated, ExplanationOptions.Default, new StepCount(evaluated.Rules.Work.Part(2))).Explain
        );
        return string.Join(
            '\n',
            evaluated.Rules.Stages.Select(stage =>
            {
                var rules = RulesOf(evaluated, stage, holder);
                return OneLine.Of(StageSummary.OnOneLine(summary.Of(stage, rules, OutcomeOf(evaluated, rules))));
            })
        );
    }

    // What decides comes first. Of what decides nothing, much is told in one line.
    private static IEnumerable<ExplanationNode> Sort(
        EvaluatedScenario evaluated, IReadOnlyList<Rule> rules, ExplanationOptions options,
        Func<Rule, ExplanationNode> tell
    )
    {
        foreach (var group in rules.GroupBy(rule => Bearings.Of(rule, evaluated.Outcomes[rule.Index])).OrderBy(group => group.Key))
        {
            List<Rule> same = [.. group];
            var nodes = options.ShowAll
                ? null
                : group.Key switch
                {
                    Bearing.OpenAside when same.Count > FewRules => RuleGroup.Of(
                        same, "that decide nothing are open", ExplanationMark.Unknown, tell
                    ),
                    Bearing.Fine => RuleGroup.Of(same, "are as they should be", ExplanationMark.Satisfied, tell),
                    Bearing.Idle => RuleGroup.Of(same, "do not apply", ExplanationMark.NotApplicable, tell),
                    _ => null,
                };
            foreach (var node in nodes ?? [.. same.Select(tell)])
            {
                yield return node;
            }
        }
    }

    private static IEnumerable<ExplanationNode> ScoreLine(EvaluatedScenario evaluated, IReadOnlyList<Rule> rules)
    {
        if (StageEvaluator.ScoreOf(evaluated, rules) is not { } score)
        {
            yield break;
        }

        var preferred = rules
            .Where(r => r is { Strength: Strength.Preferred, IsRisk: false } && evaluated.Outcomes[r.Index] != RuleOutcome.NotApplicable)
            .ToList();
        var met = preferred.Where(r => evaluated.Outcomes[r.Index] == RuleOutcome.Satisfied).ToList();
        var how = preferred.TrueForAll(r => r.Weight.Equals(1))
            ? $"{met.Count} of {preferred.Count} preferred rules satisfied"
            : $"preferred rules satisfied by weight: {FactText.Of(met.Sum(r => r.Weight))} of {FactText.Of(preferred.Sum(r => r.Weight))}";
        yield return new ExplanationNode($"score {score}: {how}", ExplanationMark.Note);
    }

    private static IReadOnlyList<Rule> RulesOf(EvaluatedScenario evaluated, string stage, string? holder) =>
        [.. evaluated.Rules.Rules.Where(r => r.Stage == stage && (holder is null || r.Holder == holder))];

    private static StageOutcome OutcomeOf(EvaluatedScenario evaluated, IReadOnlyList<Rule> rules) =>
        StageEvaluator.OutcomeOf(rules.Select(r => (r, evaluated.Outcomes[r.Index])));

    public static ExplanationMark MarkOf(StageOutcome outcome) => outcome switch
    {
        StageOutcome.Valid => ExplanationMark.Satisfied,
        StageOutcome.Invalid => ExplanationMark.Violated,
        _ => ExplanationMark.Unknown,
    };
}
