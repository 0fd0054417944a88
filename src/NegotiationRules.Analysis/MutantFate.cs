namespace NegotiationRules;

/// <summary>What tests say of rules in which one thing was changed.</summary>
public enum MutantFate
{
    /// <summary>No test fails.</summary>
    Survived,

    /// <summary>A test fails, as it should.</summary>
    Killed,

    /// <summary>It is proved that no outcome changes in any scenario in which all that rules read is known. Where facts are unknown it may
    /// be otherwise, which is not looked at.</summary>
    Equivalent,
}
