using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>The facts that are in reach: the scenario, or an element with all that is around it. Never changed.</summary>
internal sealed class Scope
{
    private readonly FactReference? _list;
    private readonly int _index;

    private Scope(FactValue element, Scope? outer, FactReference? list, int index)
    {
        Element = element;
        Outer = outer;
        Depth = outer is null ? 0 : outer.Depth + 1;
        _list = list;
        _index = index;
    }

    public FactValue Element { get; }

    public Scope? Outer { get; }

    public int Depth { get; }

    public static Scope Of(FactRecord scenario) => new(FactValue.Of(scenario), null, null, 0);

    /// <param name="element">The element to look at.</param>
    /// <param name="list">The list it is in; <see langword="null"/> for a parameter's value and for an element that is only supposed.</param>
    /// <param name="index">Its place in the list.</param>
    public Scope Enter(FactValue element, FactReference? list = null, int index = 0) => new(element, this, list, index);

    /// <summary>The path by which a fact can be changed in a scenario: <c>parties[1].delegates</c>. Empty for the value of a parameter.</summary>
    public string PathOf(FactReference fact)
    {
        var start = At(fact.Depth);
        var path = start._list is null ? string.Empty : $"{start.Outer!.PathOf(start._list)}[{start._index}]";
        var type = start._list is null ? start.Element.IsKnown ? (FactType)start.Element.Record.Type : fact.Type : ((ListType)start._list.Type).Element;
        foreach (var slot in fact.Slots)
        {
            var property = ((RecordType)type).Properties[slot];
            path = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            type = property.Type;
        }

        return path;
    }

    /// <summary>The scope so many elements deep.</summary>
    public Scope At(int depth)
    {
        var scope = this;
        while (scope.Depth > depth)
        {
            scope = scope.Outer!;
        }

        return scope;
    }

    /// <summary>The value of a fact; unknown if anything on the way to it is.</summary>
    public FactValue Read(FactReference fact)
    {
        var value = At(fact.Depth).Element;
        foreach (var slot in fact.Slots)
        {
            if (!value.IsKnown)
            {
                return default;
            }

            value = value.Record[slot];
        }

        return value;
    }
}
