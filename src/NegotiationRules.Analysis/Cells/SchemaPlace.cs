using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>Where conditions are read, whatever the scenario: in a scenario, or in any element of a list.</summary>
/// <remarks>What the values of a parameter hold is written out, so it is no fact of a scenario and has no key.</remarks>
internal sealed class SchemaPlace
{
    private readonly SchemaPlace? _outer;
    private readonly string? _key;

    // The name tells a list that is written out from others, whose values may be others.
    private SchemaPlace(SchemaPlace? outer, string? key, string name, FactType type, ImmutableArray<FactValue> values)
    {
        (_outer, _key, Type, Values) = (outer, key, type, values);
        Depth = outer is null ? 0 : outer.Depth + 1;
        Text = outer is null ? string.Empty : $"{outer.Text}/{key ?? name}";
    }

    /// <summary>How many elements deep it is.</summary>
    public int Depth { get; }

    /// <summary>What is there: the scenario, or an element.</summary>
    public FactType Type { get; }

    /// <summary>What may be there, if that is written out in a parameter.</summary>
    public ImmutableArray<FactValue> Values { get; }

    /// <summary>The same for places where the same facts are in reach.</summary>
    public string Text { get; }

    public static SchemaPlace Of(RecordType scenario) => new(null, string.Empty, string.Empty, scenario, []);

    public SchemaPlace At(int depth)
    {
        var place = this;
        while (place.Depth > depth)
        {
            place = place._outer!;
        }

        return place;
    }

    /// <summary>Where the conditions on the elements of a list are read.</summary>
    public SchemaPlace Into(ListReference list)
    {
        var place = list.Around is { } depth ? At(depth) : this;
        if (list.Selection is { } selection)
        {
            return place.Into(selection.From);
        }

        if (list.IsParameter)
        {
            return new SchemaPlace(place, null, $"the parameter {list.Path}", list.Element, list.Values);
        }

        foreach (var level in list.Levels)
        {
            var key = place.KeyOf(level);
            place = new SchemaPlace(place, key is null ? null : $"{key}[]", level.Path, ((ListType)level.Type).Element, key is null
                ? [.. place.At(level.Depth).Values.Select(value => Follow(value, level.Slots)).Where(list => list.IsKnown)
                    .SelectMany(list => list.List.Elements.ToArray())]
                : []);
        }

        return place;
    }

    /// <summary>Where a child of what is read here is read.</summary>
    public SchemaPlace Into(Child child) => child.IsInScenario ? At(0) : child.List is { } list ? Into(list) : this;

    /// <summary>The path of a fact in the vocabulary, <c>delegations[].head</c>; <see langword="null"/> for what is written out.</summary>
    public string? KeyOf(FactReference fact)
    {
        var start = At(fact.Depth);
        if (start._key is not { } key)
        {
            return null;
        }

        var type = start.Type;
        foreach (var slot in fact.Slots)
        {
            var property = ((RecordType)type).Properties[slot];
            key = Inner(key, property.Name);
            type = property.Type;
        }

        return key;
    }

    /// <summary>The path of a fact that is in a record.</summary>
    public static string Inner(string key, string name) => key.Length == 0 ? name : $"{key}.{name}";

    /// <summary>What is found in a value that way; unknown if anything before it is.</summary>
    public static FactValue Follow(FactValue value, ImmutableArray<int> slots)
    {
        foreach (var slot in slots)
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
