namespace NegotiationRules.Explanation;

/// <summary>What the outcome of a rule means for its stage, in the order in which rules are told.</summary>
internal enum Bearing
{
    /// <summary>It is required and violated: the stage is invalid.</summary>
    InTheWay,

    /// <summary>It is required, and the facts do not decide it.</summary>
    Open,

    /// <summary>It is required and not met yet, and there is still time.</summary>
    Pending,

    /// <summary>It decides nothing, but somebody should look: a risk that is there, an expected rule that is violated.</summary>
    Warning,

    /// <summary>It decides nothing, and is not met, or not yet.</summary>
    Missed,

    /// <summary>It decides nothing, and the facts do not decide it either.</summary>
    OpenAside,

    /// <summary>It is as it should be.</summary>
    Fine,

    /// <summary>It does not apply.</summary>
    Idle,
}

/// <summary>Sorts rules by their bearing.</summary>
internal static class Bearings
{
    public static Bearing Of(Rule rule, RuleOutcome outcome)
    {
        var decides = rule is { Strength: Strength.Required, IsRisk: false };
        return outcome switch
        {
            RuleOutcome.Satisfied => Bearing.Fine,
            RuleOutcome.NotApplicable => Bearing.Idle,
            RuleOutcome.Violated when decides => Bearing.InTheWay,
            RuleOutcome.Violated => rule.IsRisk || rule.Strength == Strength.Expected ? Bearing.Warning : Bearing.Missed,
            RuleOutcome.Pending => decides ? Bearing.Pending : Bearing.Missed,
            _ => decides ? Bearing.Open : Bearing.OpenAside,
        };
    }
}
