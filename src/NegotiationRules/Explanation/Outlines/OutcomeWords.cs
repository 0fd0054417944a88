namespace NegotiationRules.Explanation.Outlines;

/// <summary>Outcomes in words for people. For claims and risks the same outcomes have words of their own.</summary>
internal static class OutcomeWords
{
    public static string Of(Rule rule, RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.NotApplicable => "not applicable",
        RuleOutcome.Satisfied => rule.IsRisk ? "clear" : rule.Strength == Strength.Claim ? "confirmed" : "satisfied",
        RuleOutcome.Violated => rule.IsRisk ? "raised" : rule.Strength == Strength.Claim ? "refuted" : "violated",
        RuleOutcome.Pending => "pending",
        _ => rule.Strength == Strength.Claim ? "open" : "unknown",
    };

    public static string Of(StageOutcome outcome) => outcome switch
    {
        StageOutcome.Valid => "valid",
        StageOutcome.Invalid => "invalid",
        StageOutcome.NotApplicable => "not applicable",
        _ => "undetermined",
    };
}
