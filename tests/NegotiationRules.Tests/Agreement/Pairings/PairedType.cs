namespace NegotiationRules.Tests.Agreement.Pairings;

/// <summary>A type of fact, and values of it.</summary>
/// <param name="Name">The name of the facts of this type.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Values">Values in ascending order, as JSON.</param>
/// <param name="Partly">A value of which only a part is known; <see langword="null"/> if there is none.</param>
/// <param name="HasBounds">Whether a value that is unknown can lie between bounds of the vocabulary.</param>
internal sealed record PairedType(string Name, string Schema, string[] Values, string? Partly = null, bool HasBounds = false)
{
    // Days are first or last ones, so that some move leaves each where it is.
    private static readonly string[] Days =
        ["2021-12-31", "2022-01-01", "2022-01-31", "2022-02-01", "2022-02-28", "2022-12-31", "2023-01-01", "2024-02-29"];

    private static readonly string[] Durations = ["-P1M", "-P1D", "P0D", "PT12H", "P1D", "P1W", "P27D", "P1M", "P60D", "P3M", "P365D"];

    /// <summary>One type of each kind, and texts of which the vocabulary lists all.</summary>
    public static IReadOnlyList<PairedType> All { get; } =
    [
        new("boolean", """{ "type": "boolean" }""", ["false", "true"]),
        new("whole", """{ "type": "integer" }""", ["-7", "-1", "0", "1", "2", "5", "100", "9007199254740993"], HasBounds: true),
        new("decimal", """{ "type": "number", "multipleOf": 0.01 }""", ["-2.5", "0", "0.25", "0.3", "1", "2", "99.99"], HasBounds: true),
        new("real", """{ "type": "number" }""", ["-2.5", "0", "0.1", "0.3", "0.30000000000000004", "1", "2.5", "1e300"], HasBounds: true),
        new("text", """{ "type": "string" }""", Quoted("a", "ab", "alpha", "beta", "caf\u00e9")),
        new("choice", """{ "enum": ["alpha", "beta", "gamma"] }""", Quoted("alpha", "beta", "gamma")),
        new("day", """{ "type": "string", "format": "date" }""", Quoted(Days), "\"2022-01\""),
        new("moment", """{ "type": "string", "format": "date-time" }""", Quoted(Literals.Instants)),
        new("duration", """{ "type": "string", "format": "duration" }""", Quoted(Durations), "\"P1M\""),
    ];

    /// <summary>Months and years, each of which has days of the others in it or beside it.</summary>
    public static IReadOnlyList<string> Periods { get; } = Quoted("2021-12", "2022", "2022-01", "2022-02", "2023");

    public bool IsDay => Name == "day";

    public bool IsText => Name is "text" or "choice";

    public bool HasPartlyKnown => Partly is not null || HasBounds;

    private static string[] Quoted(params string[] texts) => [.. texts.Select(t => $"\"{t}\"")];
}
