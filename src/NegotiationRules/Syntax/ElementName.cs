using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Reads the name that <c>as</c> gives to an element.</summary>
internal static class ElementName
{
    /// <summary>The name; <see langword="null"/> if none is given or it is no name.</summary>
    public static Name? Read(JsonMember? member, SyntaxDiagnostics diagnostics)
    {
        const string Example = "\"as\": \"party\"";
        switch (member?.Value)
        {
            case null:
                return null;
            case JsonText text when string.IsNullOrWhiteSpace(text.Value):
                diagnostics.EmptyName(text.Span, "`as`", Example);
                return null;
            case JsonText text:
                var name = PathSpelling.Read(text.Value, text.Span, diagnostics);
                if (name is null || !name.Text.Contains('.'))
                {
                    return name;
                }

                diagnostics.ElementNameWithDot(name);
                return null;
            case var other:
                diagnostics.WrongKind(other, "`as`", "text", Example);
                return null;
        }
    }
}
