using System.Numerics;
using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Counts the assignments in which an edge of a diagram is true, each weighted by the branches it takes.</summary>
internal sealed class DiagramCounts
{
    private readonly Diagram _diagram;
    private readonly IReadOnlyList<IReadOnlyList<BigInteger>> _weights;
    private readonly BigInteger[] _ofLevel;
    private readonly Dictionary<(int From, int To), BigInteger> _between = [];
    private readonly Dictionary<int, BigInteger> _counts = [];

    /// <param name="diagram">The diagram.</param>
    /// <param name="weights">How much each branch of each level counts for.</param>
    public DiagramCounts(Diagram diagram, IReadOnlyList<IReadOnlyList<BigInteger>> weights)
    {
        (_diagram, _weights) = (diagram, weights);
        _ofLevel = [.. weights.Select(branches => branches.Aggregate(BigInteger.Add))];
    }

    /// <summary>The weight of all assignments of the levels from one on in which the edge is true.</summary>
    public BigInteger From(int level, Edge edge)
    {
        if (edge.IsConstant || _counts.ContainsKey(edge.Node))
        {
            return Counted(level, edge);
        }

        foreach (var node in NodesOf(edge).Where(node => !_counts.ContainsKey(node)))
        {
            var at = _diagram.LevelOf(new Edge(node << 1));
            var sum = BigInteger.Zero;
            for (var branch = 0; branch < _weights[at].Count; branch++)
            {
                sum += _weights[at][branch] * Counted(at + 1, _diagram.Child(new Edge(node << 1), branch));
            }

            _counts.Add(node, sum);
        }

        return Counted(level, edge);
    }

    /// <summary>The weight of all assignments of the levels from one to another, without that.</summary>
    public BigInteger Between(int from, int to)
    {
        if (from == to)
        {
            return BigInteger.One;
        }

        if (!_between.TryGetValue((from, to), out var product))
        {
            product = _between[(from, to)] = Enumerable.Range(from, to - from).Aggregate(BigInteger.One, (all, at) => all * _ofLevel[at]);
        }

        return product;
    }

    /// <summary>For each node that an edge depends on, the weight of all that leads to it from the edge; what leads to its complement is
    /// taken off.</summary>
    public IReadOnlyDictionary<int, BigInteger> Before(Edge edge)
    {
        var before = new Dictionary<int, BigInteger>();
        Lead(edge, 0, BigInteger.One);
        foreach (var node in NodesOf(edge).Reverse())
        {
            var level = _diagram.LevelOf(new Edge(node << 1));
            for (var branch = 0; branch < _weights[level].Count; branch++)
            {
                Lead(_diagram.Child(new Edge(node << 1), branch), level + 1, before[node] * _weights[level][branch]);
            }
        }

        return before;

        void Lead(Edge to, int from, BigInteger weight)
        {
            if (!to.IsConstant)
            {
                weight *= Between(from, _diagram.LevelOf(to));
                before[to.Node] = before.GetValueOrDefault(to.Node) + (to.IsComplement ? -weight : weight);
            }
        }
    }

    /// <summary>For each branch of each level the weight of the assignments that take it and in which the edge is true.</summary>
    public IReadOnlyList<IReadOnlyList<BigInteger>> ByBranch(Edge edge)
    {
        var (all, before) = (From(0, edge), Before(edge));
        var nodes = before.Keys.ToLookup(node => _diagram.LevelOf(new Edge(node << 1)));
        return [.. _weights.Select((weights, level) =>
        {
            BigInteger[] sums = [.. weights.Select((weight, branch) => nodes[level].Aggregate(BigInteger.Zero, (sum, node) =>
                sum + (before[node] * weight * From(level + 1, _diagram.Child(new Edge(node << 1), branch)))))];

            // What does not come by a node of the level is the same in all of its branches.
            var rest = _ofLevel[level].IsZero ? BigInteger.Zero : (all - sums.Aggregate(BigInteger.Add)) / _ofLevel[level];
            return (IReadOnlyList<BigInteger>)[.. sums.Zip(weights, (sum, weight) => sum + (rest * weight))];
        })];
    }

    /// <summary>The nodes that an edge depends on, each after its children.</summary>
    public IReadOnlyList<int> NodesOf(Edge edge)
    {
        var (found, open) = (new HashSet<int>(), new Stack<int>([edge.Node]));
        while (open.TryPop(out var node))
        {
            if (node == Edge.True.Node || !found.Add(node))
            {
                continue;
            }

            var inner = new Edge(node << 1);
            for (var branch = 0; branch < _weights[_diagram.LevelOf(inner)].Count; branch++)
            {
                open.Push(_diagram.Child(inner, branch).Node);
            }
        }

        return [.. found.Order()];
    }

    private BigInteger Counted(int from, Edge edge)
    {
        var level = _diagram.LevelOf(edge);
        var count = edge.IsConstant ? BigInteger.One : _counts[edge.Node];
        return Between(from, level) * (edge.IsComplement ? Between(level, _diagram.Levels.Count) - count : count);
    }
}
