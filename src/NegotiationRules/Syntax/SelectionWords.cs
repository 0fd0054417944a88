namespace NegotiationRules.Syntax;

/// <summary>How other systems say which elements of a list they mean, where it takes more than another word to say it here. Only for
/// suggestions.</summary>
internal static class SelectionWords
{
    private static readonly Dictionary<string, string> Cures = new(StringComparer.OrdinalIgnoreCase)
    {
        ["first"] = "\"take\": 1 picks the first element",
        ["single"] = "\"take\": 1 picks the first element",
        ["last"] = "\"reversed\": true, \"take\": 1 picks the last element",
        ["desc"] = "the order says it: \"orderBy\": { \"descending\": \"rank\" }",
        ["descending"] = "the order says it: \"orderBy\": { \"descending\": \"rank\" }",
        ["direction"] =
            "the order says it: \"orderBy\": { \"descending\": \"rank\" }; without `descending` it goes from the least to the greatest",
        ["orderByDescending"] = "write \"orderBy\": { \"descending\": \"rank\" }",
        ["sortDescending"] = "write \"orderBy\": { \"descending\": \"rank\" }",
        ["sortDesc"] = "write \"orderBy\": { \"descending\": \"rank\" }",
        ["asc"] = "without `descending`, `orderBy` goes from the least to the greatest",
        ["ascending"] = "without `descending`, `orderBy` goes from the least to the greatest",
        ["thenBy"] = "give `orderBy` several keys: \"orderBy\": [\"rank\", \"name\"]",
        ["page"] = "write how many elements to leave out: \"skip\": 20, \"take\": 10",
        ["index"] = "\"skip\": 2, \"take\": 1 picks the third element",
        ["select"] = "a list is of its own elements; `of` of `sum`, `min` and `max`, or `where`, says what to read of each",
        ["map"] = "a list is of its own elements; `of` of `sum`, `min` and `max`, or `where`, says what to read of each",
    };

    /// <summary>Whether such a word has no single counterpart here.</summary>
    public static bool IsForeign(string word) => Cures.ContainsKey(word);

    /// <summary>How it is said here; <see langword="null"/> for a word that is not known.</summary>
    public static string? CureOf(string word) => Cures.GetValueOrDefault(word);

    /// <summary>Whether a text names a direction of an order.</summary>
    public static bool IsDirection(string text) => text.ToUpperInvariant() is "ASC" or "DESC" or "ASCENDING" or "DESCENDING";
}
