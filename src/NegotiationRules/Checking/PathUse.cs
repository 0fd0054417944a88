namespace NegotiationRules.Checking;

/// <summary>What a path is to lead to, so that what is suggested for it can stand there.</summary>
internal enum PathUse
{
    /// <summary>One fact, and so through no list.</summary>
    Fact,

    /// <summary>The same in the braces of a text, where no quantifier can be written.</summary>
    FactInText,

    /// <summary>A list, perhaps through others.</summary>
    List,

    /// <summary>A fact of the elements of a list.</summary>
    FactOfElements,
}
