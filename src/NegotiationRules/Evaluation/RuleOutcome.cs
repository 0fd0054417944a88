namespace NegotiationRules;

/// <summary>What became of one rule in one scenario.</summary>
/// <remarks>
/// For a claim, read satisfied as confirmed, violated as refuted, unknown as open. For a risk (<c>warnWhen</c>), violated means that the risk is there.
/// </remarks>
public enum RuleOutcome
{
    /// <summary>What it requires holds.</summary>
    Satisfied,

    /// <summary>What it requires does not hold.</summary>
    Violated,

    /// <summary>The facts do not decide.</summary>
    Unknown,

    /// <summary>What it requires does not hold yet, and the day by which it must has not passed.</summary>
    Pending,

    /// <summary>Its <c>when</c> does not hold.</summary>
    NotApplicable,
}
