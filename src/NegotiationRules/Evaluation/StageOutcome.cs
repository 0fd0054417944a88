namespace NegotiationRules;

/// <summary>What became of a stage, or of all stages together.</summary>
public enum StageOutcome
{
    /// <summary>Every required rule that applies is satisfied.</summary>
    Valid,

    /// <summary>A required rule is violated.</summary>
    Invalid,

    /// <summary>No required rule is violated, but the facts do not decide all of them, or one is pending.</summary>
    Undetermined,
}
