namespace NegotiationRules;

/// <summary>A value that rules refer to by name, and that can be varied without touching them.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The value in force, as JSON.</param>
/// <param name="Description">What the rule file says of it, or <see langword="null"/>.</param>
public sealed record RuleParameter(string Name, string Value, string? Description)
{
    /// <summary>
    /// The type that the rule file states: <c>boolean</c>, <c>integer</c>, <c>number</c>, <c>string</c>, <c>date</c>, <c>date-time</c> or
    /// <c>duration</c>, for a list that of its values; <see langword="null"/> where it states none.
    /// </summary>
    public string? Type { get; init; }

    /// <summary>Of a list of objects, where the vocabulary says what they are: <c>#/$defs/milestone</c>; otherwise
    /// <see langword="null"/>.</summary>
    public string? Of { get; init; }
}
