using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <summary>From the truth of a rule's conditions to its outcome.</summary>
internal static class RuleEvaluator
{
    public static RuleOutcome Evaluate(Rule rule, Scope scenario)
    {
        var when = rule.When is null ? Truth.True : TreeWalk.Evaluate(rule.When, scenario);
        if (when == Truth.False)
        {
            return RuleOutcome.NotApplicable;
        }

        var require = TreeWalk.Evaluate(rule.Require, scenario);
        return OutcomeOf(when, rule.IsRisk ? require.Not() : require, () => HasPassed(rule, scenario));
    }

    /// <summary>The outcome; <see langword="null"/> if a value grows beyond what can be represented, or it takes more work than is
    /// allowed.</summary>
    public static RuleOutcome? TryEvaluate(Rule rule, Scope scenario)
    {
        try
        {
            return Evaluate(rule, scenario);
        }
        catch (OverflowException)
        {
            return null;
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            return null;
        }
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
    public static Truth HasPassed(Rule rule, Scope scenario) =>
        rule.Deadline is { } deadline ? TreeWalk.Evaluate(deadline, scenario) : Truth.True;

    /// <summary>What became of the elements of a rule's list: of those that are certainly in it, in their order; for one party, of those
    /// that it may hold the rule for. None if it asks something of the scenario.</summary>
    public static IReadOnlyList<ElementOutcome> ElementsOf(Rule rule, Scope scenario)
    {
        try
        {
            return rule.Each is not { } each ? []
                :
                [
                    .. Elements.Of(each.List, scenario).Known
                        .Where(element => each.IsHeld is null || TreeWalk.TruthOf(each.IsHeld, element) != Truth.False)
                        .Select(element => new ElementOutcome(element, OutcomeOf(each, element), HolderOf(each, element))),
                ];
        }
        catch (OverflowException)
        {
            // Where the stage does not apply, nobody has looked at the keys that elements are selected by.
            return [];
        }
    }

    private static string? HolderOf(EachElement each, Scope element)
    {
        try
        {
            return each.Holder is null ? null : TreeWalk.ReadText(each.Holder, element);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>What became of one element, by the same table. It may be one that evaluating the rule did not come to, as another had
    /// decided: what is beyond what can be represented is unknown.</summary>
    public static RuleOutcome OutcomeOf(EachElement each, Scope element)
    {
        var when = each.Stage is null ? Truth.True : TreeWalk.TruthOf(each.Stage, element.At(0));
        when = when == Truth.False || each.When is null ? when : when.And(TreeWalk.TruthOf(each.When, element));
        if (when == Truth.False)
        {
            return RuleOutcome.NotApplicable;
        }

        var require = TreeWalk.TruthOf(each.Require, element);
        return OutcomeOf(when, each.IsRisk ? require.Not() : require,
            () => each.Deadline is null ? Truth.True : TreeWalk.TruthOf(each.Deadline, element));
    }
}

/// <summary>What became of an element of the list of a rule.</summary>
/// <param name="Element">The element.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Holder">Who holds the rule for it, if a fact of it says so and is known.</param>
internal readonly record struct ElementOutcome(Scope Element, RuleOutcome Outcome, string? Holder);
