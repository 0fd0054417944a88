namespace NegotiationRules.Syntax;

/// <summary>The functions of operands as they are spelt in a file, and how many operands each is worked out of.</summary>
internal static class OperandFunctions
{
    // In the order of the enumeration, and looked up by number.
    private static readonly string[] Names =
    [
        .. Enum.GetNames<OperandFunction>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]),
    ];
    private static readonly Dictionary<string, int> ByName = Names
        .Select((name, i) => (name, i))
        .ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Names;

    public static bool IsFunction(string name) => ByName.ContainsKey(name);

    public static OperandFunction? Find(string name) => ByName.TryGetValue(name, out var found) ? (OperandFunction)found : null;

    public static string NameOf(OperandFunction function) => Names[(int)function];

    /// <summary>The fewest and the most operands; <see cref="int.MaxValue"/> for any number.</summary>
    public static (int Fewest, int Most) ArgumentsOf(OperandFunction function) =>
        function switch
        {
            OperandFunction.Quotient
            or OperandFunction.WholeQuotient
            or OperandFunction.Remainder
            or OperandFunction.Power
            or OperandFunction.PositionOf => (2, 2),
            OperandFunction.Rounded => (1, 2),
            OperandFunction.Part => (2, 3),
            OperandFunction.Replaced => (3, 3),
            OperandFunction.Least or OperandFunction.Greatest or OperandFunction.Joined => (2, int.MaxValue),
            _ => (1, 1),
        };

    /// <summary>What is written beside the name.</summary>
    public static string ExampleOf(OperandFunction function) => function switch
    {
        OperandFunction.Quotient or OperandFunction.WholeQuotient or OperandFunction.Remainder => """[ { "fact": "…" }, 2 ]""",
        OperandFunction.Power => """[ { "fact": "…" }, 3 ]""",
        OperandFunction.Rounded => """[ { "fact": "…" }, 2 ]""",
        OperandFunction.PositionOf => """[ { "fact": "…" }, "piece" ]""",
        OperandFunction.Part => """[ { "fact": "…" }, 0, 3 ]""",
        OperandFunction.Replaced => """[ { "fact": "…" }, "old", "new" ]""",
        OperandFunction.Joined => """[ { "fact": "…" }, ", ", { "fact": "…" } ]""",
        OperandFunction.Least or OperandFunction.Greatest => """[ { "fact": "…" }, 10 ]""",
        _ => """{ "fact": "…" }""",
    };
}
