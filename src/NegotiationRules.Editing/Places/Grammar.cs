using NegotiationRules.Checking;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Places;

/// <summary>Says what may stand where in a file of one kind, by going down from its root.</summary>
internal abstract class Grammar(Scopes scopes)
{
    public Scopes Scopes => scopes;

    /// <summary>What the whole file is.</summary>
    public abstract Spot Root { get; }

    /// <summary>What may stand under a name inside an object.</summary>
    public abstract Spot Under(Spot at, JsonObject owner, JsonMember member);

    /// <summary>What a name of an object is; <see cref="SpotKind.Nothing"/> if it is a word of the language, or anything.</summary>
    public abstract Spot OfName(Spot at, JsonObject owner, JsonMember member);

    protected Spot Nothing => At(SpotKind.Nothing);

    protected Spot At(SpotKind kind, ElementScope? scope = null, FactType? type = null) => new(kind, scope ?? scopes.Root, type);

    /// <summary>What a name in an object of facts is.</summary>
    protected Spot OfFactName(Spot at, JsonMember member) =>
        FactGrammar.Inner(at) is RecordType record && record.SlotOf(member.Name) >= 0 ? at with { Type = record } : Nothing;

    /// <summary>What is stated under a name of an object of facts.</summary>
    protected Spot UnderFacts(Spot at, JsonMember member) => (at.Type, member.Name) switch
    {
        (RecordType record, var name) when record.SlotOf(name) is >= 0 and var slot =>
            At(SpotKind.Facts, at.Scope, record.Properties[slot].Type),
        (ListType, "known") or (not null and not RecordType, "value") => at,
        _ => Nothing,
    };
}
