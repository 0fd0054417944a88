namespace NegotiationRules.Analysis.Circuits;

/// <summary>All that some edges depend on.</summary>
internal sealed class Cone
{
    private Cone(IReadOnlyList<int> nodes, IReadOnlyList<Variable> variables) => (Nodes, Variables) = (nodes, variables);

    /// <summary>The nodes, each after those that it reads.</summary>
    public IReadOnlyList<int> Nodes { get; }

    /// <summary>The variables, by number.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    public static Cone Of(Circuit circuit, params IEnumerable<Edge> edges)
    {
        var finder = new ConeFinder(circuit);
        var nodes = new List<int>();
        foreach (var edge in edges)
        {
            finder.Find(edge, nodes);
        }

        // A node is younger than what it reads, so that the order of numbers is one.
        nodes.Sort();
        var leaves = nodes.Where(node => circuit.Kind(node) == NodeKind.Leaf);
        return new(nodes, [.. leaves.Select(circuit.VariableOf).Distinct().OrderBy(variable => variable.Index)]);
    }
}
