namespace NegotiationRules.Conditions;

/// <summary>The words of the language for its enumerations, as they are written in JSON.</summary>
internal static class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum
    {
        var name = value.ToString();
        return string.Concat(char.ToLowerInvariant(name[0]).ToString(), name.AsSpan(1));
    }
}
