using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Says a circuit in clauses and linear constraints, as far as it is asked for (Tseitin, with the polarities of Plaisted and
/// Greenbaum).</summary>
/// <remarks>A node has a literal, and up to two directions: that the literal implies the node, and that the node implies it. An edge that
/// only has to be true needs the first of itself, and of what lies below the direction that its complements leave.</remarks>
internal sealed class CircuitEncoder
{
    [Flags]
    private enum Directions : byte
    {
        None = 0,
        LiteralImpliesNode = 1,
        NodeImpliesLiteral = 2,
    }

    private readonly Circuit _circuit;
    private readonly Solver _solver;
    private readonly Dictionary<int, Domain> _domains = [];
    private readonly Dictionary<int, int> _preferred = [];
    private readonly Stack<(int Node, Directions Direction)> _open = [];
    private readonly Stack<Edge> _openConjuncts = [];

    // By node: its literal, and the directions that are said already.
    private readonly List<Literal?> _literals = [];
    private readonly List<Directions> _said = [];

    public CircuitEncoder(Circuit circuit, Solver solver) => (_circuit, _solver) = (circuit, solver);

    /// <summary>A literal that implies the edge.</summary>
    public Literal Encode(Edge edge)
    {
        var literal = Need(edge);
        Finish();
        return literal;
    }

    /// <summary>Makes an edge true for good.</summary>
    public void Assert(Edge fact)
    {
        // What is joined by "and" is said part by part, and "or" and sums need no literal of their own.
        var facts = new Stack<Edge>([fact]);
        while (facts.TryPop(out var edge))
        {
            switch (_circuit.Kind(edge.Node))
            {
                case NodeKind.And when edge.IsComplement:
                    _solver.Add([.. Conjuncts(edge.Node).Select(conjunct => Need(!conjunct))]);
                    break;
                case NodeKind.And:
                    var (left, right) = _circuit.Conjuncts(edge.Node);
                    facts.Push(left);
                    facts.Push(right);
                    break;
                case NodeKind.Sum:
                    var (terms, bound) = Sum(edge);
                    _solver.AddLinear(terms, bound);
                    break;
                default:
                    _solver.Add(Need(edge));
                    break;
            }
        }

        Finish();
    }

    public void Prefer(Variable variable, int cell)
    {
        _preferred[variable.Index] = cell;
        if (_domains.TryGetValue(variable.Index, out var domain))
            domain.Prefer(cell);
    }

    /// <summary>The cell of a variable in the model; the preferred one where the question did not depend on the variable.</summary>
    public int CellInModel(Variable variable) =>
        _domains.TryGetValue(variable.Index, out var domain) && domain.CellInModel() is >= 0 and var cell
            ? cell
            : _preferred.GetValueOrDefault(variable.Index);

    /// <summary>The variables of the solver that nodes are said with. One may come more than once.</summary>
    public IEnumerable<int> SolverVariables(IEnumerable<int> nodes)
    {
        var domains = new HashSet<Domain>();
        foreach (var node in nodes)
        {
            if (node < _literals.Count && _literals[node] is { } literal)
                yield return literal.Variable;
            if (_circuit.Kind(node) == NodeKind.Leaf && _domains.TryGetValue(_circuit.VariableOf(node).Index, out var domain))
            {
                domains.Add(domain);
            }
        }

        foreach (var variable in domains.SelectMany(domain => domain.Variables))
        {
            yield return variable;
        }
    }

    // The literal of an edge, of which will be said that it implies the edge.
    private Literal Need(Edge edge)
    {
        while (_literals.Count < _circuit.NodeCount)
        {
            _literals.Add(null);
            _said.Add(Directions.None);
        }

        var node = edge.Node;
        if (_circuit.Kind(node) == NodeKind.Leaf)
        {
            _literals[node] ??= DomainOf(_circuit.VariableOf(node)).In(_circuit.CellsOf(node));
        }
        else
        {
            _literals[node] ??= _solver.NewVariable();
            var direction = edge.IsComplement ? Directions.NodeImpliesLiteral : Directions.LiteralImpliesNode;
            if ((_said[node] & direction) == 0)
            {
                _said[node] |= direction;
                _open.Push((node, direction));
            }
        }

        return _literals[node]!.Value.NegatedIf(edge.IsComplement);
    }

    private Domain DomainOf(Variable variable)
    {
        if (!_domains.TryGetValue(variable.Index, out var domain))
        {
            domain = _domains[variable.Index] = new(_solver, variable.CellCount);
            if (_preferred.TryGetValue(variable.Index, out var cell))
                domain.Prefer(cell);
        }

        return domain;
    }

    private void Finish()
    {
        while (_open.TryPop(out var open))
        {
            var edge = new Edge(open.Node << 1).ComplementIf(open.Direction == Directions.NodeImpliesLiteral);
            Say(edge, _literals[open.Node]!.Value.NegatedIf(edge.IsComplement));
        }
    }

    // The literal implies the edge.
    private void Say(Edge edge, Literal literal)
    {
        switch (_circuit.Kind(edge.Node))
        {
            case NodeKind.And when edge.IsComplement:
                _solver.Add([!literal, .. Conjuncts(edge.Node).Select(conjunct => Need(!conjunct))]);
                break;
            case NodeKind.And:
                foreach (var conjunct in Conjuncts(edge.Node))
                {
                    _solver.Add(!literal, Need(conjunct));
                }

                break;
            case NodeKind.Sum:
                var (terms, bound) = Sum(edge);
                _solver.AddLinear([.. terms, new(!literal, bound)], bound);
                break;
            default:
                // The constant: true.
                if (edge.IsComplement)
                    _solver.Add(!literal);
                else
                    _solver.Add(literal);
                break;
        }
    }

    // The edges of an and-node, and in place of one that is read here alone those that it is made of.
    private List<Edge> Conjuncts(int node)
    {
        var conjuncts = new List<Edge>();
        var (first, second) = _circuit.Conjuncts(node);
        _openConjuncts.Push(second);
        _openConjuncts.Push(first);
        while (_openConjuncts.TryPop(out var edge))
        {
            if (edge.IsComplement || _circuit.Kind(edge.Node) != NodeKind.And || _circuit.FanOut(edge.Node) > 1 || HasLiteral(edge.Node))
            {
                conjuncts.Add(edge);
                continue;
            }

            var (left, right) = _circuit.Conjuncts(edge.Node);
            _openConjuncts.Push(right);
            _openConjuncts.Push(left);
        }

        return conjuncts;
    }

    private bool HasLiteral(int node) => node < _literals.Count && _literals[node] is not null;

    // A sum, or its complement as the sum of what is not true.
    private (List<WeightedLiteral> Terms, Int128 Bound) Sum(Edge edge)
    {
        var sum = _circuit.SumOf(edge.Node);
        var terms = new List<WeightedLiteral>();
        var total = Int128.Zero;
        foreach (var group in sum.Groups)
        {
            Literal? weaker = null;
            foreach (var (term, weight) in group)
            {
                var literal = Need(term.ComplementIf(edge.IsComplement)).NegatedIf(edge.IsComplement);
                terms.Add(new(literal.NegatedIf(edge.IsComplement), weight));
                total += weight;

                // Follows from what the terms are, but not always by looking at one clause at a time.
                if (weaker is { } implied)
                    _solver.Add(!literal, implied);
                weaker = literal;
            }
        }

        return (terms, edge.IsComplement ? total - sum.Bound + 1 : sum.Bound);
    }
}
