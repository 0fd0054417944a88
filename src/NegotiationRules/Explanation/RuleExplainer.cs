using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Outlines;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;

namespace NegotiationRules.Explanation;

/// <summary>Tells what became of a rule and why.</summary>
internal sealed class RuleExplainer(EvaluatedScenario evaluated, ExplanationOptions options, StepCount steps)
{
    private readonly ConditionExplainer _conditions = new(evaluated.Rules, options);
    private readonly RuleSetWords _words = RuleSetWords.Of(evaluated.Rules);

    /// <summary>Where rules are read.</summary>
    public Scope Scenario { get; } = evaluated.NewScope(steps, new Trace());

    public ExplanationNode Explain(Rule rule)
    {
        var outcome = evaluated.Outcomes[rule.Index];
        return options.ShowAll || RuleSetWords.Tells(outcome)
            ? new ExplanationNode(_words.HeadlineOf(rule, outcome), RuleSetWords.MarkOf(rule, outcome), Told(rule, outcome))
            {
                RuleId = rule.Id,
                Sources = rule.Sources,
            }
            : _words.UntoldOf(rule, outcome);
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
        var isMissed = outcome is RuleOutcome.Violated or RuleOutcome.Pending;
        if (ReasonFiller.Fill(rule, outcome, Scenario, options) is { } reason)
        {
            lines.Add(new ExplanationNode(reason.Text, ExplanationMark.Reason) { Language = reason.Language });
        }

        _conditions.Begin(outcome == RuleOutcome.Unknown ? Settling(rule) : []);
        var before = lines.Count;
        AddConditions(rule, outcome, lines);
        if (rule.By is not null && (isMissed || outcome == RuleOutcome.Unknown))
        {
            lines.Add(Deadline(rule.By, outcome));
        }

        if (outcome == RuleOutcome.Unknown && ToBeSettled(rule, lines[before..]) is { } settling)
        {
            lines.Add(settling);
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
            said.IntersectWith(OpenFactCollector.Of(rule, evaluated.Rules, Scenario).Facts.Select(fact => fact.Path));
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
        var open = OpenFactCollector.Of(rule, evaluated.Rules, Scenario);
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

    private void AddConditions(Rule rule, RuleOutcome outcome, List<ExplanationNode> lines)
    {
        ExplanationNode? when = null;
        if (rule.When is not null && (options.ShowAll || (outcome == RuleOutcome.Unknown && Evaluate(rule.When) == Truth.Unknown)))
        {
            var holds = Evaluate(rule.When);
            var text = holds switch
            {
                Truth.True => "it applies here",
                Truth.False => "it does not apply here",
                _ => "it is open whether it applies here",
            };
            when = new ExplanationNode(
                text,
                holds == Truth.True ? ExplanationMark.Note : Stance.Circumstance.MarkOf(holds),
                _conditions.ExplainAll(rule.When, Scenario, Stance.Circumstance)
            );
        }

        // Nothing is told where not all of it can be.
        var before = lines.Count;
        if (outcome != RuleOutcome.NotApplicable)
        {
            _conditions.AddAll(rule.Require, Scenario, rule.IsRisk ? Stance.Risk : Stance.Demand, lines);
        }

        if (when is not null)
        {
            lines.Insert(before, when);
        }
    }

    private ExplanationNode Deadline(Operand by, RuleOutcome outcome)
    {
        var fact = evaluated.Rules.AsOf!;
        var asOf = Scenario.Read(fact);
        var day = by is Constant constant
            ? ValueWords.Of(constant)
            : $"{OperandWording.Of(by, Naming.Root(evaluated.Rules.Vocabulary.Root))} ({ValueOf(by)})";
        var name = Naming.Root(evaluated.Rules.Vocabulary.Root).NameOf(fact);
        var today = $"{name} is {ValueWords.Of(asOf, fact.Type)}";
        var (text, mark) = outcome switch
        {
            RuleOutcome.Violated => ($"it was due by {day}, and {today}", ExplanationMark.Note),
            RuleOutcome.Pending => ($"it is due by {day}, and {today}", ExplanationMark.Pending),
            _ => ($"it is due by {day}; {today}", ExplanationMark.Note),
        };
        return new ExplanationNode(text, mark)
        {
            Facts = [Scenario.PathOf(fact)],
            Claims = [new DeadlineClaim(Scenario, by, fact, outcome)],
        };
    }

    // A deadline is looked at only if the rule is not met, so it may have no value that anybody noticed.
    private string ValueOf(Operand by)
    {
        try
        {
            return KnownValue.Of(by, Scenario).Text;
        }
        catch (OverflowException)
        {
            return "no day of the calendar";
        }
    }

    private Truth Evaluate(Condition condition) => TreeWalk.Evaluate(condition, Scenario);
}
