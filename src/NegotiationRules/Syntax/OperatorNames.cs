using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>The comparison operators and calendar moves as they are spelt in a file.</summary>
internal static class OperatorNames
{
    private static readonly Dictionary<string, ComparisonOperator> Operators = ByName<ComparisonOperator>();

    private static readonly Dictionary<string, CalendarMove> Moves = ByName<CalendarMove>();

    public static IReadOnlyCollection<string> All => Operators.Keys;

    public static IReadOnlyCollection<string> AllMoves => Moves.Keys;

    public static bool IsOperator(string name) => Operators.ContainsKey(name);

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

    public static ComparisonOperator? Find(string name) => Operators.TryGetValue(name, out var found) ? found : null;

    public static CalendarMove? FindMove(string name) => Moves.TryGetValue(name, out var found) ? found : null;

    public static string NameOf(ComparisonOperator comparison) => CamelCase(comparison.ToString());

    public static string NameOf(CalendarMove move) => CamelCase(move.ToString());

    private static Dictionary<string, T> ByName<T>() where T : struct, Enum =>
        Enum.GetValues<T>().ToDictionary(value => CamelCase(value.ToString()), StringComparer.Ordinal);

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
