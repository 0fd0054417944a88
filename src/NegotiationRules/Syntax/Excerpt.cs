using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Shows what the user wrote inside the JSON of a help, shortened where it would be long.</summary>
internal static class Excerpt
{
    private const int Longest = 44;

    public static string Of(JsonValue value)
    {
        var written = value.Span.Characters;
        if (written.Length <= Longest && written.IndexOfAny('\r', '\n') < 0)
        {
            return written.ToString();
        }

        return value switch
        {
            JsonObject => "{ … }",
            JsonArray => "[ … ]",
            JsonText => "\"…\"",
            _ => string.Concat(written[..Longest], "…"),
        };
    }

    /// <summary><c>"key": value</c></summary>
    public static string Of(JsonMember member) => $"\"{member.Name}\": {Of(member.Value)}";

    /// <summary>The members side by side, without braces.</summary>
    public static string Of(IEnumerable<JsonMember> members) => string.Join(", ", members.Select(Of));
}
