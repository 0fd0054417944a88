using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Makes diagrams of the edges of a circuit.</summary>
internal sealed class DiagramBuilder
{
    private readonly Circuit _circuit;
    private readonly Dictionary<int, int> _levels;
    private readonly ConeFinder _finder;
    private readonly DiagramSums _sums;
    private readonly Dictionary<int, Edge> _made = new() { [Edge.True.Node] = Edge.True };

    /// <param name="circuit">Where the edges live.</param>
    /// <param name="levels">The variables that they depend on, that first which is branched on first. A variable that has only one cell
    /// need not be among them.</param>
    /// <param name="budget">What it may cost.</param>
    public DiagramBuilder(Circuit circuit, IReadOnlyList<DiagramLevel> levels, Budget budget)
    {
        (_circuit, Diagram) = (circuit, new Diagram(levels, budget));
        _levels = Enumerable.Range(0, levels.Count).ToDictionary(level => levels[level].Variable.Index);
        _finder = new ConeFinder(circuit);
        _sums = new DiagramSums(Diagram);
    }

    public Diagram Diagram { get; }

    /// <summary>The edge as one of the diagram; <see langword="null"/> if the budget was spent first.</summary>
    public Edge? Build(Edge edge)
    {
        var nodes = new List<int>();
        _finder.Find(edge, nodes);
        nodes.Sort();
        foreach (var node in nodes.Where(node => !_made.ContainsKey(node)))
        {
            _made[node] = Node(node);
            if (Diagram.IsSpent)
            {
                return null;
            }
        }

        return Made(edge);
    }

    private Edge Made(Edge edge) => _made[edge.Node].ComplementIf(edge.IsComplement);

    private Edge Node(int node)
    {
        switch (_circuit.Kind(node))
        {
            case NodeKind.Leaf:
                var (level, set) = (_levels[_circuit.VariableOf(node).Index], _circuit.CellsOf(node));
                return Diagram.Branch(
                    level, branch => Edge.True.ComplementIf(!set.Contains(Diagram.Levels[level].Cells[branch])));
            case NodeKind.And:
                var (left, right) = _circuit.Conjuncts(node);
                return Diagram.And(Made(left), Made(right));
            case NodeKind.Sum:
                var sum = _circuit.SumOf(node);
                return _sums.AtLeast(sum.Terms.Select(term => term with { Edge = Made(term.Edge) }), sum.Bound);
            default:
                return Edge.True;
        }
    }
}
