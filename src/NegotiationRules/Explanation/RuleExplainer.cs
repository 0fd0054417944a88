using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Tells what became of a rule and why.</summary>
internal sealed class RuleExplainer(EvaluatedScenario evaluated, RuleSetWords words, ExplanationOptions options, StepCount steps)
{
    private readonly ConditionExplainer _conditions = new(evaluated.Rules, options, words);

    private DemandExplainer Demands => new(evaluated.Rules, options, _conditions);

    private EachExplainer Elements => field ??= new EachExplainer(evaluated.Rules, options, _conditions, Demands);

    /// <summary>What is said whatever the scenario.</summary>
    public RuleSetWords Words => words;

    /// <summary>Where rules are read.</summary>
    public Scope Scenario { get; } = evaluated.NewScope(steps, new Trace());

    public ExplanationNode Explain(Rule rule)
    {
        var outcome = evaluated.Outcomes[rule.Index];
        return options.ShowAll || RuleSetWords.Tells(outcome)
            ? new ExplanationNode(words.HeadlineOf(rule, outcome), RuleSetWords.MarkOf(rule, outcome), Told(rule, outcome))
            {
                Asides = words.AsidesOf(rule),
                Elements = ElementsOf(rule),
            }
            : rule.Each is null ? words.UntoldOf(rule, outcome)
            : new ExplanationNode(words.HeadlineOf(rule, outcome), RuleSetWords.MarkOf(rule, outcome), [])
            { Asides = new Asides { RuleId = rule.Id, Elements = ElementsOf(rule) } };
    }

    /// <summary>"required by Russia", "expected", "a claim of Russia"; <see langword="null"/> for what is simply required.</summary>
    public static string? StrengthOf(Rule rule, string? holder)
    {
        var by = holder is null ? string.Empty : $" by {holder}";
        return rule switch
        {
            { IsRisk: true } => holder is null ? "a risk" : $"a risk for {holder}",
            { Strength: Strength.Required } => holder is null ? null : $"required{by}",
            { Strength: Strength.Expected } => $"expected{by}",
            { Strength: Strength.Preferred } =>
                $"preferred{by}{(rule.Weight.Equals(1) ? string.Empty : $", weight {FactText.Of(rule.Weight)}")}",
            _ => holder is null ? "a claim" : $"a claim of {holder}",
        };
    }

    /// <summary>Why a stage does not apply, or what it is open by; that it does, only where everything is told.</summary>
    public void AddWhetherApplies(int stage, List<ExplanationNode> lines)
    {
        try
        {
            if (evaluated.Rules.StageConditions[stage] is { } applies && (options.ShowAll || Evaluate(applies) != Truth.True))
            {
                _conditions.Begin([]);
                lines.Add(_conditions.Explain(applies, Scenario, Stance.Circumstance)
                    .With(_conditions.ExplainAll(applies.Meaning, Scenario, Stance.Circumstance)));
            }
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            lines.Add(new ExplanationNode("the rest would take too long to find out", ExplanationMark.Note));
        }
    }

    // Only where they are asked for; none where that would take too long.
    private Func<IReadOnlyList<ElementOutcome>>? ElementsOf(Rule rule) => rule.Each is null ? null : FinderOfElements(rule);

    private Func<IReadOnlyList<ElementOutcome>> FinderOfElements(Rule rule) => () =>
    {
        try
        {
            return evaluated.ElementsOf(rule);
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            return [];
        }
    };

    private List<ExplanationNode> Told(Rule rule, RuleOutcome outcome)
    {
        var lines = new List<ExplanationNode>(1);
        try
        {
            AddWhy(rule, outcome, lines);
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            lines.Add(new ExplanationNode("the rest would take too long to find out", ExplanationMark.Note));
        }

        return lines;
    }

    private void AddWhy(Rule rule, RuleOutcome outcome, List<ExplanationNode> lines)
    {
        _conditions.Begin(outcome == RuleOutcome.Unknown ? Settling(rule) : []);
        var saysWhyOfEach = false;
        if (rule.Each is not null)
        {
            saysWhyOfEach = Elements.Add(rule, outcome, Scenario, lines);
        }
        else
        {
            Demands.AddAll(new Demanded(rule.When, rule.Require, rule.IsRisk, rule.By), outcome, Scenario, lines);
        }

        if (outcome == RuleOutcome.Unknown && ToBeSettled(rule, lines) is { } settling)
        {
            lines.Add(settling);
        }

        if (!saysWhyOfEach && ReasonFiller.Fill(rule, outcome, Scenario, options) is { } reason)
        {
            lines.Insert(0, reason.ToLine());
        }
    }

    // Whether that can be found out is asked once more at the end, where it is told that it cannot.
    private IReadOnlyList<string> Settling(Rule rule)
    {
        try
        {
            return [.. evaluated.UnsettledOf(rule).Select(fact => fact.Path)];
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            return [];
        }
    }

    // What would settle the rule, if it is not just what the lines above say is not known.
    private ExplanationNode? ToBeSettled(Rule rule, IReadOnlyList<ExplanationNode> why)
    {
        var unsettled = evaluated.UnsettledOf(rule).Select(fact => fact.Path).ToList();
        if (unsettled.Count == 0)
        {
            return new ExplanationNode(WhyNot(rule, why), ExplanationMark.Note);
        }

        var said = why.SelectMany(NotKnownIn).ToHashSet(StringComparer.Ordinal);
        if (said.IsProperSupersetOf(unsettled))
        {
            said.IntersectWith(OpenFactCollector.Of(rule, Scenario).Facts.Select(fact => fact.Path));
        }

        return said.SetEquals(unsettled) ? null
            : new ExplanationNode($"to be settled: {InWords(evaluated.UnsettledOf(rule))}", ExplanationMark.Note) { Facts = unsettled };
    }

    /// <summary>What would settle a rule whose outcome is unknown, in people's words, or why nothing can.</summary>
    public string WhatSettles(Rule rule) => evaluated.UnsettledOf(rule) is { Count: > 0 } unsettled ? InWords(unsettled) : WhyNot(rule, []);

    /// <summary>Facts that are to be settled, in people's words.</summary>
    public string InWords(IReadOnlyList<OpenFact> unsettled) =>
        UnsettledWords.Of(unsettled, evaluated.Rules.Vocabulary.Root, options.MostElements);

    // Where something is open and does not help, that has been tried, not proved. What the lines above say already is not said again.
    private string WhyNot(Rule rule, IEnumerable<ExplanationNode> said)
    {
        var open = OpenFactCollector.Of(rule, Scenario);
        var reasons = open
            .DeadEnds.Select(end => DeadEnds.Why(end.Condition, end.At, Naming.At(end.At, evaluated.Rules.Vocabulary.Root))
                ?? _conditions.Explain(end.Condition, end.At, Stance.Circumstance).Text)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        reasons.RemoveAll(reason => said.Any(node => node.Text == reason));
        var why = string.Join("; ", reasons.Take(options.MostElements));
        return open.Facts.Count == 0
            ? $"nothing can settle this{(why.Length == 0 ? string.Empty : $", because {why}")}"
            : $"no values were found that settle this{(why.Length == 0 ? string.Empty : $": {why}")}";
    }

    private static IEnumerable<string> NotKnownIn(ExplanationNode node) =>
        [.. node.Mark == ExplanationMark.Unknown ? node.Facts : [], .. node.Children.SelectMany(NotKnownIn)];

    private Truth Evaluate(Condition condition) => TreeWalk.Evaluate(condition, Scenario);
}
