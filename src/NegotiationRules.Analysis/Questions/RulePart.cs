using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Testing;

namespace NegotiationRules.Analysis.Questions;

/// <summary>A condition in a rule that has no other in it, and the rule as it were if it always held, and if it never did.</summary>
/// <remarks>Where these two differ the rule hangs on the condition: it is as if it held, or as if it did not. In the elements of a list
/// that
/// may be of some and not of others, so it is the rule that says which.</remarks>
/// <param name="Rule">The rule.</param>
/// <param name="Condition">The condition.</param>
/// <param name="IfTrue">The rule if it always held.</param>
/// <param name="IfFalse">The rule if it never did.</param>
/// <param name="At">What is called what where the condition stands.</param>
internal sealed record RulePart(Rule Rule, Condition Condition, Rule IfTrue, Rule IfFalse, Naming At)
{
    /// <summary>The parts of a rule, in the order in which they are written.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="scenario">The type of a scenario.</param>
    public static IReadOnlyList<RulePart> Of(Rule rule, RecordType scenario)
    {
        var found = new List<(Condition Condition, Naming At)>();
        var seen = new HashSet<Condition>();
        foreach (var whole in new[] { rule.When, rule.Require }.OfType<Condition>())
        {
            AddLeaves(whole, Naming.Root(scenario), found, seen);
        }

        return [.. found.Select(one => new RulePart(
            rule, one.Condition, With(rule, one.Condition, true), With(rule, one.Condition, false), one.At))];
    }

    /// <summary>"the member is permitted to vote": that the condition holds, or that it does not.</summary>
    public string Says(bool holds) => At.Depth == 0 ? ConditionWording.Sentence(Condition, At, holds)
        : ConditionWording.Of(Condition, At, holds).OfNamed(At.Name);

    /// <summary>Whether the rule hangs on the condition in a scenario, and then whether it is as if the condition held; <see
    /// langword="null"/>
    /// if it does not, or something is open.</summary>
    public bool? ShownBy(FactRecord facts, WorkLimits work)
    {
        if (OutcomeOf(IfTrue) is not { } held || OutcomeOf(IfFalse) is not { } failed || held == failed
            || OutcomeOf(Rule) is not { } outcome)
        {
            return null;
        }

        return outcome == held ? true : outcome == failed ? false : null;

        RuleOutcome? OutcomeOf(Rule rule) => RuleEvaluator.TryEvaluate(rule, Scope.Of(facts, work)) is { } found
            && found != RuleOutcome.Unknown ? found : null;
    }

    // What a stage asks is asked of all its rules, and what another rule asks is a matter of that.
    private static void AddLeaves(
        Condition condition, Naming at, List<(Condition Condition, Naming At)> found, HashSet<Condition> seen)
    {
        if (!seen.Add(condition) || condition is StageCondition)
        {
            return;
        }

        var inside = ConditionPart.Of(condition).ToList();
        if (inside.Count == 0 && condition is not Quantified { Where: null, Satisfy: null, Span.Source: null })
        {
            found.Add((condition, at));
        }

        foreach (var part in inside)
        {
            var around = condition is RuleReference ? at.Level(0) : at;
            var lists = part.Way.Select(step => step.List).Append(part.List).OfType<ListReference>();
            AddLeaves(part.Inner, lists.Aggregate(around, (naming, list) => naming.Enter(list)), found, seen);
        }
    }

    private static Rule With(Rule rule, Condition condition, bool holds)
    {
        var constant = new Composition(condition.Span, holds ? CompositionKind.All : CompositionKind.Any, []);
        var rewriter = new Rewriter(_ => null, intoLists: true) { Replace = node => node == condition ? constant : null };
        return new Rule(rule.Id, rule.Index)
        {
            Stage = rule.Stage,
            Strength = rule.Strength,
            IsRisk = rule.IsRisk,
            When = rule.When is null ? null : rewriter.Of(rule.When),
            Require = rewriter.Of(rule.Require),
            Deadline = rule.Deadline is null ? null : rewriter.Of(rule.Deadline),
        };
    }
}
