using System.Collections.Immutable;

namespace NegotiationRules.Conditions;

/// <summary>Nodes directly inside another one, for who goes over them once: of what most conditions are made of, nothing is made and kept
/// for it.</summary>
internal readonly struct FixedChildren
{
    private readonly ImmutableArray<Child> _children;
    private readonly ImmutableArray<Condition> _parts;
    private readonly Child _first;
    private readonly Child _second;

    public FixedChildren(ImmutableArray<Child> children) => (_children, Count) = (children, children.Length);

    public FixedChildren(Node node)
    {
        switch (node)
        {
            case Composition composition:
                (_parts, Count) = (composition.Parts, composition.Parts.Length);
                break;
            case Quantified { List: { Selection: null } list, Where: { } where, Satisfy: null }:
                (_first, Count) = (new Child(where, list), 1);
                break;
            case Quantified { List: { Selection: null } list, Where: null, Satisfy: { } satisfy }:
                (_first, Count) = (new Child(satisfy, list), 1);
                break;
            case Quantified { List: { Selection: null } list, Where: { } where, Satisfy: { } satisfy }:
                (_first, _second, Count) = (new Child(where, list), new Child(satisfy, list, where), 2);
                break;
            case Defined defined and not RuleReference:
                (_first, Count) = (new Child(defined.Meaning), 1);
                break;
            default:
                (_children, Count) = (node.Children, node.Children.Length);
                break;
        }
    }

    public int Count { get; }

    public Child this[int index] =>
        !_parts.IsDefault ? new Child(_parts[index]) : !_children.IsDefault ? _children[index] : index == 0 ? _first : _second;
}
