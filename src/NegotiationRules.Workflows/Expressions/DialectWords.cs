using System.Collections.Frozen;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>The words that mean something of themselves in an expression: operators, what stands for an element, functions,
/// types.</summary>
internal static class DialectWords
{
    private static readonly Dictionary<string, ExpressionTokenKind> Operators = new()
    {
        ["eq"] = ExpressionTokenKind.Equal,
        ["equal"] = ExpressionTokenKind.Equal,
        ["ne"] = ExpressionTokenKind.NotEqual,
        ["neq"] = ExpressionTokenKind.NotEqual,
        ["notequal"] = ExpressionTokenKind.NotEqual,
        ["lt"] = ExpressionTokenKind.Less,
        ["LessThan"] = ExpressionTokenKind.Less,
        ["le"] = ExpressionTokenKind.LessOrEqual,
        ["LessThanEqual"] = ExpressionTokenKind.LessOrEqual,
        ["gt"] = ExpressionTokenKind.Greater,
        ["GreaterThan"] = ExpressionTokenKind.Greater,
        ["ge"] = ExpressionTokenKind.GreaterOrEqual,
        ["GreaterThanEqual"] = ExpressionTokenKind.GreaterOrEqual,
        ["and"] = ExpressionTokenKind.And,
        ["AndAlso"] = ExpressionTokenKind.And,
        ["or"] = ExpressionTokenKind.Or,
        ["OrElse"] = ExpressionTokenKind.Or,
        ["not"] = ExpressionTokenKind.Not,
        ["mod"] = ExpressionTokenKind.Percent,
    };

    private static readonly FrozenDictionary<string, ExpressionTokenKind> ExactOperators = Operators.ToFrozenDictionary(
        StringComparer.Ordinal
    );
    private static readonly FrozenDictionary<string, ExpressionTokenKind> AnyCaseOperators = Operators.ToFrozenDictionary(
        StringComparer.OrdinalIgnoreCase
    );

    // By what they are called in the tree: the signs are other spellings of the words.
    private static readonly Dictionary<string, string> Keywords = new()
    {
        ["it"] = "it",
        ["parent"] = "parent",
        ["root"] = "root",
        ["$"] = "it",
        ["^"] = "parent",
        ["~"] = "root",
        ["true"] = "true",
        ["false"] = "false",
        ["null"] = "null",
        ["new"] = "new",
        ["iif"] = "iif",
        ["isnull"] = "isnull",
        ["np"] = "np",
        ["is"] = "is",
        ["as"] = "as",
        ["cast"] = "cast",
    };

    private static readonly FrozenDictionary<string, string> ExactKeywords = Keywords.ToFrozenDictionary(StringComparer.Ordinal);
    private static readonly FrozenDictionary<string, string> AnyCaseKeywords = Keywords.ToFrozenDictionary(
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly string[] NamedValueTypes =
    [
        "Boolean", "Byte", "Char", "DateOnly", "DateTime", "DateTimeOffset", "Decimal", "Double", "Guid", "Int16", "Int32", "Int64",
        "SByte", "Single", "TimeOnly", "TimeSpan", "UInt16", "UInt32", "UInt64",
    ];

    private static readonly string[] NamedObjectTypes = ["Convert", "Enum", "Math", "Object", "String", "Uri"];

    // Every public enumeration of the runtime is a type here as well; only these are likely to be made nullable.
    private static readonly FrozenSet<string> ValueTypes = NamedValueTypes.Concat(
    [
        "bool", "byte", "char", "decimal", "double", "float", "int", "long", "sbyte", "short", "uint", "ulong", "ushort",
        "DateTimeKind", "DayOfWeek", "MidpointRounding", "StringComparison",
    ]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ObjectTypes = NamedObjectTypes
        .Concat(["object", "string"])
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> FullTypeNames = NamedValueTypes
        .Concat(NamedObjectTypes)
        .Select(n => $"System.{n}")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The operator that a word is; <see cref="ExpressionTokenKind.Name"/> if it is none.</summary>
    public static ExpressionTokenKind OperatorOf(string word, bool isCaseSensitive) =>
        (isCaseSensitive ? ExactOperators : AnyCaseOperators).GetValueOrDefault(word, ExpressionTokenKind.Name);

    /// <summary>The keyword that a word is, in its plainest spelling: <c>it</c> for <c>IT</c> and for <c>$</c>; <see langword="null"/> if
    /// it is none.</summary>
    public static string? KeywordOf(string word, bool isCaseSensitive) =>
        (isCaseSensitive ? ExactKeywords : AnyCaseKeywords).GetValueOrDefault(word);

    /// <summary>Whether a word names one of the types that every expression may use; letter case counts.</summary>
    public static bool IsType(string word) => ValueTypes.Contains(word) || ObjectTypes.Contains(word);

    /// <summary>Whether a type has a nullable form, such as <c>int?</c>.</summary>
    public static bool IsValueType(string word) => ValueTypes.Contains(WithoutNamespace(word));

    /// <summary>Whether a text names a type, so that <c>"System.DateTime"(…)</c> is a conversion.</summary>
    public static bool IsFullTypeName(string text) => FullTypeNames.Contains(text);

    private static string WithoutNamespace(string word) =>
        word.StartsWith("System.", StringComparison.Ordinal) ? word["System.".Length..] : word;
}
