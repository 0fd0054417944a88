using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>The least, or the most, that the elements of a list add up to.</summary>
/// <remarks>An element that is not certain to count adds its value or nothing.</remarks>
internal sealed class SumOfElements(Circuit circuit, bool isLow)
{
    // Of each element; sums of more are better asked of the evaluator.
    private const int MostEnds = 32;

    private readonly List<IReadOnlyList<Weighted>> _groups = [];
    private Edge _unbounded = Edge.False;

    public Sum Sum => new(0, _groups, _unbounded);

    /// <param name="counts">Whether the element counts.</param>
    /// <param name="item">What it adds.</param>
    /// <param name="most">How many of its kind there may be; <see langword="null"/> if there is no telling.</param>
    public void Add(Rails counts, Quantity item, IReadOnlyList<Weighted>? most)
    {
        var (certainly, perhaps) = (new List<Weighted>(), circuit.And(!counts.True, !counts.False));
        foreach (var (end, where) in EndsOf(item))
        {
            if (end is not { } bound)
            {
                _unbounded = circuit.Or(_unbounded, circuit.And(!counts.False, where));
                continue;
            }

            certainly.Add(new Weighted(circuit.And(counts.True, where), bound));
            AddPerhaps(circuit.And(perhaps, where), isLow ? Int128.Min(bound, 0) : Int128.Max(bound, 0), most);
        }

        _groups.Add(certainly);
    }

    /// <summary>Whether each end that a quantity may have can be told.</summary>
    public static bool IsTold(Quantity item) => item is PlainQuantity
        || (item.Lows?.Distinct().Take(MostEnds + 1).Count() <= MostEnds && item.Highs?.Distinct().Take(MostEnds + 1).Count() <= MostEnds);

    // Where which number is its end; null where there is no telling.
    private IEnumerable<(Int128? End, Edge Where)> EndsOf(Quantity item)
    {
        if (item is PlainQuantity plain)
        {
            return plain.Values.Select(pair => (isLow ? pair.Value.Low : pair.Value.High, pair.Where));
        }

        // From the nearest on: the least that it is at least, or the most that it is at most.
        var (ends, before) = (new List<(Int128?, Edge)>(), Edge.False);
        foreach (var end in isLow ? item.Lows!.Distinct().OrderDescending() : item.Highs!.Distinct().Order())
        {
            var reached = isLow ? item.IsAtLeast(end) : item.IsAtMost(end);
            ends.Add((end, circuit.And(reached, !before)));
            before = circuit.Or(before, reached);
        }

        return [.. ends, (null, !before)];
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
