using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;

namespace NegotiationRules.Analysis.Questions;

/// <summary>What is watched from day to day: a rule, an element of its list, or whether a stage applies.</summary>
internal abstract class Watched
{
    /// <summary>What becomes of it, by the conditions that it hangs on and nothing else.</summary>
    /// <exception cref="OverflowException">A value lies beyond what can be represented.</exception>
    public abstract RuleOutcome OutcomeIn(Scope scenario);

    /// <summary>The conditions that it hangs on.</summary>
    public abstract IEnumerable<WatchedPart> HangsOn(Scope scenario);

    /// <summary>All that may be watched of a rule set: rules and stages, and elements where the list has the same ones on each
    /// day.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="scenario">A scenario with the lists.</param>
    /// <param name="days">Who reads the day.</param>
    public static IReadOnlyList<Watched> All(CheckedRuleSet rules, Scope scenario, SeveralDays days) =>
    [
        .. rules.Rules.Select(rule => new WatchedRule(rule)),
        .. rules.StageConditions.Select((applies, stage) => applies is null ? null : new WatchedStage(stage, applies)).OfType<Watched>(),
        .. rules.Rules.Where(rule => rule.Each is { List: var list } && !list.Children.Any(child => days.AreReadBy(child.Node)))
            .SelectMany(rule => ElementsOf(rule, scenario)),
    ];

    private static IEnumerable<Watched> ElementsOf(Rule rule, Scope scenario)
    {
        try
        {
            return [.. Elements.Of(rule.Each!.List, scenario).Known.Select(element => new WatchedElement(rule, element))];
        }
        catch (Exception beyond) when (beyond is OverflowException or ScenarioException { IsOfWork: true })
        {
            // Then nothing is told of the elements, as in a verdict.
            return [];
        }
    }
}

/// <summary>A rule as a whole.</summary>
internal sealed class WatchedRule(Rule rule) : Watched
{
    public Rule Rule { get; } = rule;

    public override RuleOutcome OutcomeIn(Scope scenario) => RuleEvaluator.Evaluate(Rule, scenario);

    public override IEnumerable<WatchedPart> HangsOn(Scope scenario) =>
        WatchedPart.Of(scenario, Rule.When, Rule.Require, Rule.Deadline);
}

/// <summary>An element of the list of a rule.</summary>
internal sealed class WatchedElement(Rule rule, Scope element) : Watched
{
    public Rule Rule { get; } = rule;

    public Scope Element { get; } = element;

    public override RuleOutcome OutcomeIn(Scope scenario) => RuleEvaluator.OutcomeOf(Rule.Each!, Element.Within(scenario));

    public override IEnumerable<WatchedPart> HangsOn(Scope scenario)
    {
        var each = Rule.Each!;
        var parts = WatchedPart.Of(Element.Within(scenario), each.When, each.Require, each.Deadline);
        return each.Stage is null ? parts : parts.Prepend(new WatchedPart(each.Stage, scenario, WatchedRole.When));
    }
}

/// <summary>Whether a stage applies: satisfied, unknown, or not applicable.</summary>
internal sealed class WatchedStage(int stage, Condition applies) : Watched
{
    public int Stage { get; } = stage;

    public override RuleOutcome OutcomeIn(Scope scenario) => TreeWalk.Evaluate(applies, scenario) switch
    {
        Truth.True => RuleOutcome.Satisfied,
        Truth.False => RuleOutcome.NotApplicable,
        _ => RuleOutcome.Unknown,
    };

    public override IEnumerable<WatchedPart> HangsOn(Scope scenario) => [new WatchedPart(applies, scenario, WatchedRole.When)];
}

/// <summary>A condition that something hangs on.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="At">Where it is read.</param>
/// <param name="Role">What it says.</param>
internal readonly record struct WatchedPart(Condition Condition, Scope At, WatchedRole Role)
{
    /// <summary>Those that there are, in one place.</summary>
    public static IEnumerable<WatchedPart> Of(Scope at, Condition? when, Condition require, Condition? deadline)
    {
        if (when is not null)
        {
            yield return new WatchedPart(when, at, WatchedRole.When);
        }

        yield return new WatchedPart(require, at, WatchedRole.Require);
        if (deadline is not null)
        {
            yield return new WatchedPart(deadline, at, WatchedRole.Deadline);
        }
    }
}

/// <summary>What a condition says of a rule.</summary>
internal enum WatchedRole
{
    /// <summary>That it applies.</summary>
    When,

    /// <summary>That it is met; of a risk, that it is there.</summary>
    Require,

    /// <summary>That the day by which it must be met has passed.</summary>
    Deadline,
}
