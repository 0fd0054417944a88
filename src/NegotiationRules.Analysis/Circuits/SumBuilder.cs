using System.Runtime.InteropServices;

namespace NegotiationRules.Analysis.Circuits;

/// <summary>Brings "these weights add up to at least the bound" into normal form (see <see cref="LinearSum"/>).</summary>
internal sealed class SumBuilder(Circuit circuit)
{
    // Far more than any sum of facts; and a hundred times as much still fits, so that nothing computed from a sum overflows.
    private static readonly Int128 Largest = Int128.One << 120;

    private readonly List<IReadOnlyList<Weighted>> _gathered = [];
    private readonly Dictionary<Variable, (int Place, Int128[] Weights)> _byCell = [];
    private readonly Dictionary<int, int> _places = [];

    /// <inheritdoc cref="Circuit.AtLeast(IEnumerable{IReadOnlyList{Weighted}}, Int128)"/>
    public Edge AtLeast(IEnumerable<IReadOnlyList<Weighted>> groups, Int128 bound)
    {
        Gather(groups, ref bound);
        var ladders = new List<Weighted[]>();
        foreach (var group in _gathered)
        {
            var ladder = Ladder(group, ref bound);
            if (ladder.Length > 0)
                ladders.Add(ladder);
        }

        return Normal(ladders, bound);
    }

    /// <summary>The same for groups of steps that are in normal form but for some edges of which more is known by now.</summary>
    public Edge AtLeast(IEnumerable<IEnumerable<Weighted>> ladders, Int128 bound, Func<Edge, Edge> known)
    {
        var kept = new List<Weighted[]>();
        foreach (var ladder in ladders)
        {
            var steps = new List<Weighted>();
            foreach (var (step, weight) in ladder)
            {
                AddStep(steps, new(known(step), weight), ref bound);
            }

            if (steps.Count > 0)
                kept.Add([.. steps]);
        }

        return Normal(kept, bound);
    }

    private Edge Normal(List<Weighted[]> ladders, Int128 bound)
    {
        if (ladders.Count == 0)
            return bound <= 0 ? Edge.True : Edge.False;

        // Σ w·t ≥ b is the negation of Σ w·¬t ≥ Σ w − b + 1. Of the two, that whose first term is no complement is stored.
        var isComplement = ladders[0][0].Edge.IsComplement;
        if (isComplement)
        {
            bound = Total(ladders) - bound + 1;
            ladders = ladders.ConvertAll(ladder => Array.ConvertAll(ladder, term => term with { Edge = !term.Edge }));
            ladders.ForEach(Array.Reverse);
        }

        return Reduced(ladders, bound).ComplementIf(isComplement);
    }

    private static Int128 Total(IEnumerable<Weighted[]> ladders) =>
        ladders.Aggregate(Int128.Zero, (total, ladder) => ladder.Aggregate(total, (sum, term) => sum + term.Weight));

    // What one variable decides becomes one group, by its cells; single terms of one node become one term.
    private void Gather(IEnumerable<IReadOnlyList<Weighted>> groups, ref Int128 bound)
    {
        var size = Int128.Zero;
        Grow(ref size, bound);
        foreach (var group in groups.Where(group => group.Count > 0))
        {
            foreach (var term in group)
            {
                Grow(ref size, term.Weight);
            }

            var (edge, weight) = group[0];
            if (circuit.Kind(edge.Node) == NodeKind.Leaf && group.All(term => circuit.IsSameVariable(edge, term.Edge)))
            {
                AddByCell(circuit.VariableOf(edge.Node), group);
            }
            else if (group.Count > 1)
            {
                _gathered.Add(group);
            }
            else
            {
                // w·¬t is w − w·t.
                if (edge.IsComplement)
                    bound -= weight;
                AddSingle(edge.Node, edge.IsComplement ? -weight : weight);
            }
        }

        foreach (var (variable, (place, weights)) in _byCell)
        {
            _gathered[place] = [.. Enumerable.Range(0, weights.Length).GroupBy(cell => weights[cell])
                .Select(cells => new Weighted(circuit.Leaf(variable, CellSet.Of(weights.Length, cells)), cells.Key))];
        }
    }

    private static void Grow(ref Int128 size, Int128 weight)
    {
        if (weight < -Largest || weight > Largest || (size += Int128.Abs(weight)) > Largest)
        {
            throw new OverflowException("The weights are too large to be added up.");
        }
    }

    private void AddByCell(Variable variable, IReadOnlyList<Weighted> group)
    {
        if (!_byCell.TryGetValue(variable, out var known))
        {
            known = _byCell[variable] = (_gathered.Count, new Int128[variable.CellCount]);
            _gathered.Add([]);
        }

        var counted = new Int128?[variable.CellCount];
        foreach (var (edge, weight) in group)
        {
            foreach (var cell in circuit.TrueCells(edge).Cells())
            {
                counted[cell] = counted[cell] is { } other && other > weight ? other : weight;
            }
        }

        for (var cell = 0; cell < counted.Length; cell++)
        {
            known.Weights[cell] += counted[cell] ?? 0;
        }
    }

    private void AddSingle(int node, Int128 weight)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, node, out var isKnown);
        if (!isKnown)
        {
            place = _gathered.Count;
            _gathered.Add([]);
        }

        var sum = isKnown ? _gathered[place][0].Weight + weight : weight;
        _gathered[place] = [new(new Edge(node << 1), sum)];
    }

    // Alternatives 3, 5 and 9 become 3 for sure, 2 more if it is at least 5, and 4 more if it is 9.
    private Weighted[] Ladder(IReadOnlyList<Weighted> group, ref Int128 bound)
    {
        var none = !circuit.Any(group.Select(term => term.Edge));
        var alternatives = group.Append(new(none, 0)).Where(term => term.Edge != Edge.False)
            .OrderByDescending(term => term.Weight).ToArray();
        var steps = new List<Weighted>();
        var reached = Edge.False;
        for (var i = 0; i + 1 < alternatives.Length; i++)
        {
            reached = circuit.Or(reached, alternatives[i].Edge);
            AddStep(steps, new(reached, alternatives[i].Weight - alternatives[i + 1].Weight), ref bound);
        }

        // One of the alternatives is true, so that the lowest weight is there in any case.
        bound -= alternatives[^1].Weight;
        steps.Reverse();
        return [.. steps];
    }

    private static void AddStep(List<Weighted> steps, Weighted step, ref Int128 bound)
    {
        if (step.Weight == 0 || step.Edge == Edge.False)
            return;
        if (step.Edge == Edge.True)
            bound -= step.Weight;
        else if (steps.Count > 0 && steps[^1].Edge == step.Edge)
            steps[^1] = step with { Weight = steps[^1].Weight + step.Weight };
        else
            steps.Add(step);
    }

    private Edge Reduced(List<Weighted[]> ladders, Int128 bound)
    {
        while (true)
        {
            if (bound <= 0)
                return Edge.True;
            if (Total(ladders) < bound)
                return Edge.False;

            // A group that alone reaches the bound need not exceed it.
            var isSame = true;
            for (var i = 0; i < ladders.Count; i++)
            {
                var kept = Saturated(ladders[i], bound);
                isSame &= ReferenceEquals(kept, ladders[i]);
                ladders[i] = kept;
            }

            // The bound alone need not be divisible: what is reached in steps of the divisor is reached at the next step.
            var divisor = ladders.SelectMany(ladder => ladder)
                .Aggregate(Int128.Zero, (divisor, term) => GreatestCommonDivisor(divisor, term.Weight));
            if (isSame && divisor == 1)
                break;
            bound = (bound + divisor - 1) / divisor;
            ladders = [.. ladders.Select(ladder => ladder.Select(term => term with { Weight = term.Weight / divisor }).ToArray())];
        }

        var expanded = circuit.WritesSumsOut ? SumExpansion.TryExpand(circuit, ladders, bound) : null;
        return expanded ?? circuit.Sum(new([.. ladders], bound));
    }

    private static Weighted[] Saturated(Weighted[] ladder, Int128 bound)
    {
        var sum = Int128.Zero;
        for (var i = 0; i < ladder.Length; i++)
        {
            sum += ladder[i].Weight;
            if (sum < bound || (sum == bound && i == ladder.Length - 1))
                continue;
            var kept = ladder[..(i + 1)];
            kept[i] = kept[i] with { Weight = kept[i].Weight - (sum - bound) };
            return kept;
        }

        return ladder;
    }

    internal static Int128 GreatestCommonDivisor(Int128 a, Int128 b)
    {
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a;
    }
}
