namespace NegotiationRules.Syntax;

/// <summary>What may be said of the elements that are picked from a list: <c>{ "list": "delegates", "orderBy": "rank", "take": 3
/// }</c>.</summary>
internal static class SelectionForm
{
    /// <summary>Its keys in the order in which they are applied.</summary>
    public static FormRow Row { get; } = new("list", MemberShape.List, "from source items elements collection",
        OperandForms.As,
        OperandForms.Where with { Borrowed = "filter having with" },
        new("distinct", MemberShape.Keys, "unique distinctBy uniqueBy groupBy"),
        new("orderBy", MemberShape.OrderKeys, "sort sortBy sorted order ordering"),
        new("reversed", MemberShape.Flag, "reverse backwards"),
        new("skip", MemberShape.NumberOfElements, "offset drop"),
        new("take", MemberShape.NumberOfElements, "limit top"),
        new("ties", MemberShape.Flag, "withTies tied"));

    /// <summary>Says how far <c>take</c> goes, and so has no place of its own in their order.</summary>
    public const string Ties = "ties";

    public static readonly string[] Keys = [Row.Keyword, .. Row.Members.Select(member => member.Key)];

    /// <summary>The keys of which the order in the file is compared with that in which they are applied.</summary>
    public static readonly string[] Applied = [.. Keys.Except([Row.Keyword, OperandForms.As.Key, Ties])];

    // A condition or a value may have the others itself.
    private static readonly string[] OwnKeys = [.. Applied.Append(Ties).Except(OperandForms.OfForms)];

    /// <summary>Whether a key belongs to selections and to nothing that may hold one.</summary>
    public static bool IsOwnKey(string key) => OwnKeys.AsSpan().Contains(key);
}
