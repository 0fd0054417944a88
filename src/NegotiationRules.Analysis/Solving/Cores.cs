using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Makes sets of edges that cannot be true together as small as can be.</summary>
internal static class Cores
{
    /// <summary>The first set of edges, of those given, that cannot be true together and of which none can be left out.</summary>
    /// <param name="solver">Whose facts hold.</param>
    /// <param name="core">Edges that cannot be true together. Of two that may go, the one that stands first goes first.</param>
    /// <param name="budget">What it may cost.</param>
    /// <param name="background">Edges that are assumed besides and never left out.</param>
    /// <returns>The set in the order given, or <see langword="null"/> when the budget was spent first.</returns>
    public static List<Edge>? Minimize(CircuitSolver solver, IReadOnlyList<Edge> core, Budget budget, params IReadOnlyList<Edge> background)
    {
        var needed = new List<Edge>();
        var candidates = core.ToList();
        while (candidates.Count > 0)
        {
            var candidate = candidates[0];
            candidates.RemoveAt(0);
            switch (solver.Solve([.. background, .. needed, .. candidates], budget))
            {
                case Solvable.Undecided:
                    return null;
                case Solvable.Yes:
                    needed.Add(candidate);
                    break;
                case Solvable.No:
                    // The proof says what else was not needed.
                    var proof = solver.Core.ToHashSet();
                    candidates.RemoveAll(edge => !proof.Contains(edge));
                    break;
            }
        }

        return needed;
    }
}
