using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Rendering;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Makes the outline of a verdict, and its summary.</summary>
internal static class Explainer
{
    // So many rules of a kind that decide nothing have a line each.
    private const int FewRules = 3;

    /// <summary>Why the verdict is what it is.</summary>
    public static VerdictExplanation Explain(EvaluatedScenario evaluated, string? holder, ExplanationOptions options)
    {
        var (rules, outcomes) = (evaluated.Rules, evaluated.Outcomes);
        var words = RuleSetWords.Of(rules);
        var steps = new StepCount(rules.Work.Part(4));
        var explainer = new RuleExplainer(evaluated, words, options, steps);
        var brief = options.ShowAll ? new RuleExplainer(evaluated, words, options with { ShowAll = false }, steps) : explainer;
        var summary = new StageSummary(evaluated, explainer, brief);
        var (stages, first) = (new ExplanationNode[rules.Stages.Length], new ExplanationNode[rules.Stages.Length]);
        var whole = StageOutcome.Valid;
        for (var stage = 0; stage < stages.Length; stage++)
        {
            var sorted = new SortedRules(words.RulesOf(stage, holder), outcomes, evaluated.Applies[stage]);
            whole = StageEvaluator.Together(whole, sorted.Outcome);
            var lines = new List<ExplanationNode>(sorted.Between(Bearing.InTheWay, Bearing.Missed).Length + 1);
            explainer.AddWhetherApplies(stage, lines);
            AddRules(in sorted, stage, words, options, explainer, lines);
            AddScore(evaluated, explainer.Scenario, sorted.All, lines);
            stages[stage] = new ExplanationNode(words.HeadlineOf(stage, sorted.Outcome), MarkOf(sorted.Outcome), lines);
            first[stage] = summary.Of(stage, in sorted, options.ShowAll ? [] : lines);
        }

        var outline = new ExplanationNode(words.HeadlineOf(holder, whole), MarkOf(whole), stages);
        var premises = words.PremisesOf(evaluated.ScenarioName);
        return new VerdictExplanation(new ExplainedVerdict(rules, holder, whole, outline, first, premises));
    }

    /// <summary>One line for each stage: its outcome and what decides it.</summary>
    public static string Summarise(EvaluatedScenario evaluated, string? holder)
    {
        var words = RuleSetWords.Of(evaluated.Rules);
        var explainer = new RuleExplainer(evaluated, words, ExplanationOptions.Default, new StepCount(evaluated.Rules.Work.Part(4)));
        var summary = new StageSummary(evaluated, explainer, explainer);
        var stages = new ExplanationNode[evaluated.Rules.Stages.Length];
        for (var stage = 0; stage < stages.Length; stage++)
        {
            var sorted = new SortedRules(words.RulesOf(stage, holder), evaluated.Outcomes, evaluated.Applies[stage]);
            stages[stage] = summary.Of(stage, in sorted, []);
        }

        return TextRenderer.OnOneLineEach(stages);
    }

    // What decides comes first. Of what decides nothing, much is told in one line.
    private static void AddRules(
        in SortedRules rules, int stage, RuleSetWords words, ExplanationOptions options, RuleExplainer explainer,
        List<ExplanationNode> lines)
    {
        for (var bearing = Bearing.InTheWay; bearing <= Bearing.Idle; bearing++)
        {
            var same = rules[bearing];
            var (what, mark) = options.ShowAll || same.IsEmpty ? default : bearing switch
            {
                Bearing.OpenAside when same.Length > FewRules => ("that decide nothing are open", ExplanationMark.Unknown),
                Bearing.Fine => ("are as they should be", ExplanationMark.Satisfied),
                Bearing.Idle => ("do not apply", ExplanationMark.NotApplicable),
                _ => default((string, ExplanationMark)),
            };
            if (what is not null)
            {
                lines.Add(bearing == Bearing.OpenAside ? RuleGroup.Of(same, what, mark, explainer)
                    : words.GroupOf(stage, bearing, same, what, mark, explainer));
                continue;
            }

            foreach (var rule in same)
            {
                lines.Add(explainer.Explain(rule));
            }
        }
    }

    private static void AddScore(EvaluatedScenario evaluated, Scope scenario, IReadOnlyList<Rule> rules, List<ExplanationNode> lines)
    {
        if (StageEvaluator.ScoreOf(evaluated, rules) is { } score)
        {
            lines.Add(LineOf(score, evaluated, scenario, rules));
        }
    }

    private static ExplanationNode LineOf(Score score, EvaluatedScenario evaluated, Scope scenario, IReadOnlyList<Rule> rules)
    {
        var preferred = rules
            .Where(r => r is { Strength: Strength.Preferred, IsRisk: false } && evaluated.Outcomes[r.Index] != RuleOutcome.NotApplicable)
            .ToList();
        var met = preferred.Where(r => evaluated.Outcomes[r.Index] == RuleOutcome.Satisfied).ToList();
        var how = preferred.TrueForAll(r => r.Weight.Equals(1))
            ? $"{met.Count} of {preferred.Count} preferred rules satisfied"
            : $"preferred rules satisfied by weight: {FactText.Of(met.Sum(r => r.Weight))} of {FactText.Of(preferred.Sum(r => r.Weight))}";
        return new ExplanationNode($"score {score}: {how}", ExplanationMark.Note)
        {
            Claims = [new ScoreClaim(scenario, evaluated.Rules, rules, score)],
        };
    }

    public static ExplanationMark MarkOf(StageOutcome outcome) => outcome switch
    {
        StageOutcome.Valid => ExplanationMark.Satisfied,
        StageOutcome.Invalid => ExplanationMark.Violated,
        StageOutcome.NotApplicable => ExplanationMark.NotApplicable,
        _ => ExplanationMark.Unknown,
    };
}
