namespace NegotiationRules;

/// <summary>What a step does.</summary>
public enum StepKind
{
    /// <summary>Finds out what is not known.</summary>
    FindOut,

    /// <summary>Makes what is known something else.</summary>
    Change,

    /// <summary>Adds an element to a list.</summary>
    Add,

    /// <summary>Settles that a list has no elements beyond those that are known.</summary>
    Complete,
}
