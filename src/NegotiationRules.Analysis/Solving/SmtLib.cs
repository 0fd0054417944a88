using System.Globalization;
using System.Text;
using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Writes the question whether edges can be true together as SMT-LIB text, so that another solver can be asked the same.</summary>
/// <remarks>A variable is an integer between 0 and its last cell, each node a definition: <c>v3</c>, <c>n17</c>.</remarks>
internal static class SmtLib
{
    /// <summary>A whole script, with one <c>check-sat</c>.</summary>
    public static string Write(Circuit circuit, params IReadOnlyList<Edge> edges) => Write(circuit, null, edges);

    /// <summary>The same with the answer that is expected, so that a solver with another says so.</summary>
    public static string Write(Circuit circuit, bool? isSolvable, params IReadOnlyList<Edge> edges)
    {
        var cone = Cone.Of(circuit, edges);
        var text = new StringBuilder("(set-logic QF_LIA)\n");
        if (isSolvable is { } expected)
        {
            text.Append(CultureInfo.InvariantCulture, $"(set-info :status {(expected ? "sat" : "unsat")})\n");
        }

        foreach (var variable in cone.Variables)
        {
            text.Append(CultureInfo.InvariantCulture, $"(declare-const v{variable.Index} Int)\n");
            text.Append(CultureInfo.InvariantCulture, $"(assert (<= 0 v{variable.Index} {variable.CellCount - 1}))\n");
        }

        foreach (var node in cone.Nodes)
        {
            text.Append(CultureInfo.InvariantCulture, $"(define-fun n{node} () Bool {Definition(circuit, node)})\n");
        }

        foreach (var edge in edges)
        {
            text.Append(CultureInfo.InvariantCulture, $"(assert {Of(edge)})\n");
        }

        return text.Append("(check-sat)\n").ToString();
    }

    private static string Of(Edge edge) => edge.IsComplement ? $"(not n{edge.Node})" : $"n{edge.Node}";

    private static string Definition(Circuit circuit, int node)
    {
        switch (circuit.Kind(node))
        {
            case NodeKind.Leaf:
                var variable = circuit.VariableOf(node).Index;
                var ranges = Ranges(circuit.CellsOf(node)).Select(range => $"(<= {range.First} v{variable} {range.Last})");
                return $"(or {string.Join(" ", ranges)})";
            case NodeKind.And:
                var (left, right) = circuit.Conjuncts(node);
                return $"(and {Of(left)} {Of(right)})";
            case NodeKind.Sum:
                var sum = circuit.SumOf(node);
                return $"(>= (+ 0 {string.Join(" ", sum.Terms.Select(term => $"(ite {Of(term.Edge)} {term.Weight} 0)"))}) {sum.Bound})";
            default:
                return "true";
        }
    }

    // The cells in runs that follow each other.
    private static IEnumerable<(int First, int Last)> Ranges(CellSet cells)
    {
        for (var first = 0; first < cells.Size; first++)
        {
            if (!cells.Contains(first))
                continue;
            var last = first;
            while (last + 1 < cells.Size && cells.Contains(last + 1))
            {
                last++;
            }

            yield return (first, last);
            first = last;
        }
    }
}
