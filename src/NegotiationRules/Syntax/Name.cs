using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>A word with its place: an id, a path, a name that is defined or referred to.</summary>
internal sealed record Name(string Text, Span Span)
{
    public override string ToString() => Text;
}
