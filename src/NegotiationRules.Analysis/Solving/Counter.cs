using System.Numerics;
using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Counts the assignments in which an edge is true, exactly, each weighted by the cells its variables are in.</summary>
/// <remarks>
/// What is joined by "and" and shares no variable is counted apart and multiplied; a complement is what is left of all; and where neither
/// helps, a variable is put in each of its cells (in one for all cells that no leaf tells apart). What was counted once is remembered by
/// its node. Works on a circuit of its own, with a stack of its own, so that neither the depth of a circuit nor what is left
/// behind matters.
/// </remarks>
internal sealed class Counter
{
    private readonly Circuit _circuit;
    private readonly Restriction _copy;
    private readonly Restriction _restriction;
    private readonly ConeFinder _finder;
    private readonly List<int> _nodes = [];
    private readonly Func<Variable, int, BigInteger> _weight;
    private readonly Dictionary<Variable, BigInteger> _totals = [];

    // By node: how much of all assignments of the variables it depends on makes it true.
    private readonly Dictionary<int, (BigInteger Count, BigInteger Total)> _counted = [];

    /// <param name="circuit">Where the edges live.</param>
    /// <param name="weight">How much a cell of a variable counts for; not negative.</param>
    public Counter(Circuit circuit, Func<Variable, int, BigInteger> weight)
    {
        _weight = weight;
        _circuit = circuit.Empty();
        _copy = new(circuit, _circuit);
        _restriction = new(_circuit, _circuit);
        _finder = new(_circuit);
    }

    /// <summary>The weight of all assignments of some variables in which the edge is true; <see langword="null"/> if the budget was spent
    /// first.</summary>
    /// <param name="edge">The edge.</param>
    /// <param name="variables">The variables: at least those that the edge depends on.</param>
    /// <param name="budget">What it may cost.</param>
    public BigInteger? Count(Edge edge, IEnumerable<Variable> variables, Budget budget)
    {
        var copy = _copy.Copy(edge);
        var remaining = variables.ToHashSet();
        foreach (var variable in VariablesOf(copy))
        {
            if (!remaining.Remove(variable))
            {
                throw new ArgumentException($"The edge depends on variable {variable.Index}.", nameof(variables));
            }
        }

        if (!Work(copy, budget))
            return null;
        return Counted(copy) * TotalOf(remaining);
    }

    private bool Work(Edge edge, Budget budget)
    {
        var frames = new Stack<CountingFrame>();
        if (!IsCounted(edge))
            frames.Push(Begin(edge.Node));
        while (frames.TryPeek(out var frame))
        {
            if (frame.TryNext(out var part))
            {
                if (IsCounted(part))
                    frame.Take(Counted(part));
                else if (!budget.AllowsNode())
                    return false;
                else
                    frames.Push(Begin(part.Node));
            }
            else
            {
                _counted[frame.Node] = (frame.Value, frame.Total);
                frames.Pop();
            }
        }

        return true;
    }

    private bool IsCounted(Edge edge) => edge.IsConstant || _counted.ContainsKey(edge.Node);

    private BigInteger Counted(Edge edge)
    {
        var (count, total) = edge.IsConstant ? (BigInteger.One, BigInteger.One) : _counted[edge.Node];
        return edge.IsComplement ? total - count : count;
    }

    private CountingFrame Begin(int node)
    {
        var edge = new Edge(node << 1);
        var variables = VariablesOf(edge);
        var frame = new CountingFrame(node, TotalOf(variables));
        if (_circuit.Kind(node) == NodeKind.Leaf)
        {
            frame.Add(Edge.True, Weight(variables[0], _circuit.CellsOf(node).Cells()));
            return frame;
        }

        var components = _circuit.Kind(node) == NodeKind.And ? Components(edge) : [];
        if (components.Count > 1)
        {
            frame.Multiply();
            foreach (var (part, over) in components)
            {
                frame.Add(part, TotalOf(over.Except(VariablesOf(part))));
            }

            return frame;
        }

        var (variable, cases) = Branch(edge);
        foreach (var cells in cases)
        {
            var part = _restriction.Fix(edge, variable, cells[0]);
            var free = variables.Except(VariablesOf(part)).Where(other => other != variable);
            frame.Add(part, Weight(variable, cells) * TotalOf(free));
        }

        return frame;
    }

    // What is joined by "and", put together where it shares variables.
    private List<(Edge Part, IEnumerable<Variable> Over)> Components(Edge edge)
    {
        var conjuncts = new List<Edge>();
        var open = new Stack<Edge>([edge]);
        while (open.TryPop(out var next))
        {
            if (next.IsComplement || _circuit.Kind(next.Node) != NodeKind.And)
            {
                conjuncts.Add(next);
                continue;
            }

            var (left, right) = _circuit.Conjuncts(next.Node);
            open.Push(left);
            open.Push(right);
        }

        // In the order of nodes, so that the same conjuncts are the same edge however they were joined.
        conjuncts = [.. conjuncts.Distinct().OrderBy(conjunct => conjunct.Code)];
        var owner = new Dictionary<Variable, int>();
        var joined = Enumerable.Range(0, conjuncts.Count).ToArray();
        for (var i = 0; i < joined.Length; i++)
        {
            foreach (var variable in VariablesOf(conjuncts[i]))
            {
                if (!owner.TryAdd(variable, i))
                    joined[First(joined, i)] = First(joined, owner[variable]);
            }
        }

        var variables = owner.ToLookup(entry => First(joined, entry.Value), entry => entry.Key);
        return [.. Enumerable.Range(0, joined.Length).GroupBy(i => First(joined, i))
            .Select(part => (_circuit.All(part.Select(i => conjuncts[i])), variables[part.Key]))];
    }

    private static int First(int[] joined, int i)
    {
        while (joined[i] != i)
        {
            i = joined[i] = joined[joined[i]];
        }

        return i;
    }

    // The variable that is read in most places for each time that its cases double the work; and these cases, which are its cells, those
    // together that no leaf tells apart.
    private (Variable Variable, List<List<int>> Cases) Branch(Edge edge)
    {
        var reads = new Dictionary<Variable, int>();
        var cases = new Dictionary<Variable, List<List<int>>>();
        Find(edge);
        foreach (var node in _nodes)
        {
            foreach (var read in _circuit.EdgesOf(node).Where(IsLeaf))
            {
                var variable = _circuit.VariableOf(read.Node);
                reads[variable] = reads.GetValueOrDefault(variable) + 1;
            }

            if (_circuit.Kind(node) == NodeKind.Leaf)
            {
                var variable = _circuit.VariableOf(node);
                var known = cases.GetValueOrDefault(variable) ?? [[.. Enumerable.Range(0, variable.CellCount)]];
                var set = _circuit.CellsOf(node);
                cases[variable] = [.. known.SelectMany(cells => cells.GroupBy(set.Contains)).Select(cells => cells.ToList())];
            }
        }

        var best = reads.MaxBy(read => (read.Value / Math.Log2(cases[read.Key].Count), -read.Key.Index)).Key;
        return (best, cases[best]);
    }

    private bool IsLeaf(Edge edge) => _circuit.Kind(edge.Node) == NodeKind.Leaf;

    private void Find(Edge edge)
    {
        _finder.Clear();
        _nodes.Clear();
        _finder.Find(edge, _nodes);
    }

    private Variable[] VariablesOf(Edge edge)
    {
        Find(edge);
        var variables = new HashSet<Variable>();
        foreach (var node in _nodes)
        {
            if (_circuit.Kind(node) == NodeKind.Leaf)
                variables.Add(_circuit.VariableOf(node));
        }

        return [.. variables];
    }

    private BigInteger Weight(Variable variable, IEnumerable<int> cells) =>
        cells.Aggregate(BigInteger.Zero, (sum, cell) => sum + _weight(variable, cell));

    private BigInteger TotalOf(IEnumerable<Variable> variables)
    {
        var product = BigInteger.One;
        foreach (var variable in variables)
        {
            if (!_totals.TryGetValue(variable, out var total))
            {
                total = _totals[variable] = Weight(variable, Enumerable.Range(0, variable.CellCount));
            }

            product *= total;
        }

        return product;
    }
}
