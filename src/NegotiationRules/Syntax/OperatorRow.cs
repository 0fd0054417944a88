namespace NegotiationRules.Syntax;

/// <summary>All that the language says of one comparison operator; it is called like its member of the enumeration, in camel
/// case.</summary>
/// <param name="Operator">Which one it is.</param>
/// <param name="Kind">What it asks.</param>
/// <param name="Of">What it can be asked of.</param>
/// <param name="Takes">What stands on its right.</param>
/// <param name="Says">What an editor shows beside it.</param>
/// <param name="Borrowed">How other systems call it.</param>
internal sealed record OperatorRow(
    ComparisonOperator Operator, ComparisonKind Kind, ValueKinds Of, OperandShape Takes, string Says, string Borrowed)
{
    /// <summary>The operator that holds where this one does not, of the same on its right; <see langword="null"/> if there is
    /// none.</summary>
    public ComparisonOperator? Negation { get; init; }

    /// <summary>Whether it holds where a value is none of those beside it.</summary>
    public bool Negates { get; init; }

    /// <summary>The operator that says the same when both sides change places; <see langword="null"/> if there is none.</summary>
    public ComparisonOperator? Mirrored { get; init; }

    /// <summary>Of an operator of numbers the one for dates, and the other way round; <see langword="null"/> if both share it.</summary>
    public ComparisonOperator? Twin { get; init; }

    /// <summary>How many of the values a list has to contain; <see langword="null"/> of an operator that is not asked of lists.</summary>
    public CompositionKind? Combines { get; init; }

    /// <summary>Where a text is looked for in a text; <see langword="null"/> of an operator that looks for none.</summary>
    public TextPlace? Place { get; init; }

    /// <summary>The operator of one value that asks the same where there is but one; <see langword="null"/> if it takes one
    /// anyway.</summary>
    public ComparisonOperator? OfOne { get; init; }

    /// <summary>The operators to write where several values are meant; none of an operator that takes several anyway.</summary>
    public IReadOnlyList<ComparisonOperator> OfSeveral { get; init; } = [];

    /// <summary>What is said before them.</summary>
    public string WhereSeveral { get; init; } = string.Empty;
}

/// <summary>What a comparison asks.</summary>
internal enum ComparisonKind
{
    /// <summary>How a value stands to another.</summary>
    Relation,

    /// <summary>Whether a value is among others.</summary>
    Membership,

    /// <summary>Whether a value lies between two others.</summary>
    Range,

    /// <summary>Whether a text has a piece or a pattern.</summary>
    Search,

    /// <summary>Whether a list has values.</summary>
    Containment,

    /// <summary>Whether a fact is stated.</summary>
    Presence,
}

/// <summary>What can stand on the right of a comparison.</summary>
internal enum OperandShape
{
    Value,
    Values,
    Range,
    Truth,
}

/// <summary>Where in a text another is looked for.</summary>
internal enum TextPlace
{
    Anywhere,
    Start,
    End,
}

/// <summary>What a comparison can be asked of.</summary>
[Flags]
internal enum ValueKinds
{
    None = 0,
    Truths = 1,
    Numbers = 2,
    Durations = 4,
    Days = 8,
    Texts = 16,
    Lists = 32,

    // Objects, and lists of them.
    Composites = 64,
    Scalars = Truths | Numbers | Durations | Days | Texts,
    Everything = Scalars | Lists | Composites,
}
