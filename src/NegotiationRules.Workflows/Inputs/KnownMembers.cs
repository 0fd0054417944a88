namespace NegotiationRules.Workflows.Inputs;

/// <summary>The members of values that are no inputs themselves: <c>name.Length</c>, <c>date.Year</c>, <c>age.HasValue</c>.</summary>
internal static class KnownMembers
{
    private const string Dates = "Year Month Day DayOfYear Hour Minute Second Millisecond Ticks";

    private static readonly Dictionary<(ShapeKind Kind, string Name), ShapeKind> Results = Make();

    private static readonly HashSet<string> AllNames = new(
        Results.Keys.Select(key => key.Name).Append("HasValue").Append("Value"),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string> OfMoments = new(
        "Hour Minute Second Millisecond Ticks Date TimeOfDay".Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    // Each of these, spelt so, is seldom the name of anything else.
    private static readonly Dictionary<string, ShapeKind> Telling = Words(
        ("Length", ShapeKind.Text),
        ("Count", ShapeKind.List),
        ("DayNumber", ShapeKind.DateOnly),
        ("Year Month DayOfYear DayOfWeek TimeOfDay", ShapeKind.DateTime),
        ("TotalDays TotalHours TotalMinutes TotalSeconds TotalMilliseconds", ShapeKind.TimeSpan));

    /// <summary>Whether the name may be that of a member of a single value or a list, so that asking for it does not make an
    /// object.</summary>
    public static bool Has(string name) => AllNames.Contains(name);

    /// <summary>What a member of a value is; <see cref="ShapeKind.Open"/> for what no input is compared with. <see langword="null"/> if
    /// there is none.</summary>
    public static ShapeKind? Of(ShapeKind kind, string name) =>
        Results.TryGetValue((kind, AllNames.TryGetValue(name, out var spelt) ? spelt : name), out var result) ? result : null;

    /// <summary>Whether a value of that kind has all these members.</summary>
    public static bool AreOf(ShapeKind kind, IEnumerable<string> names) =>
        names.All(name => Of(kind, name) is not null || name is "HasValue" or "Value");

    /// <summary>Whether only a date without a time has the member.</summary>
    public static bool IsOfDaysOnly(string name) => string.Equals(name, "DayNumber", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether, of dates, only one with a time has the member.</summary>
    public static bool IsOfMoments(string name) => OfMoments.Contains(name);

    /// <summary>Whether a member that is a number has no decimals, as all but the whole of a duration have none.</summary>
    public static bool IsWhole(string name) => !name.StartsWith("Total", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a thing must be of which only these are asked; <see langword="null"/> if they are more likely members of its
    /// own.</summary>
    /// <param name="names">The names of the members.</param>
    /// <param name="isValue">Whether it has none of its own, as only objects have.</param>
    public static ShapeKind? Guess(IReadOnlyList<string> names, bool isValue)
    {
        ShapeKind? guess = null;
        var value = !isValue ? (ShapeKind?)null
            : AreOf(ShapeKind.TimeSpan, names) ? ShapeKind.TimeSpan
            : AreOf(ShapeKind.DateTime, names) ? ShapeKind.DateTime
            : null;
        foreach (var name in names)
        {
            var told = Telling.TryGetValue(name, out var kind) ? kind : value;
            if ((told, guess) is (ShapeKind.DateOnly, ShapeKind.DateTime) or (ShapeKind.DateTime, ShapeKind.DateOnly))
            {
                // A date without a time has a year as well.
                guess = ShapeKind.DateOnly;
                continue;
            }

            if (told is not null && guess is not null && told != guess)
            {
                return null;
            }

            guess ??= told;
        }

        return guess;
    }

    private static Dictionary<(ShapeKind, string), ShapeKind> Make()
    {
        var members = new Dictionary<(ShapeKind, string), ShapeKind>
        {
            [(ShapeKind.Text, "Length")] = ShapeKind.Number,
            [(ShapeKind.List, "Count")] = ShapeKind.Number,
            [(ShapeKind.List, "Length")] = ShapeKind.Number,
        };
        foreach (var kind in (ReadOnlySpan<ShapeKind>)[ShapeKind.DateTime, ShapeKind.DateTimeOffset, ShapeKind.DateOnly])
        {
            foreach (var name in Dates.Split(' '))
            {
                members[(kind, name)] = ShapeKind.Number;
            }

            // Only a date without a time has it; where samples have no time, a date is one.
            members[(kind, "DayNumber")] = ShapeKind.Number;
            members[(kind, "DayOfWeek")] = ShapeKind.Open;
            members[(kind, "Date")] = ShapeKind.DateTime;
            members[(kind, "TimeOfDay")] = ShapeKind.TimeSpan;
        }

        foreach (var unit in (ReadOnlySpan<string>)["Days", "Hours", "Minutes", "Seconds", "Milliseconds"])
        {
            members[(ShapeKind.TimeSpan, unit)] = ShapeKind.Number;
            members[(ShapeKind.TimeSpan, "Total" + unit)] = ShapeKind.Number;
        }

        members[(ShapeKind.TimeSpan, "Ticks")] = ShapeKind.Number;
        return members;
    }

    private static Dictionary<string, ShapeKind> Words(params (string Names, ShapeKind Kind)[] rows) =>
        rows.SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Kind)))
            .ToDictionary(pair => pair.name, pair => pair.Kind, StringComparer.Ordinal);
}
