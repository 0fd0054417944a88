using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>A scenario in which some of its open facts have values. What none of them lies in is shared with the scenario.</summary>
internal sealed class SettledFacts
{
    private readonly FactValue _scenario;
    private readonly Place _root;

    public SettledFacts(Scope scenario, IReadOnlyList<OpenFact> facts)
    {
        _scenario = scenario.Element;
        _root = new Place(scenario.Element.Record.Type);
        for (var i = 0; i < facts.Count; i++)
        {
            var place = _root;
            foreach (var step in facts[i].Steps)
            {
                place = place.Enter(step);
            }

            place.Fact = i;
        }
    }

    /// <summary>The scenario with those values that are given.</summary>
    public Scope With(FactValue[] values, bool[] given, StepCount steps) => Scope.Of(Fill(_root, _scenario, values, given).Record, steps);

    private static FactValue Fill(Place place, FactValue value, FactValue[] values, bool[] given)
    {
        value = place.Fact is { } fact && given[fact] ? values[fact] : value;
        if (!place.HoldsAny(given))
        {
            return value;
        }

        if (place.Type is RecordType record)
        {
            var facts = (value.IsKnown ? value.Record : FactRecord.Empty(record)).Values.ToArray();
            foreach (var (slot, inner) in place.Inner)
            {
                facts[slot] = Fill(inner, facts[slot], values, given);
            }

            return FactValue.Of(new FactRecord(record, facts, null));
        }

        var elements = value.List.Elements.ToArray();
        foreach (var (step, inner) in place.Inner)
        {
            elements[~step] = Fill(inner, elements[~step], values, given);
        }

        return FactValue.Of(new FactList(elements, value.List.IsComplete));
    }

    /// <summary>A place in the scenario where an open fact is, or that one lies in.</summary>
    private sealed class Place(FactType type)
    {
        public FactType Type { get; } = type;

        public int? Fact { get; set; }

        public SortedDictionary<int, Place> Inner { get; } = [];

        public Place Enter(int step)
        {
            if (!Inner.TryGetValue(step, out var inner))
            {
                inner = new Place(Type is RecordType record ? record.Properties[step].Type : ((ListType)Type).Element);
                Inner.Add(step, inner);
            }

            return inner;
        }

        public bool HoldsAny(bool[] given) => Inner.Values.Any(inner => (inner.Fact is { } fact && given[fact]) || inner.HoldsAny(given));
    }
}
