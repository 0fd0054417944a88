using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <summary>From the truth of a rule's conditions to its outcome.</summary>
internal static class RuleEvaluator
{
    public static RuleOutcome Evaluate(Rule rule, CheckedRuleSet rules, Scope scenario)
    {
        var when = rule.When is null ? Truth.True : TreeWalk.Evaluate(rule.When, scenario);
        if (when == Truth.False)
        {
            return RuleOutcome.NotApplicable;
        }

        var require = TreeWalk.Evaluate(rule.Require, scenario);
        return OutcomeOf(when, rule.IsRisk ? require.Not() : require, () => HasPassed(rule, rules, scenario));
    }

    /// <summary>The table in section 4 of the language: the outcome, given that <paramref name="when"/> is not false.</summary>
    public static RuleOutcome OutcomeOf(Truth when, Truth require, Func<Truth> hasPassed)
    {
        if (require == Truth.True)
        {
            return RuleOutcome.Satisfied;
        }

        if (require == Truth.Unknown || when == Truth.Unknown)
        {
            return RuleOutcome.Unknown;
        }

        return hasPassed() switch
        {
            Truth.True => RuleOutcome.Violated,
            Truth.False => RuleOutcome.Pending,
            _ => RuleOutcome.Unknown,
        };
    }

    /// <summary>Whether the day by which the rule must be met has passed. A rule without one is due at once.</summary>
    public static Truth HasPassed(Rule rule, CheckedRuleSet rules, Scope scenario) =>
        Deadline(rule, rules) is { } deadline ? TreeWalk.Evaluate(deadline, scenario) : Truth.True;

    /// <summary>That the day by which the rule must be met has passed, as a condition on the scenario; <see langword="null"/> if it has
    /// none.</summary>
    public static RelationTest? Deadline(Rule rule, CheckedRuleSet rules) =>
        rule.By is { } by ? new RelationTest(by.Span, new FactOperand(by.Span, by.Measure, rules.AsOf!), Relation.Greater, by) : null;
}
