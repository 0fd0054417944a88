using NegotiationRules.Conditions;

namespace NegotiationRules.Evaluation;

/// <summary>From the outcomes of rules to those of stages, and to the score.</summary>
internal static class StageEvaluator
{
    /// <summary>The outcome of a stage, from the outcomes of its rules.</summary>
    /// <param name="applies">Whether the stage may apply.</param>
    /// <param name="rules">Its rules, or those of one holder.</param>
    public static StageOutcome OutcomeOf(bool applies, IEnumerable<(Rule Rule, RuleOutcome Outcome)> rules)
    {
        if (!applies)
        {
            return StageOutcome.NotApplicable;
        }

        var result = StageOutcome.Valid;
        foreach (var (rule, outcome) in rules)
        {
            result = Together(result, OutcomeBy(rule, outcome));
        }

        return result;
    }

    /// <summary>What a rule alone makes of its stage: valid, if nothing hangs on it.</summary>
    public static StageOutcome OutcomeBy(Rule rule, RuleOutcome outcome) =>
        rule.Strength != Strength.Required || rule.IsRisk ? StageOutcome.Valid
        : outcome switch
        {
            RuleOutcome.Violated => StageOutcome.Invalid,
            RuleOutcome.Unknown or RuleOutcome.Pending => StageOutcome.Undetermined,
            _ => StageOutcome.Valid,
        };

    /// <summary>All stages together: invalid if one is, else undetermined if one is. Those that do not apply do not count.</summary>
    public static StageOutcome Together(params ReadOnlySpan<StageOutcome> stages)
    {
        var result = StageOutcome.Valid;
        foreach (var stage in stages)
        {
            result = Together(result, stage);
        }

        return result;
    }

    /// <summary>Two together, for those who go over stages, or over rules, without making a sequence of them. The first may be valid, but
    /// not one that does not apply.</summary>
    public static StageOutcome Together(StageOutcome one, StageOutcome other) =>
        other == StageOutcome.NotApplicable ? one : one == StageOutcome.Valid || other == StageOutcome.Invalid ? other : one;

    /// <summary>The score of the preferred rules; <see langword="null"/> if there is none that may apply.</summary>
    public static Score? ScoreOf(EvaluatedScenario evaluated, IReadOnlyList<Rule> rules)
    {
        Scope? scope = null;
        double met = 0, metOrOut = 0, missed = 0, open = 0, atBestOut = 0;
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (rule.Strength != Strength.Preferred || rule.IsRisk)
            {
                continue;
            }

            switch (evaluated.Outcomes[rule.Index])
            {
                case RuleOutcome.Satisfied when rule.When is { } when
                    && TreeWalk.Evaluate(when, scope ??= evaluated.NewScope()) == Truth.Unknown:
                    metOrOut += rule.Weight;
                    break;
                case RuleOutcome.Satisfied:
                    met += rule.Weight;
                    break;
                case RuleOutcome.Violated:
                    missed += rule.Weight;
                    break;
                // It cannot be met, and the day by which it must has passed: it is missed, or does not apply.
                case RuleOutcome.Unknown when TreeWalk.Evaluate(rule.Require, scope ??= evaluated.NewScope()) == Truth.False
                    && HasCertainlyPassed(rule, scope ??= evaluated.NewScope()):
                    atBestOut += rule.Weight;
                    break;
                case RuleOutcome.Unknown or RuleOutcome.Pending:
                    open += rule.Weight;
                    break;
                default:
                    break;
            }
        }

        // At worst, every open rule turns out badly, and one that is met only if it applies does not. At best, each that still can be met
        // is, and each that cannot turns out not to apply.
        var (worst, best) = (met + missed + open + atBestOut, met + metOrOut + missed + open);
        return worst + metOrOut == 0
            ? null
            : new Score(worst == 0 ? 1 : met / worst, best == 0 ? 0 : (met + metOrOut + open) / best);
    }

    // Nothing of the rule's outcome hung on the day, so it was not looked at before: it may lie outside of the calendar.
    private static bool HasCertainlyPassed(Rule rule, Scope scenario)
    {
        try
        {
            return RuleEvaluator.HasPassed(rule, scenario) == Truth.True;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
