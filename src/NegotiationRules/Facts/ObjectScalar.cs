using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>A value of a .NET type of which only the vocabulary can tell how it is written as a fact: an enum, or a moment that may be
/// meant as a day.</summary>
/// <param name="Value">The value.</param>
/// <param name="Texts">The texts of the type if it is an enum.</param>
/// <param name="Text">How it is written where the vocabulary says nothing.</param>
internal sealed record ObjectScalar(object Value, EnumTexts? Texts, JsonText Text) : JsonValue(default(Span))
{
    public override string Kind => Text.Kind;
}
