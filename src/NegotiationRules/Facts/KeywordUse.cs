namespace NegotiationRules.Facts;

/// <summary>What becomes of a keyword of JSON Schema in a vocabulary.</summary>
internal enum KeywordUse
{
    /// <summary>There is no such keyword.</summary>
    Unknown,

    Understood,

    /// <summary>It is for people or for other tools.</summary>
    Ignored,

    /// <summary>It narrows the values; they are not checked against it.</summary>
    NotChecked,

    /// <summary>It would change what a scenario means.</summary>
    Refused,
}
