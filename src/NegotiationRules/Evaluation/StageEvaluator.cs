namespace NegotiationRules.Evaluation;

/// <summary>From the outcomes of rules to those of stages, and to the score.</summary>
internal static class StageEvaluator
{
    /// <summary>The outcome of a stage, from the outcomes of its rules.</summary>
    public static StageOutcome OutcomeOf(IEnumerable<(Rule Rule, RuleOutcome Outcome)> rules)
    {
        var result = StageOutcome.Valid;
        foreach (var (rule, outcome) in rules)
        {
            if (rule.Strength != Strength.Required || rule.IsRisk)
            {
                continue;
            }

            switch (outcome)
            {
                case RuleOutcome.Violated:
                    return StageOutcome.Invalid;
                case RuleOutcome.Unknown or RuleOutcome.Pending:
                    result = StageOutcome.Undetermined;
                    break;
                default:
                    break;
            }
        }

        return result;
    }

    /// <summary>All stages together: invalid if one is, else undetermined if one is.</summary>
    public static StageOutcome Together(IEnumerable<StageOutcome> stages)
    {
        var result = StageOutcome.Valid;
        foreach (var stage in stages)
        {
            if (stage == StageOutcome.Invalid)
            {
                return StageOutcome.Invalid;
            }

            result = stage == StageOutcome.Undetermined ? stage : result;
        }

        return result;
    }

    /// <summary>The score of the preferred rules; <see langword="null"/> if none certainly applies.</summary>
    public static Score? ScoreOf(IEnumerable<(Rule Rule, RuleOutcome Outcome)> rules)
    {
        double met = 0, missed = 0, open = 0;
        foreach (var (rule, outcome) in rules)
        {
            if (rule.Strength != Strength.Preferred || rule.IsRisk)
            {
                continue;
            }

            switch (outcome)
            {
                case RuleOutcome.Satisfied:
                    met += rule.Weight;
                    break;
                case RuleOutcome.Violated:
                    missed += rule.Weight;
                    break;
                case RuleOutcome.Unknown or RuleOutcome.Pending:
                    open += rule.Weight;
                    break;
                default:
                    break;
            }
        }

        // An open rule that turns out well lifts the share of the rest, one that turns out badly lowers it; not applying lies between.
        var all = met + missed + open;
        return all == 0 ? null : new Score(met / all, (met + open) / all);
    }
}
