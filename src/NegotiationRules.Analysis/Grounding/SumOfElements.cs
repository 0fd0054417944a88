using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>The least, or the most, that the elements of a list add up to.</summary>
/// <remarks>An element that is not certain to count adds its value or nothing.</remarks>
internal sealed class SumOfElements(Circuit circuit, bool isLow)
{
    private readonly List<IReadOnlyList<Weighted>> _groups = [];
    private Edge _unbounded = Edge.False;

    public Sum Sum => new(0, _groups, _unbounded);

    /// <param name="counts">Whether the element counts.</param>
    /// <param name="item">What it adds.</param>
    /// <param name="most">How many of its kind there may be; <see langword="null"/> if there is no telling.</param>
    public void Add(Rails counts, PlainQuantity item, IReadOnlyList<Weighted>? most)
    {
        var (certainly, perhaps) = (new List<Weighted>(), circuit.And(!counts.True, !counts.False));
        foreach (var (value, where) in item.Values)
        {
            if ((isLow ? value.Low : value.High) is not { } bound)
            {
                _unbounded = circuit.Or(_unbounded, circuit.And(!counts.False, where));
                continue;
            }

            certainly.Add(new Weighted(circuit.And(counts.True, where), bound));
            AddPerhaps(circuit.And(perhaps, where), isLow ? Int128.Min(bound, 0) : Int128.Max(bound, 0), most);
        }

        _groups.Add(certainly);
    }

    private void AddPerhaps(Edge where, Int128 bound, IReadOnlyList<Weighted>? most)
    {
        if (bound == 0 || where == Edge.False)
        {
            return;
        }

        if (most is null)
        {
            _unbounded = circuit.Or(_unbounded, where);
            return;
        }

        _groups.AddRange(most.Select(term => new[] { new Weighted(circuit.And(where, term.Edge), term.Weight * bound) }));
    }
}
