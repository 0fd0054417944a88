using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Repeats what the user wrote inside other JSON: shortened where it would be long, for a help, or whole, for the edits that do
/// what the help says.</summary>
internal sealed class Excerpt
{
    /// <summary>Everything as it was written.</summary>
    public static readonly Excerpt Whole = new(int.MaxValue);

    private static readonly Excerpt Short = new(44);

    private readonly int _longest;

    private Excerpt(int longest) => _longest = longest;

    public static string Of(JsonValue value) => Short.Quote(value);

    /// <summary><c>"key": value</c></summary>
    public static string Of(JsonMember member) => Short.Quote(member);

    /// <summary>The members side by side, without braces.</summary>
    public static string Of(IEnumerable<JsonMember> members) => Short.Quote(members);

    /// <summary>The same text twice: as a help shows it, and as it is to stand in the file.</summary>
    public static (string Shown, string Written) Both(Func<Excerpt, string> text) => (text(Short), text(Whole));

    public string Quote(JsonValue value)
    {
        var written = value.Span.Characters;
        if (written.Length <= _longest && (_longest == int.MaxValue || written.IndexOfAny('\r', '\n') < 0))
        {
            return written.ToString();
        }

        return value switch
        {
            JsonObject => "{ … }",
            JsonArray => "[ … ]",
            JsonText => "\"…\"",
            _ => string.Concat(written[.._longest], "…"),
        };
    }

    public string Quote(JsonMember member) => $"{JsonPrinter.Quote(member.Name)}: {Quote(member.Value)}";

    public string Quote(IEnumerable<JsonMember> members) => string.Join(", ", members.Select(Quote));
}
