namespace NegotiationRules.Cli.Output;

/// <summary>The marks of outcomes.</summary>
internal static class Marks
{
    public static ExplanationMark Of(StageOutcome outcome) => outcome switch
    {
        StageOutcome.Valid => ExplanationMark.Satisfied,
        StageOutcome.Invalid => ExplanationMark.Violated,
        StageOutcome.NotApplicable => ExplanationMark.NotApplicable,
        _ => ExplanationMark.Unknown,
    };

    public static ExplanationMark Of(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Satisfied => ExplanationMark.Satisfied,
        RuleOutcome.Violated => ExplanationMark.Violated,
        RuleOutcome.Pending => ExplanationMark.Pending,
        RuleOutcome.NotApplicable => ExplanationMark.NotApplicable,
        _ => ExplanationMark.Unknown,
    };
}
