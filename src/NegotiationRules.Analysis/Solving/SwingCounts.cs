using System.Numerics;
using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Counts for each variable of two branches in how many assignments of the others it decides, by how many of these are in their
/// second branch.</summary>
/// <remarks>
/// What is counted are polynomials: the coefficient of the k-th power is for k in their second branch. Each is one number, its value at a
/// power of two above all coefficients, from which they are read off again. One pass up counts what lies below each node, one down what
/// leads to it; both meet at the nodes of each level.
/// </remarks>
internal sealed class SwingCounts
{
    private readonly Diagram _diagram;
    private readonly DiagramCounts _counts;
    private readonly int _bits;

    private SwingCounts(Diagram diagram)
    {
        _diagram = diagram;
        _bits = diagram.Levels.Count + 1;
        _counts = new DiagramCounts(diagram, [.. diagram.Levels.Select(_ => new[] { BigInteger.One, BigInteger.One << _bits })]);
    }

    /// <summary>For each level how often it decides, by how many others are in their second branch; <see langword="null"/> if the budget
    /// was spent first.</summary>
    /// <param name="diagram">A diagram of which every level has two branches.</param>
    /// <param name="edge">Whose truth is decided. It never becomes false because one more is in its second branch.</param>
    /// <param name="budget">What it may cost.</param>
    public static IReadOnlyList<IReadOnlyList<BigInteger>>? Of(Diagram diagram, Edge edge, Budget budget) =>
        new SwingCounts(diagram).Count(edge, budget);

    private List<IReadOnlyList<BigInteger>>? Count(Edge edge, Budget budget)
    {
        _counts.From(0, edge);
        var before = _counts.Before(edge);
        var nodes = before.Keys.Select(node => new Edge(node << 1)).ToLookup(_diagram.LevelOf);
        var reachedPast = Reached(edge, nodes).Where(to => to.From < _diagram.LevelOf(to.Edge)).Select(to => to.Edge.Node).ToHashSet();
        var swings = new List<IReadOnlyList<BigInteger>>();
        for (var level = 0; level < _diagram.Levels.Count; level++)
        {
            if (!budget.Allows())
            {
                return null;
            }

            // Levels that may change places decide equally often, and need not be counted twice.
            var isLikeTheLast = level > 0 && nodes[level].All(node => !reachedPast.Contains(node.Node)) && nodes[level - 1].All(node =>
                _diagram.Cofactor(_diagram.Child(node, 0), level, 1) == _diagram.Cofactor(_diagram.Child(node, 1), level, 0));
            swings.Add(isLikeTheLast ? swings[level - 1] : OfLevel(level, nodes[level], before));
        }

        return swings;
    }

    // Where edges lead, each with the level that comes next.
    private IEnumerable<(Edge Edge, int From)> Reached(Edge edge, ILookup<int, Edge> nodes) => nodes
        .SelectMany(level => level, (level, node) => (Node: node, From: level.Key + 1))
        .SelectMany(pair => new[] { (_diagram.Child(pair.Node, 0), pair.From), (_diagram.Child(pair.Node, 1), pair.From) })
        .Append((edge, 0));

    private BigInteger[] OfLevel(int level, IEnumerable<Edge> nodes, IReadOnlyDictionary<int, BigInteger> before)
    {
        var sum = nodes.Aggregate(BigInteger.Zero, (sum, node) => sum + (before[node.Node]
            * (_counts.From(level + 1, _diagram.Child(node, 1)) - _counts.From(level + 1, _diagram.Child(node, 0)))));
        var (swings, mask) = (new BigInteger[_diagram.Levels.Count], (BigInteger.One << _bits) - 1);
        for (var size = 0; size < swings.Length; size++)
        {
            swings[size] = (sum >> (size * _bits)) & mask;
        }

        return swings;
    }
}
