namespace NegotiationRules.Syntax;

/// <summary>All that the language says of one form of an object: what stands under its keyword, and what may stand beside it.</summary>
/// <param name="Keyword">The key that makes an object this form.</param>
/// <param name="Takes">What stands under it.</param>
/// <param name="Borrowed">How other systems call it; empty where they have no other word.</param>
/// <param name="Members">The further keys it may have.</param>
internal record FormRow(string Keyword, MemberShape Takes, string Borrowed, params FormMember[] Members)
{
    public bool Has(string key)
    {
        foreach (var member in Members)
        {
            if (member.Key == key)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>All that the language says of one form of condition.</summary>
/// <param name="Form">Which one it is.</param>
/// <param name="Keyword">As of any form.</param>
/// <param name="Takes">As of any form.</param>
/// <param name="Example">A whole condition of this form.</param>
/// <param name="Borrowed">As of any form.</param>
/// <param name="Members">As of any form.</param>
internal sealed record ConditionRow(
    ConditionForm Form, string Keyword, MemberShape Takes, string Example, string Borrowed, params FormMember[] Members)
    : FormRow(Keyword, Takes, Borrowed, Members)
{
    /// <summary>The comparison of which exactly one stands beside it, as an example; <see langword="null"/> if none may.</summary>
    public string? ComparedWith { get; init; }

    public bool Compares => ComparedWith is not null;

    /// <summary>Whether tests of facts may stand beside it, all of which must hold too.</summary>
    public bool StandsBesideFacts { get; init; }

    /// <summary>The key beside which alone the keyword makes a form: without it, it may be the name of a fact, as it was before there was
    /// this form; <see langword="null"/> if it always makes one.</summary>
    public string? Beside { get; init; }

    /// <summary>Whether it is told by the two values in a list under its keyword, which makes another form without them.</summary>
    public bool IsOfTwo { get; init; }

    /// <summary>The key under which it is said what the elements must meet, of a form that goes through a list so.</summary>
    public string? PartOfElements => Has("satisfy") ? "satisfy" : Has("where") ? "where" : null;
}

/// <summary>All that the language says of one form of operand.</summary>
internal sealed record OperandRow(OperandForm Form, string Keyword, MemberShape Takes, string Borrowed, params FormMember[] Members)
    : FormRow(Keyword, Takes, Borrowed, Members);

/// <summary>A key that stands beside the keyword of a form.</summary>
/// <param name="Key">How it is called.</param>
/// <param name="Takes">What stands under it.</param>
/// <param name="Borrowed">How other systems call it; empty where they have no other word.</param>
internal sealed record FormMember(string Key, MemberShape Takes, string Borrowed = "")
{
    public bool IsRequired { get; init; }
}

/// <summary>What stands under a key of a condition, an operand or a selection.</summary>
internal enum MemberShape
{
    Condition,
    Conditions,
    Operand,
    Operands,

    /// <summary>An operand, but no text: that would be taken for a path.</summary>
    WorkedOut,
    List,
    Path,

    /// <summary>A name, or a list of names.</summary>
    ElementNames,

    /// <summary>The name of a parameter, or the id of a rule.</summary>
    Reference,

    /// <summary>The name of a condition, or a list of names.</summary>
    References,

    /// <summary>A number or a parameter.</summary>
    Number,
    NumberOfElements,
    Flag,

    /// <summary>A path or an operand.</summary>
    Key,

    /// <summary>Paths or operands: one, or several in a list.</summary>
    Keys,

    /// <summary>One or several of them, each perhaps descending.</summary>
    OrderKeys,

    /// <summary>Where a date is moved to.</summary>
    Move,

    /// <summary>Values by the days from which they are in force.</summary>
    Table,
}
