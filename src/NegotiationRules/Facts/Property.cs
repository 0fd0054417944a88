namespace NegotiationRules.Facts;

/// <summary>One property of a record: its name, type, and the value it has where a scenario gives none.</summary>
internal sealed record Property(string Name, FactType Type, FactValue Default)
{
    // Paths are written `a.b[0].c` and, in reasons, `{a.b}`; reports put names in backticks.
    private const string Reserved = ".[]{}\"'`";

    /// <summary>A property without a default of its own: an object has one if something in it does.</summary>
    public static Property Of(string name, FactType type) => new(name, type, FactRecord.Absent(type));

    /// <summary>Whether a path can hold the name.</summary>
    public static bool IsName(string name) =>
        name.Length > 0
        && !char.IsWhiteSpace(name[0])
        && !char.IsWhiteSpace(name[^1])
        && !name.Any(c => char.IsControl(c) || Reserved.Contains(c, StringComparison.Ordinal));
}
