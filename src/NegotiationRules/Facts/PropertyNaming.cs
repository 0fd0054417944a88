namespace NegotiationRules;

/// <summary>How the properties of a .NET type are called in a vocabulary and in scenarios, unless an attribute gives the name.</summary>
public enum PropertyNaming
{
    /// <summary><c>TermYears</c> is <c>termYears</c>. The default.</summary>
    CamelCase,

    /// <summary><c>TermYears</c> is <c>TermYears</c>.</summary>
    AsDeclared,
}
