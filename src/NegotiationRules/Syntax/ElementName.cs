using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Reads the names that <c>as</c> gives to elements.</summary>
internal static class ElementName
{
    private const string Example = "\"as\": \"party\"";

    /// <summary>The names; <see langword="null"/> if none is given or one is no name.</summary>
    public static ElementNames? Read(JsonMember? member, SyntaxDiagnostics diagnostics)
    {
        switch (member?.Value)
        {
            case null:
                return null;
            case JsonText text:
                return ElementNames.Of(ReadOne(text, "`as`", Example, diagnostics));
            case JsonArray { Items.Count: 0 } empty:
                diagnostics.EmptyList(empty.Span, "as", "name");
                return null;
            case JsonArray list:
                return ReadList(list, diagnostics);
            case JsonObject { Members.Count: > 0 } byList:
                diagnostics.ElementNamesByList(byList);
                return List(byList, [.. byList.Members.Select(m => m.Value is JsonText text ? new Name(text.Value, text.Span) : null)]);
            case var other:
                diagnostics.WrongKind(other, "`as`", "text", Example);
                return null;
        }
    }

    private static ElementNames? ReadList(JsonArray list, SyntaxDiagnostics diagnostics) =>
        List(list, [.. list.Items.Select(item => ReadItem(item, list, diagnostics))]);

    // Where not all are names, those who read on take the last for that of the elements.
    private static ElementNames? List(JsonValue list, Name?[] names) => names.Contains(null) || names.Length == 1 && list is JsonObject
        ? ElementNames.Of(names[^1])
        : new ElementNames(list.Span, names!, true);

    private static Name? ReadItem(JsonValue item, JsonArray list, SyntaxDiagnostics diagnostics)
    {
        if (item is JsonText text)
        {
            return ReadOne(text, "a name in `as`", "\"party\"", diagnostics);
        }

        diagnostics.NotAnElementName(item, list);
        return null;
    }

    private static Name? ReadOne(JsonText text, string what, string example, SyntaxDiagnostics diagnostics)
    {
        if (string.IsNullOrWhiteSpace(text.Value))
        {
            diagnostics.EmptyName(text.Span, what, example);
            return null;
        }

        var name = PathSpelling.Read(text.Value, text.Span, diagnostics);
        if (name is null || !name.Text.Contains('.'))
        {
            return name;
        }

        diagnostics.ElementNameWithDot(name);
        return null;
    }
}
