using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Finds which of a list of edges can be true together: all subsets that can and none larger, and all that cannot and none
/// smaller (MARCO).</summary>
/// <remarks>A second solver is the map of what is not known yet. It proposes a subset as large as it can: if that is possible it is grown,
/// and then all its parts are known; if not it is shrunk, and then all that contains it is known. Ends when nothing is left.</remarks>
internal sealed class SubsetExplorer
{
    private readonly CircuitSolver _solver;
    private readonly Edge[] _edges;
    private readonly Edge[] _background;
    private readonly Solver _map = new();
    private readonly Literal[] _isIn;
    private readonly List<int[]> _impossible = [];

    /// <param name="solver">Whose facts have to hold.</param>
    /// <param name="edges">The list.</param>
    /// <param name="background">Edges that have to be true besides.</param>
    public SubsetExplorer(CircuitSolver solver, IEnumerable<Edge> edges, params IEnumerable<Edge> background)
    {
        _solver = solver;
        _edges = [.. edges];
        _background = [.. background];
        _isIn = [.. _edges.Select(_ => _map.NewVariable())];
    }

    /// <summary>The subsets, as they are found and in no order. If facts and background alone contradict each other, the empty subset is
    /// impossible, and the only one. To be called once.</summary>
    /// <param name="budget">What all of it may cost. If it is spent before the end, there may be more subsets; those that came are
    /// right.</param>
    public IEnumerable<Subset> Explore(Budget budget)
    {
        while (Propose(budget) is { } seed)
        {
            var answer = Solve(seed, budget);
            var found = answer switch
            {
                Solvable.Yes => Grow(seed, budget),
                Solvable.No => Shrink(seed, budget),
                Solvable.Undecided => null,
            };
            if (found is null)
                yield break;
            yield return new(answer == Solvable.Yes, found);
            if (answer == Solvable.Yes)
            {
                _map.Add([.. Enumerable.Range(0, _edges.Length).Except(found).Select(i => _isIn[i])]);
            }
            else
            {
                _impossible.Add(found);
                _map.Add([.. found.Select(i => !_isIn[i])]);
            }
        }
    }

    private int[]? Propose(Budget budget)
    {
        foreach (var literal in _isIn)
        {
            _map.Prefer(literal);
        }

        return _map.Solve([], budget) == Solvable.Yes
            ? [.. Enumerable.Range(0, _edges.Length).Where(i => _map.IsTrue(_isIn[i]))]
            : null;
    }

    private Solvable Solve(IEnumerable<int> members, Budget budget) =>
        _solver.Solve([.. _background, .. members.Select(i => _edges[i])], budget);

    // Whatever else happens to be true in a solution belongs to it; of the rest each is tried that is not known to be too much.
    private int[]? Grow(int[] seed, Budget budget)
    {
        var members = new SortedSet<int>(seed);
        AddTrue(members);
        for (var i = 0; i < _edges.Length; i++)
        {
            if (members.Contains(i) || _impossible.Any(set => set.All(member => member == i || members.Contains(member))))
                continue;
            switch (Solve([.. members, i], budget))
            {
                case Solvable.Undecided:
                    return null;
                case Solvable.Yes:
                    AddTrue(members);
                    break;
            }
        }

        return [.. members];
    }

    private void AddTrue(SortedSet<int> members)
    {
        var evaluation = new CircuitEvaluation(_solver.Circuit, _solver.Model());
        members.UnionWith(Enumerable.Range(0, _edges.Length).Where(i => evaluation.IsTrue(_edges[i])));
    }

    private int[]? Shrink(int[] seed, Budget budget)
    {
        var background = _background.ToHashSet();
        var core = _solver.Core.Where(edge => !background.Contains(edge)).ToArray();
        return Cores.Minimize(_solver, core, budget, _background) is not { } minimal ? null
            : [.. minimal.Select(edge => seed.First(i => _edges[i] == edge)).Order()];
    }
}
