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
    private readonly Dictionary<int, BigInteger> _before = [];

    // Nodes that are reached past the level before theirs.
    private readonly HashSet<int> _reachedPast = [];

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
        IReadOnlyList<int> nodes = _counts.NodesOf(edge);
        var byLevel = nodes.ToLookup(node => _diagram.LevelOf(new Edge(node << 1)));

        // A complement counts against: what it leads to is false where the node is true.
        Lead(edge, 0, edge.IsComplement ? BigInteger.MinusOne : BigInteger.One);
        var swings = new List<IReadOnlyList<BigInteger>>();
        for (var level = 0; level < _diagram.Levels.Count; level++)
        {
            if (!budget.Allows())
            {
                return null;
            }

            swings.Add(level > 0 && AreAlike(level, byLevel) ? swings[level - 1] : OfLevel(level, byLevel[level]));
            foreach (var node in byLevel[level])
            {
                Pass(node, level);
            }
        }

        return swings;
    }

    private void Pass(int node, int level)
    {
        var before = _before[node];
        for (var branch = 0; branch < 2; branch++)
        {
            var child = _diagram.Child(new Edge(node << 1), branch);
            var led = branch == 0 ? before : before << _bits;
            Lead(child, level + 1, child.IsComplement ? -led : led);
        }
    }

    private void Lead(Edge edge, int from, BigInteger led)
    {
        if (!edge.IsConstant)
        {
            var level = _diagram.LevelOf(edge);
            _before[edge.Node] = _before.GetValueOrDefault(edge.Node) + (led * _counts.Between(from, level));
            if (from < level)
            {
                _reachedPast.Add(edge.Node);
            }
        }
    }

    private BigInteger[] OfLevel(int level, IEnumerable<int> nodes)
    {
        var sum = BigInteger.Zero;
        foreach (var node in nodes)
        {
            var edge = new Edge(node << 1);
            sum += _before[node] * (_counts.From(level + 1, _diagram.Child(edge, 1)) - _counts.From(level + 1, _diagram.Child(edge, 0)));
        }

        var (swings, mask) = (new BigInteger[_diagram.Levels.Count], (BigInteger.One << _bits) - 1);
        for (var size = 0; size < swings.Length; size++)
        {
            swings[size] = (sum >> (size * _bits)) & mask;
        }

        return swings;
    }

    // Whether a level and the one before it may change places: then they decide equally often, and need not be counted twice.
    private bool AreAlike(int level, ILookup<int, int> byLevel) =>
        byLevel[level].All(node => !_reachedPast.Contains(node)) && byLevel[level - 1].Select(node => new Edge(node << 1)).All(edge =>
            _diagram.Cofactor(_diagram.Child(edge, 0), level, 1) == _diagram.Cofactor(_diagram.Child(edge, 1), level, 0));
}
