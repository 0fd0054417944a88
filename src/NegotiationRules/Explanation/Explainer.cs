using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation;

/// <summary>Makes the outline of a verdict, and its summary.</summary>
internal static class Explainer
{
    private const int MostReasons = 2;
    private const int MostFacts = 5;
    private const int FewRules = 3;

    /// <summary>Why the verdict is what it is.</summary>
    public static VerdictExplanation Explain(EvaluatedScenario evaluated, string? holder, ExplanationOptions options)
    {
        var explainer = new RuleExplainer(evaluated, options);
        var stages = new List<ExplanationNode>();
        foreach (var stage in evaluated.Rules.Stages)
        {
            var rules = RulesOf(evaluated, stage, holder);
            var outcome = OutcomeOf(evaluated, rules);
            var (told, idle) = Sort(evaluated, rules, options);
            List<ExplanationNode> lines = [.. told.Select(explainer.Explain), .. IdleLine(idle, options), .. ScoreLine(evaluated, rules)];
            stages.Add(new ExplanationNode(new Headline(stage, OutcomeWords.Of(outcome), []), MarkOf(outcome), lines));
        }

        var whole = StageEvaluator.Together(evaluated.Rules.Stages.Select(s => OutcomeOf(evaluated, RulesOf(evaluated, s, holder))));
        var name = evaluated.Rules.Version is { } version ? $"{evaluated.Rules.Name} {version}" : evaluated.Rules.Name;
        var whose = holder is null ? string.Empty : $", by the rules of {evaluated.Rules.Parties.GetValueOrDefault(holder) ?? holder} alone";
        var outline = new ExplanationNode(new Headline(name + whose, OutcomeWords.Of(whole), []), MarkOf(whole), stages);
        return new VerdictExplanation(evaluated.Rules.Name, evaluated.Rules.Version, holder, whole, outline);
    }

    /// <summary>One line for each stage: its outcome and, if it is not valid, the first reasons.</summary>
    public static string Summarise(EvaluatedScenario evaluated, string? holder)
    {
        var explainer = new RuleExplainer(evaluated, ExplanationOptions.Default);
        return string.Join('\n', evaluated.Rules.Stages.Select(stage =>
        {
            var rules = RulesOf(evaluated, stage, holder);
            var outcome = OutcomeOf(evaluated, rules);
            var reasons = outcome switch
            {
                StageOutcome.Invalid => Violations(evaluated, rules, explainer),
                StageOutcome.Undetermined => OpenPoints(evaluated, rules),
                _ => string.Empty,
            };
            return OneLine.Of($"{stage}: {OutcomeWords.Of(outcome)}{(reasons.Length == 0 ? string.Empty : $" — {reasons}")}");
        }));
    }

    private static string Violations(EvaluatedScenario evaluated, IReadOnlyList<Rule> rules, RuleExplainer explainer)
    {
        var violated = rules.Where(r => IsRequired(r) && evaluated.Outcomes[r.Index] == RuleOutcome.Violated).ToList();
        var reasons = violated.Take(MostReasons).Select(r => FirstReason(explainer.Explain(r)) ?? r.Id);
        var more = violated.Count > MostReasons ? $"; {Nouns.Count(violated.Count - MostReasons, "more rule")} violated" : string.Empty;
        return string.Join("; ", reasons) + more;
    }

    private static string OpenPoints(EvaluatedScenario evaluated, IReadOnlyList<Rule> rules)
    {
        var scope = evaluated.NewScope();
        var pending = rules.Where(r => IsRequired(r) && evaluated.Outcomes[r.Index] == RuleOutcome.Pending).Select(r => r.Id).ToList();
        var unknown = rules.Where(r => IsRequired(r) && evaluated.Outcomes[r.Index] == RuleOutcome.Unknown)
            .SelectMany(r => UnsettledFacts.Of(r, evaluated.Rules, scope))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        var facts = unknown.Count > MostFacts + 1 ? $"{string.Join(", ", unknown.Take(MostFacts))} and {unknown.Count - MostFacts} more" : string.Join(", ", unknown);
        string[] points =
        [
            pending.Count == 0 ? string.Empty : $"pending: {string.Join(", ", pending)}",
            unknown.Count == 0 ? string.Empty : $"not known: {facts}",
        ];
        return string.Join("; ", points.Where(p => p.Length > 0));
    }

    // The first line that says something of a fact: headings are no reasons.
    private static string? FirstReason(ExplanationNode node) =>
        node.RuleId is null && node.Short is not null ? node.Short
        : node.Children.Where(c => c.Mark == ExplanationMark.Violated).Select(FirstReason).FirstOrDefault(r => r is not null)
            ?? (node.RuleId is null && node.Mark == ExplanationMark.Violated ? node.Text : null);

    // Rules that do not apply are told one by one only if they are few.
    private static (IReadOnlyList<Rule> Told, IReadOnlyList<Rule> Idle) Sort(EvaluatedScenario evaluated, IReadOnlyList<Rule> rules, ExplanationOptions options)
    {
        var idle = rules.Where(r => evaluated.Outcomes[r.Index] == RuleOutcome.NotApplicable).ToList();
        return options.ShowAll || idle.Count <= FewRules ? (rules, []) : ([.. rules.Except(idle)], idle);
    }

    private static IEnumerable<ExplanationNode> IdleLine(IReadOnlyList<Rule> idle, ExplanationOptions options)
    {
        if (idle.Count > 0)
        {
            var ids = Series.And([.. idle.Select(r => r.Id)], options.MostElements);
            yield return new ExplanationNode($"{idle.Count} rules are not applicable: {ids}", ExplanationMark.NotApplicable);
        }
    }

    private static IEnumerable<ExplanationNode> ScoreLine(EvaluatedScenario evaluated, IReadOnlyList<Rule> rules)
    {
        if (StageEvaluator.ScoreOf(evaluated, rules) is not { } score)
        {
            yield break;
        }

        var preferred = rules.Where(r => r is { Strength: Strength.Preferred, IsRisk: false } && evaluated.Outcomes[r.Index] != RuleOutcome.NotApplicable).ToList();
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

    private static bool IsRequired(Rule rule) => rule is { Strength: Strength.Required, IsRisk: false };

    private static ExplanationMark MarkOf(StageOutcome outcome) => outcome switch
    {
        StageOutcome.Valid => ExplanationMark.Satisfied,
        StageOutcome.Invalid => ExplanationMark.Violated,
        _ => ExplanationMark.Unknown,
    };
}
