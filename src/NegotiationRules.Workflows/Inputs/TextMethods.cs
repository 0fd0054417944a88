namespace NegotiationRules.Workflows.Inputs;

/// <summary>The methods that only a text or only a date has: to call one tells what it is called on.</summary>
internal static class TextMethods
{
    private static readonly Dictionary<string, ShapeKind> OfText = Rows(
        (ShapeKind.Boolean, "StartsWith EndsWith"),
        (
            ShapeKind.Text,
            "ToLower ToUpper ToLowerInvariant ToUpperInvariant Trim TrimStart TrimEnd Substring Replace PadLeft PadRight Remove Insert "
                + "Normalize"
        ),
        (ShapeKind.Number, "IndexOf LastIndexOf"),
        (ShapeKind.List, "Split"));

    private static readonly Dictionary<string, ShapeKind> OfDates = Rows(
        (
            ShapeKind.DateTime,
            "AddYears AddMonths AddDays AddHours AddMinutes AddSeconds AddMilliseconds AddTicks ToUniversalTime ToLocalTime"
        ),
        (ShapeKind.Text, "ToShortDateString ToLongDateString ToShortTimeString ToLongTimeString")
    );

    // What stands in the brackets is a text, not a number.
    private static readonly HashSet<string> OfTexts = new(
        ["StartsWith", "EndsWith", "Replace", "IndexOf", "LastIndexOf"],
        StringComparer.OrdinalIgnoreCase
    );

    // What stands in the brackets has no decimals: days can be halved, months cannot.
    private static readonly HashSet<string> OfWholes = new(
        ["Substring", "Remove", "AddYears", "AddMonths", "AddTicks"],
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> OfDays = new(["AddYears", "AddMonths", "AddDays"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What a method of a text gives; <see langword="null"/> if texts have no such method of their own.</summary>
    public static ShapeKind? OnText(string name) => OfText.TryGetValue(name, out var result) ? result : null;

    /// <summary>What a method of a date gives: a date of the same kind where it says <see cref="ShapeKind.DateTime"/>.</summary>
    public static ShapeKind? OnDate(string name) => OfDates.TryGetValue(name, out var result) ? result : null;

    public static bool TakesTexts(string name) => OfTexts.Contains(name);

    public static bool TakesWhole(string name) => OfWholes.Contains(name);

    /// <summary>Whether a date without a time has the method as well.</summary>
    public static bool MovesDays(string name) => OfDays.Contains(name);

    private static Dictionary<string, ShapeKind> Rows(params (ShapeKind Result, string Names)[] rows) => rows
        .SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Result)))
        .ToDictionary(pair => pair.name, pair => pair.Result, StringComparer.OrdinalIgnoreCase);
}
