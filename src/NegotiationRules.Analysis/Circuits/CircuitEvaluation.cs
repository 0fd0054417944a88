namespace NegotiationRules.Analysis.Circuits;

/// <summary>What is true when each variable is in one given cell.</summary>
internal sealed class CircuitEvaluation
{
    private readonly Circuit _circuit;
    private readonly IReadOnlyList<int> _cells;
    private readonly Dictionary<int, bool> _known = new() { [Edge.True.Node] = true };

    /// <summary>Prepares the evaluation.</summary>
    /// <param name="circuit">The circuit.</param>
    /// <param name="cells">For each variable, by its number, the cell it is in.</param>
    public CircuitEvaluation(Circuit circuit, IReadOnlyList<int> cells) => (_circuit, _cells) = (circuit, cells);

    public bool IsTrue(Edge edge)
    {
        if (!_known.ContainsKey(edge.Node))
        {
            foreach (var node in Cone.Of(_circuit, edge).Nodes)
            {
                if (!_known.ContainsKey(node))
                    _known[node] = Evaluate(node);
            }
        }

        return Known(edge);
    }

    private bool Known(Edge edge) => _known[edge.Node] != edge.IsComplement;

    private bool Evaluate(int node)
    {
        switch (_circuit.Kind(node))
        {
            case NodeKind.Leaf:
                return _circuit.CellsOf(node).Contains(_cells[_circuit.VariableOf(node).Index]);
            case NodeKind.And:
                var (left, right) = _circuit.Conjuncts(node);
                return Known(left) && Known(right);
            case NodeKind.Sum:
                var sum = _circuit.SumOf(node);
                return sum.Terms.Where(term => Known(term.Edge)).Aggregate(Int128.Zero, (total, term) => total + term.Weight) >= sum.Bound;
            default:
                return true;
        }
    }
}
