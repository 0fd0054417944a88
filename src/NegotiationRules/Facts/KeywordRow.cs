namespace NegotiationRules.Facts;

/// <summary>A keyword of JSON Schema that means something in a vocabulary.</summary>
/// <param name="Keyword">The keyword.</param>
/// <param name="Of">The kinds of types that it says something about.</param>
/// <param name="Value">What may stand under it.</param>
/// <param name="Says">What it says, in the words of the schema that editors complete vocabularies by.</param>
internal sealed record KeywordRow(string Keyword, SchemaKinds Of, string Value, string Says)
{
    /// <summary>The keyword with that value, as it may stand in a file: <c>"type": "object"</c>.</summary>
    public string Example => $"\"{Keyword}\": {Value}";

    /// <summary>Whether it stands in the whole file alone, and not in its parts.</summary>
    public bool IsOfFile => Keyword is "$defs" or "definitions";
}

/// <summary>What a type can be.</summary>
[Flags]
internal enum SchemaKinds
{
    None = 0,
    Object = 1,
    List = 2,
    Text = 4,

    /// <summary>A date, a date with a time, or a duration: written as text.</summary>
    Time = 8,
    Number = 16,
    Truth = 32,
    All = Object | List | Text | Time | Number | Truth,
}
