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
    public Scope With(FactValue[] values, bool[] given, StepCount steps)
    {
        var scenario = _scenario;
        _root.Fill(ref scenario, values, given, steps);
        return Scope.Of(scenario.Record, steps);
    }

    /// <summary>A place in the scenario where an open fact is, or that one lies in.</summary>
    private sealed class Place(FactType type)
    {
        private readonly Dictionary<int, Place> _inner = [];

        public FactType Type { get; } = type;

        public int? Fact { get; set; }

        public Place Enter(int step)
        {
            if (!_inner.TryGetValue(step, out var inner))
            {
                inner = new Place(Type is RecordType record ? record.Properties[step].Type : ((ListType)Type).Element);
                _inner.Add(step, inner);
            }

            return inner;
        }

        /// <summary>Puts in what is given of this place and inside it; says whether anything was.</summary>
        public bool Fill(ref FactValue value, FactValue[] values, bool[] given, StepCount steps)
        {
            var isFilled = Fact is { } fact && given[fact];
            value = isFilled ? values[Fact!.Value] : value;
            FactValue[]? filled = null;
            steps.Take(1 + (_inner.Count >> 3));
            foreach (var (step, place) in _inner)
            {
                var inner = InsideOf(value, step);
                if (place.Fill(ref inner, values, given, steps))
                {
                    filled ??= AllInside(value, steps);
                    filled[IndexOf(step)] = inner;
                }
            }

            if (filled is null)
            {
                return isFilled;
            }

            value = Type is RecordType record
                ? FactValue.Of(new FactRecord(record, filled, null))
                : FactValue.Of(new FactList(filled, value.List.IsComplete));
            return true;
        }

        // An element of a list is a step below zero.
        private static int IndexOf(int step) => step < 0 ? ~step : step;

        private FactValue InsideOf(FactValue value, int step) =>
            Type is not RecordType record ? value.List.Elements[~step]
            : value.IsKnown ? value.Record.Values[step] : record.Properties[step].Default;

        private FactValue[] AllInside(FactValue value, StepCount steps)
        {
            FactValue[] all = Type is RecordType record
                ? [.. (value.IsKnown ? value.Record : FactRecord.Empty(record)).Values]
                : [.. value.List.Elements];
            steps.Take(all.Length >> 2);
            return all;
        }
    }
}
