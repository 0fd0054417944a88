using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
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
internal sealed record RulePart(Rule Rule, Condition Condition, Rule IfTrue, Rule IfFalse)
{
    /// <summary>The parts of a rule, in the order in which they are written.</summary>
    public static IReadOnlyList<RulePart> Of(Rule rule)
    {
        var found = new List<Condition>();
        var seen = new HashSet<Condition>();
        foreach (var whole in new[] { rule.When, rule.Require }.OfType<Condition>())
        {
            AddLeaves(whole, found, seen);
        }

        return [.. found.Select(condition => new RulePart(rule, condition, With(rule, condition, true), With(rule, condition, false)))];
    }

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
    private static void AddLeaves(Condition condition, List<Condition> found, HashSet<Condition> seen)
    {
        if (!seen.Add(condition) || condition is StageCondition)
        {
            return;
        }

        var inside = ConditionPart.Of(condition).Select(part => part.Inner).ToList();
        if (inside.Count == 0 && condition is not Quantified { Where: null, Satisfy: null, Span.Source: null })
        {
            found.Add(condition);
        }

        foreach (var inner in inside)
        {
            AddLeaves(inner, found, seen);
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
