namespace NegotiationRules.Analysis.Circuits;

/// <summary>Builds edges again with some leaves replaced, in the same circuit or in another over the same variables.</summary>
internal sealed class Restriction(Circuit source, Circuit target)
{
    private readonly ConeFinder _finder = new(source);
    private readonly List<int> _nodes = [];
    private readonly Dictionary<int, Edge> _built = [];

    /// <summary>The edge as it is when a variable is in one cell.</summary>
    public Edge Fix(Edge edge, Variable variable, int cell) => Build(edge, leaf =>
        source.VariableOf(leaf) != variable ? target.Leaf(source.VariableOf(leaf), source.CellsOf(leaf))
        : source.CellsOf(leaf).Contains(cell) ? Edge.True : Edge.False);

    /// <summary>The same edge in the other circuit.</summary>
    public Edge Copy(Edge edge) => Build(edge, leaf => target.Leaf(source.VariableOf(leaf), source.CellsOf(leaf)));

    private Edge Build(Edge edge, Func<int, Edge> leaf)
    {
        _finder.Clear();
        _nodes.Clear();
        _built.Clear();
        _finder.Find(edge, _nodes);
        _nodes.Sort();
        foreach (var node in _nodes)
        {
            _built[node] = Node(node, leaf);
        }

        return Built(edge);
    }

    private Edge Built(Edge edge) => _built[edge.Node].ComplementIf(edge.IsComplement);

    private Edge Node(int node, Func<int, Edge> leaf)
    {
        switch (source.Kind(node))
        {
            case NodeKind.Leaf:
                return leaf(node);
            case NodeKind.And:
                var (left, right) = source.Conjuncts(node);
                return target.And(Built(left), Built(right));
            case NodeKind.Sum:
                var sum = source.SumOf(node);
                return new SumBuilder(target).AtLeast(sum.Groups, sum.Bound, Built);
            default:
                return Edge.True;
        }
    }
}
