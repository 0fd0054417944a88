namespace NegotiationRules.Analysis.Circuits;

/// <summary>Finds the nodes that edges depend on. Used again and again, it needs time only for what it finds.</summary>
internal sealed class ConeFinder(Circuit circuit)
{
    private readonly Stack<int> _open = [];

    // By node: in which search it was found last.
    private int[] _found = [];
    private int _search = 1;

    /// <summary>Forgets what was found.</summary>
    public void Clear() => _search++;

    /// <summary>Appends the nodes, in any order, that an edge depends on and that were not found yet.</summary>
    public void Find(Edge root, List<int> nodes)
    {
        // With a stack of its own: a circuit may be deeper than the stack of a thread.
        if (_found.Length < circuit.NodeCount)
            Array.Resize(ref _found, circuit.NodeCount * 2);
        Visit(root);
        while (_open.TryPop(out var node))
        {
            nodes.Add(node);
            switch (circuit.Kind(node))
            {
                case NodeKind.And:
                    var (left, right) = circuit.Conjuncts(node);
                    Visit(left);
                    Visit(right);
                    break;
                case NodeKind.Sum:
                    foreach (var term in circuit.SumOf(node).Terms)
                    {
                        Visit(term.Edge);
                    }

                    break;
            }
        }
    }

    private void Visit(Edge edge)
    {
        ref var found = ref _found[edge.Node];
        if (found == _search)
            return;
        found = _search;
        _open.Push(edge.Node);
    }
}
