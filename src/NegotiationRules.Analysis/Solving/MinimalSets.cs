using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Some edges that have to be true, all others of those asked about being false, and what that costs.</summary>
internal sealed record MinimalSet(IReadOnlyList<Edge> Edges, Int128 Cost);

/// <summary>Finds the sets of edges that are enough: when they are true, and of those asked about no others, the facts of a solver can
/// hold. All sets of which no part is enough, the cheapest first and of those that cost the same the smallest first.</summary>
internal sealed class MinimalSets
{
    private readonly CircuitSolver _solver;
    private readonly Weighted[] _candidates;
    private readonly Edge[] _background;
    private readonly Weighted[] _ranked;

    /// <param name="solver">Whose facts have to hold. Nothing is added to them.</param>
    /// <param name="candidates">The edges asked about, each once, with what they cost when they are true: 0 or more.</param>
    /// <param name="background">Edges that have to be true besides.</param>
    public MinimalSets(CircuitSolver solver, IEnumerable<Weighted> candidates, params IEnumerable<Edge> background)
    {
        _solver = solver;
        _candidates = [.. candidates];
        _background = [.. background];
        foreach (var candidate in _candidates)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(candidate.Weight, nameof(candidates));
        }

        // By cost and then by size, in one number. So every edge counts, and a cheapest set has no part that is enough.
        _ranked = [.. _candidates.Select(candidate => candidate with { Weight = candidate.Weight * (_candidates.Length + 1) + 1 })];
    }

    /// <summary>The sets, found as they are asked for.</summary>
    /// <param name="budget">What all of it may cost. If it is spent before the end, there may be more sets; those that came are
    /// right.</param>
    public IEnumerable<MinimalSet> Enumerate(Budget budget)
    {
        var circuit = _solver.Circuit;
        var isNew = Edge.True;
        var least = Int128.Zero;
        while (true)
        {
            // Often the next set ranks as the last one did, and then nothing need be proved. If not, a solution is bettered until none is.
            var answer = _solver.Solve([.. _background, isNew, AtMost(least)], budget);
            if (answer == Solvable.No)
                answer = _solver.Solve([.. _background, isNew], budget);
            if (answer != Solvable.Yes)
                yield break;

            Weighted[] best = [];
            var rank = Int128.Zero;
            while (answer == Solvable.Yes)
            {
                best = InModel();
                rank = Sum(best);
                answer = rank <= least ? Solvable.No : _solver.Solve([.. _background, isNew, AtMost(rank - 1)], budget);
            }

            if (answer == Solvable.Undecided)
                yield break;
            var edges = best.Select(term => term.Edge).ToArray();
            yield return new(edges, Sum(_candidates.Where(candidate => edges.Contains(candidate.Edge))));

            // What contains a set that was found is not minimal.
            least = rank;
            isNew = circuit.And(isNew, !circuit.All(edges));
        }
    }

    private static Int128 Sum(IEnumerable<Weighted> terms) => terms.Aggregate(Int128.Zero, (sum, term) => sum + term.Weight);

    private Edge AtMost(Int128 rank) => !_solver.Circuit.AtLeast(_ranked, rank + 1);

    private Weighted[] InModel()
    {
        var evaluation = new CircuitEvaluation(_solver.Circuit, _solver.Model());
        return [.. _ranked.Where(term => evaluation.IsTrue(term.Edge))];
    }
}
