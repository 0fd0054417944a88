using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Decides whether edges of a circuit can be true together.</summary>
/// <remarks>Incremental, as <see cref="Solver"/> is: facts stay, assumptions hold for one question. What a question does not depend on is
/// not decided for it, so that asking about one of a thousand rules costs what that rule costs.</remarks>
internal sealed class CircuitSolver
{
    private readonly Circuit _circuit;
    private readonly IModelCheck? _check;
    private readonly Action<string>? _record;
    private readonly List<Edge> _facts = [];
    private readonly Solver _solver = new();
    private readonly CircuitEncoder _encoder;
    private readonly ConeFinder _factFinder;
    private readonly ConeFinder _finder;
    private readonly List<int> _factNodes = [];
    private readonly List<int> _nodes = [];
    private readonly Dictionary<Literal, Edge> _assumed = [];
    private readonly List<Edge> _core = [];

    // By the variable whose cell they tell.
    private readonly Dictionary<Variable, List<Edge>> _learnt = [];

    /// <param name="circuit">The circuit.</param>
    /// <param name="check">Looks at what is found before it is believed.</param>
    /// <param name="record">Takes each question that is answered as SMT-LIB text, with the answer.</param>
    public CircuitSolver(Circuit circuit, IModelCheck? check = null, Action<string>? record = null)
    {
        (_circuit, _check, _record) = (circuit, check, record);
        _encoder = new(circuit, _solver);
        _factFinder = new(circuit);
        _finder = new(circuit);
    }

    public Circuit Circuit => _circuit;

    /// <summary>After a "no": edges of those assumed that cannot be true together. Not minimal (see <see cref="Cores"/>); empty if the
    /// facts contradict each other.</summary>
    public IReadOnlyList<Edge> Core => _core;

    /// <summary>How many conflicts there were so far.</summary>
    public long ConflictCount => _solver.ConflictCount;

    /// <summary>From now on the edge is true.</summary>
    public void Add(Edge fact)
    {
        _factFinder.Find(fact, _factNodes);
        _encoder.Assert(fact);
        _facts.Add(fact);
    }

    /// <summary>Says which cell of a variable to try first the next time; later the one it had last comes first.</summary>
    public void Prefer(Variable variable, int cell) => _encoder.Prefer(variable, cell);

    /// <summary>Whether all facts and all assumptions can be true together.</summary>
    public Solvable Solve(IEnumerable<Edge> assumptions, Budget budget)
    {
        Edge[] assumed = [.. assumptions];
        while (true)
        {
            var answer = SolveOnce(assumed, budget);
            if (answer != Solvable.Undecided)
                _record?.Invoke(SmtLib.Write(_circuit, answer == Solvable.Yes, [.. _facts, .. Learnt, .. assumed]));
            if (answer != Solvable.Yes || _check is null || _check.Refute(Model(), IsAsked()) is not { Count: > 0 } truths)
                return answer;
            if (!budget.AllowsLemma())
                return Solvable.Undecided;
            foreach (var (of, truth) in truths)
            {
                if (!_learnt.TryGetValue(of, out var others))
                {
                    _learnt.Add(of, others = []);
                }

                others.Add(truth);
                _encoder.Assert(truth);
            }
        }
    }

    /// <summary>After a "yes": the cell that a variable is in. A variable that the question did not depend on is in the cell preferred for
    /// it; any other would do.</summary>
    public int CellOf(Variable variable) => _encoder.CellInModel(variable);

    /// <summary>After a "yes": the cells of all variables of the circuit, by number.</summary>
    public int[] Model() => [.. _circuit.Variables.Select(CellOf)];

    private IEnumerable<Edge> Learnt => _learnt.Values.SelectMany(truths => truths);

    private Solvable SolveOnce(Edge[] assumptions, Budget budget)
    {
        _core.Clear();
        _assumed.Clear();
        _nodes.Clear();
        _finder.Clear();
        foreach (var assumption in assumptions)
        {
            _assumed.TryAdd(_encoder.Encode(assumption), assumption);
            _finder.Find(assumption, _nodes);
        }

        // What was learnt of a variable that is not asked about can be so whatever is found.
        for (var i = 0; _learnt.Count > 0 && i < _nodes.Count; i++)
        {
            if (_circuit.Kind(_nodes[i]) == NodeKind.Leaf)
            {
                foreach (var truth in _learnt.GetValueOrDefault(_circuit.VariableOf(_nodes[i])) ?? [])
                {
                    _finder.Find(truth, _nodes);
                }
            }
        }

        var eligible = _encoder.SolverVariables(_factNodes.Concat(_nodes));
        var answer = _solver.Solve([.. _assumed.Keys], budget, eligible);
        if (answer == Solvable.No)
            _core.AddRange(_solver.Core.Select(literal => _assumed[literal]));
        return answer;
    }

    private Func<Variable, bool> IsAsked()
    {
        var leaves = _factNodes.Concat(_nodes).Where(node => _circuit.Kind(node) == NodeKind.Leaf);
        return leaves.Select(_circuit.VariableOf).ToHashSet().Contains;
    }
}
