using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Truth values as decision diagrams: variables are branched on in one order, so that what is the same function is the same
/// edge.</summary>
/// <remarks>
/// <para>For what has to be counted by more than its number, such as by how many are for something. Most sums have small diagrams if what
/// weighs most comes first; many conditions have none, so that nodes are limited by a budget. When it is spent all results are
/// void.</para>
/// <para>Edges are those of this diagram, not of a circuit. Not safe to share between threads.</para>
/// </remarks>
internal sealed class Diagram
{
    /// <summary>With more levels, the stack of a thread might not be deep enough.</summary>
    public const int MostLevels = 1_000;

    private readonly DiagramNodes _nodes;
    private readonly Budget _budget;
    private readonly Dictionary<(int Left, int Right), Edge> _conjunctions = [];

    // The branches of nodes that are being made, the innermost last: a stack of its own for all of them.
    private readonly List<int> _branches = [];

    public Diagram(IReadOnlyList<DiagramLevel> levels, Budget budget)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(levels.Count, MostLevels, nameof(levels));
        (Levels, _nodes, _budget) = (levels, new DiagramNodes(levels.Count), budget);
    }

    public IReadOnlyList<DiagramLevel> Levels { get; }

    public int NodeCount => _nodes.Count;

    /// <summary>Whether there was no more room, so that what was built is not what was asked for.</summary>
    public bool IsSpent { get; private set; }

    /// <summary>The level on which an edge branches; as many as there are levels if it is constant.</summary>
    public int LevelOf(Edge edge) => _nodes.Level(edge.Node);

    /// <summary>Where a branch of the edge's own level leads.</summary>
    public Edge Child(Edge edge, int branch) => _nodes.Child(edge.Node, branch).ComplementIf(edge.IsComplement);

    /// <summary>What the edge is with the variable of a level in one branch. It branches on no level before it.</summary>
    public Edge Cofactor(Edge edge, int level, int branch) => LevelOf(edge) == level ? Child(edge, branch) : edge;

    /// <summary>The edge that branches on a level to the edges that <paramref name="branch"/> gives.</summary>
    public Edge Branch(int level, Func<int, Edge> branch)
    {
        var start = _branches.Count;
        for (var i = 0; i < Levels[level].Cells.Count; i++)
        {
            _branches.Add(branch(i).Code);
        }

        var made = IsSpent ? Edge.False : Make(level, [.. _branches.GetRange(start, _branches.Count - start)]);
        _branches.RemoveRange(start, _branches.Count - start);
        return made;
    }

    public Edge And(Edge left, Edge right)
    {
        if (left.Code > right.Code)
            (left, right) = (right, left);
        if (left.IsConstant)
            return left == Edge.True ? right : Edge.False;
        if (left.Node == right.Node)
            return left == right ? left : Edge.False;
        if (IsSpent)
            return Edge.False;
        if (_conjunctions.TryGetValue((left.Code, right.Code), out var known))
            return known;
        var level = Math.Min(LevelOf(left), LevelOf(right));
        var made = Branch(level, branch => And(Cofactor(left, level, branch), Cofactor(right, level, branch)));
        return _conjunctions[(left.Code, right.Code)] = made;
    }

    // Of a node and its complement that is stored whose first branch is no complement.
    private Edge Make(int level, Span<int> branches)
    {
        if (!branches.ContainsAnyExcept(branches[0]))
        {
            return new Edge(branches[0]);
        }

        var isComplement = new Edge(branches[0]).IsComplement;
        foreach (ref var branch in branches)
        {
            branch ^= isComplement ? 1 : 0;
        }

        if (_nodes.Find(level, branches) is not { } node)
        {
            IsSpent = !_budget.AllowsNode();
            node = _nodes.Add(level, branches);
        }

        return new Edge(node << 1).ComplementIf(isComplement);
    }
}
