using NegotiationRules.Text;

namespace NegotiationRules.Editing.Places;

/// <summary>What may stand where in a scenario file.</summary>
internal sealed class FactGrammar(Scopes scopes) : Grammar(scopes)
{
    public override Spot Root => At(SpotKind.Facts, null, Scopes.Root.Type);

    public override Spot Under(Spot at, JsonObject owner, JsonMember member) => UnderFacts(at with { Type = Inner(at) }, member);

    public override Spot OfName(Spot at, JsonObject owner, JsonMember member) => OfFactName(at, member);

    /// <summary>What an object there is: of a list, one of its elements, unless it says that the list is not complete.</summary>
    public static NegotiationRules.Facts.FactType? Inner(Spot at) =>
        at.Type is NegotiationRules.Facts.ListType { Element: var element } ? element : at.Type;
}
