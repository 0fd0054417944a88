using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>The names given by <c>as</c> to the elements around the place that is being read.</summary>
internal sealed class ElementNames(SyntaxDiagnostics diagnostics)
{
    private readonly List<Name?> _open = [];

    /// <summary>Reads the name and makes it known until <see cref="Leave"/>; <see langword="null"/> if none is given or it is no name.</summary>
    public Name? Enter(JsonMember? member)
    {
        var name = member is null ? null : Read(member);
        _open.Add(name);
        return name;
    }

    public void Leave() => _open.RemoveAt(_open.Count - 1);

    private Name? Read(JsonMember member)
    {
        const string Example = "\"as\": \"party\"";
        if (member.Value is not JsonText text)
        {
            diagnostics.WrongKind(member.Value, "`as`", "text", Example);
            return null;
        }

        if (string.IsNullOrWhiteSpace(text.Value))
        {
            diagnostics.EmptyName(text.Span, "`as`", Example);
            return null;
        }

        if (PathSpelling.Read(text.Value, text.Span, diagnostics) is not { } name)
        {
            return null;
        }

        if (name.Text.Contains('.'))
        {
            diagnostics.ElementNameWithDot(name);
            return null;
        }

        if (_open.Exists(outer => outer?.Text == name.Text))
        {
            diagnostics.ElementNameTaken(name);
        }

        return name;
    }
}
