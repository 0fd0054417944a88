namespace NegotiationRules.Syntax;

/// <summary>What a parameter says of its value, or of each value of its list: the words of JSON Schema, those of its formats among
/// them.</summary>
internal enum ParameterType
{
    Boolean,
    Integer,
    Number,
    Text,
    Date,
    DateTime,
    Duration,
}

/// <summary>The words for <see cref="ParameterType"/>.</summary>
internal static class ParameterTypes
{
    private static readonly string[] Words = ["boolean", "integer", "number", "string", "date", "date-time", "duration"];

    public static IReadOnlyList<string> All => Words;

    public static string WordOf(ParameterType type) => Words[(int)type];

    public static ParameterType? Find(string word) => Array.IndexOf(Words, word) is >= 0 and var found ? (ParameterType)found : null;
}
