namespace NegotiationRules.Workflows.Inputs;

/// <summary>The types that expressions can name without asking anyone; their names are no inputs.</summary>
internal static class KnownTypes
{
    private static readonly Dictionary<string, ShapeKind> Kinds = new(StringComparer.Ordinal)
    {
        ["bool"] = ShapeKind.Boolean,
        ["Boolean"] = ShapeKind.Boolean,
        ["string"] = ShapeKind.Text,
        ["String"] = ShapeKind.Text,
        ["char"] = ShapeKind.Text,
        ["Char"] = ShapeKind.Text,
        ["DateTime"] = ShapeKind.DateTime,
        ["DateTimeOffset"] = ShapeKind.DateTimeOffset,
        ["DateOnly"] = ShapeKind.DateOnly,
        ["TimeSpan"] = ShapeKind.TimeSpan,
        ["Guid"] = ShapeKind.Guid,
    };

    private static readonly HashSet<string> Numbers = new(
        ("sbyte SByte byte Byte short Int16 ushort UInt16 int Int32 uint UInt32 long Int64 ulong UInt64 float Single double Double decimal "
            + "Decimal").Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> Others = new(
        ("Math Convert object Object StringComparison StringComparer StringSplitOptions RegexOptions DayOfWeek DateTimeKind "
            + "MidpointRounding CultureInfo Regex Enum Uri TimeOnly Array Enumerable Environment System ExpressionUtils").Split(' '),
        StringComparer.Ordinal
    );

    private static readonly HashSet<string> LettersOnly = new(Kinds.Keys.Concat(Numbers).Concat(Others), StringComparer.OrdinalIgnoreCase);

    // The words of C# for types that have another name in .NET.
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["bool"] = "Boolean",
        ["char"] = "Char",
        ["decimal"] = "Decimal",
        ["double"] = "Double",
        ["int"] = "Int32",
        ["long"] = "Int64",
        ["string"] = "String",
    };

    /// <summary>What a type is called in .NET.</summary>
    public static string NameOf(string type) => Words.GetValueOrDefault(type, type);

    public static bool Has(string name) => Kinds.ContainsKey(name) || Numbers.Contains(name) || Others.Contains(name);

    /// <summary>Whether the name is that of a type but for its letter case, which counts.</summary>
    public static bool IsLike(string name) => !Has(name) && LettersOnly.Contains(name);

    /// <summary>What values of the type are; <see cref="ShapeKind.Open"/> for a type of which no input is.</summary>
    public static ShapeKind KindOf(string name) => Numbers.Contains(name) ? ShapeKind.Number : Kinds.GetValueOrDefault(name);

    public static bool IsFractional(string name) => name is "float" or "Single" or "double" or "Double" || IsDecimal(name);

    public static bool IsDecimal(string name) => name is "decimal" or "Decimal";
}
