using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Questions;

/// <summary>Puts the cells of variables together that edges do not tell apart.</summary>
internal static class CellCases
{
    public static Dictionary<Variable, IReadOnlyList<IReadOnlyList<int>>> Of(Circuit circuit, IEnumerable<Edge> edges)
    {
        var cases = new Dictionary<Variable, IReadOnlyList<IReadOnlyList<int>>>();
        foreach (var leaf in Cone.Of(circuit, edges).Nodes.Where(node => circuit.Kind(node) == NodeKind.Leaf))
        {
            var (variable, set) = (circuit.VariableOf(leaf), circuit.CellsOf(leaf));
            var known = cases.GetValueOrDefault(variable) ?? [[.. Enumerable.Range(0, variable.CellCount)]];
            cases[variable] = [.. known.SelectMany(cells => cells.GroupBy(set.Contains).Select(same => (IReadOnlyList<int>)[.. same]))];
        }

        return cases;
    }
}
