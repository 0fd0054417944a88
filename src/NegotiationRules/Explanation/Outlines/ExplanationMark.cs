namespace NegotiationRules;

/// <summary>What a line of an explanation stands for.</summary>
public enum ExplanationMark
{
    /// <summary>The facts do not decide it.</summary>
    Unknown,

    /// <summary>It is as the rule wants it.</summary>
    Satisfied,

    /// <summary>It is not as the rule wants it.</summary>
    Violated,

    /// <summary>It is not yet as the rule wants it, and there is still time.</summary>
    Pending,

    /// <summary>It has no bearing on this scenario.</summary>
    NotApplicable,

    /// <summary>Something to look out for that changes no outcome of a stage: a risk that is there, an expected rule that is
    /// violated.</summary>
    Warning,

    /// <summary>A remark: a deadline, the score.</summary>
    Note,

    /// <summary>The reason that the rule itself gives, in the words of its author.</summary>
    Reason,
}
