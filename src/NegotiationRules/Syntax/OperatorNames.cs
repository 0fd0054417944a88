using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>The comparison operators and calendar moves as they are spelt in a file.</summary>
internal static class OperatorNames
{
    // In the order of the enumerations, and looked up by number: a dictionary of an enumeration would be compiled anew in each process.
    private static readonly string[] Operators = [.. Enum.GetNames<ComparisonOperator>().Select(CamelCase)];
    private static readonly string[] Moves = [.. Enum.GetNames<CalendarMove>().Select(CamelCase)];
    private static readonly Dictionary<string, int> ByOperator = ByName(Operators);
    private static readonly Dictionary<string, int> ByMove = ByName(Moves);

    public static IReadOnlyCollection<string> All => Operators;

    public static IReadOnlyCollection<string> AllMoves => Moves;

    public static bool IsOperator(string name) => ByOperator.ContainsKey(name);

    /// <summary>Whether one of the members is called like an operator.</summary>
    public static bool AnyIn(JsonObject value)
    {
        foreach (var member in value.AsSpan())
        {
            if (IsOperator(member.Name))
            {
                return true;
            }
        }

        return false;
    }

    public static ComparisonOperator? Find(string name) => ByOperator.TryGetValue(name, out var found) ? (ComparisonOperator)found : null;

    /// <summary>The operator that holds where the other does not; <see langword="null"/> if there is none.</summary>
    public static string? Negated(string name) => name switch
    {
        "is" => "isNot",
        "isNot" => "is",
        "in" => "notIn",
        "notIn" => "in",
        "atLeast" => "lessThan",
        "lessThan" => "atLeast",
        "atMost" => "moreThan",
        "moreThan" => "atMost",
        "before" => "onOrAfter",
        "onOrAfter" => "before",
        "after" => "onOrBefore",
        "onOrBefore" => "after",
        _ => null,
    };

    public static CalendarMove? FindMove(string name) => ByMove.TryGetValue(name, out var found) ? (CalendarMove)found : null;

    public static string NameOf(ComparisonOperator comparison) => Operators[(int)comparison];

    public static string NameOf(CalendarMove move) => Moves[(int)move];

    private static Dictionary<string, int> ByName(string[] names)
    {
        var byName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
        {
            byName.Add(names[i], i);
        }

        return byName;
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
