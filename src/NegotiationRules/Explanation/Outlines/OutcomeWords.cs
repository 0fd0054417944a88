namespace NegotiationRules.Explanation.Outlines;

/// <summary>Outcomes in words for people. For claims and risks the same outcomes have words of their own.</summary>
internal static class OutcomeWords
{
    public static string Of(Rule rule, RuleOutcome outcome) => Of(rule.IsRisk, rule.Strength, outcome);

    /// <summary>Of a rule of which no more is known than what it is.</summary>
    public static string Of(bool isRisk, Strength strength, RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.NotApplicable => "not applicable",
        RuleOutcome.Satisfied => isRisk ? "clear" : strength == Strength.Claim ? "confirmed" : "satisfied",
        RuleOutcome.Violated => isRisk ? "raised" : strength == Strength.Claim ? "refuted" : "violated",
        RuleOutcome.Pending => "pending",
        _ => strength == Strength.Claim ? "open" : "unknown",
    };

    public static string Of(StageOutcome outcome) => outcome switch
    {
        StageOutcome.Valid => "valid",
        StageOutcome.Invalid => "invalid",
        StageOutcome.NotApplicable => "not applicable",
        _ => "undetermined",
    };
}
