namespace NegotiationRules;

/// <summary>What tests say of rules in which one thing was changed.</summary>
public enum MutantFate
{
    /// <summary>No test fails.</summary>
    Survived,

    /// <summary>A test fails, as it should.</summary>
    Killed,

    /// <summary>It is proved that the change changes nothing: no test can fail.</summary>
    Equivalent,
}
