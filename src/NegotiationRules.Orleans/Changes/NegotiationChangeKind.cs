namespace NegotiationRules;

/// <summary>What a change does to the facts of a negotiation.</summary>
public enum NegotiationChangeKind
{
    /// <summary>States a fact, a whole list or an object, or makes it unknown.</summary>
    Set = 0,

    /// <summary>Adds an element at the end of a list.</summary>
    Add = 1,

    /// <summary>Takes an element out of a list.</summary>
    Remove = 2,
}
