using System.Runtime.InteropServices;

namespace NegotiationRules.Analysis.Solving;

/// <summary>Decides clauses and linear constraints over Boolean variables: conflict-driven clause learning, after MiniSat.</summary>
/// <remarks>
/// <para>Incremental: constraints may be added between calls, and what was learnt is kept. Assumptions hold for one call; a "no" names a
/// <see cref="Core"/> of them.</para>
/// <para>The search lies in <c>Solver.Search.cs</c>, what follows from an assignment in <c>Solver.Propagation.cs</c>, what is learnt from a
/// conflict in <c>Solver.Analysis.cs</c>, and what is forgotten again in <c>Solver.Forgetting.cs</c>. Inside, a literal is its code and a
/// variable its number. Not safe to share between threads.</para>
/// </remarks>
internal sealed partial class Solver
{
    private readonly List<int> _core = [];
    private readonly List<int> _clause = [];
    private readonly ReducedSum _reduced = new();
    private sbyte[] _model = [];

    // Set when the constraints contradict each other without any assumption, and never taken back.
    private bool _isContradictory;

    /// <summary>After a "no": assumptions that cannot hold together. Not minimal; empty if the constraints contradict each other.</summary>
    public IReadOnlyList<Literal> Core => [.. _core.Select(code => new Literal(code))];

    public int VariableCount => _level.Count;

    /// <summary>How many conflicts there were so far, in all calls.</summary>
    public long ConflictCount { get; private set; }

    /// <summary>A new variable, as its positive literal.</summary>
    /// <param name="phase">What it is tried with first.</param>
    public Literal NewVariable(bool phase = false)
    {
        var variable = _level.Count;
        _level.Add(0);
        _reason.Add(NoReason);
        _position.Add(0);
        _phase.Add(phase);
        _marked.NewVariable();
        _isEligible.Add(!_isRestricted);
        _values.Extend(2);
        _watches.Extend(2);
        _linear.NewVariable();
        _sums.NewVariable();
        _order.NewVariable();
        if (!_isRestricted)
            _order.Insert(variable);
        return new(variable << 1);
    }

    /// <summary>Says what to try first the next time the variable is decided. Later the value it had last is tried first.</summary>
    public void Prefer(Literal literal) => _phase[literal.Variable] = !literal.IsNegated;

    /// <summary>One of the literals must be true.</summary>
    public void Add(params ReadOnlySpan<Literal> clause)
    {
        _clause.Clear();
        foreach (var literal in clause)
        {
            _clause.Add(literal.Code);
        }

        AddClause();
    }

    /// <summary>The weights of the literals that are true must add up to at least the bound.</summary>
    /// <remarks>Weights may have any sign, and literals may occur more than once. The sizes of all must add up to at most 2^120.</remarks>
    public void AddLinear(IEnumerable<WeightedLiteral> terms, Int128 bound)
    {
        _reduced.Read(terms, bound, _values.AsSpan());
        if (_reduced.IsImpossible)
        {
            _isContradictory = true;
        }
        else if (_reduced.IsClause)
        {
            _clause.Clear();
            _clause.AddRange(_reduced.Terms.Select(term => term.Literal.Code));
            AddClause();
        }
        else if (_reduced.Bound > 0)
        {
            Imply(_linear.Add(_reduced.Terms, _reduced.Bound));
        }
    }

    /// <summary>Whether all constraints and assumptions can hold together.</summary>
    /// <param name="assumptions">Literals that have to be true this time.</param>
    /// <param name="budget">What it may cost.</param>
    /// <param name="eligible">The variables that the question is about, if not all: others are decided by nobody. Whoever leaves out some
    /// knows that whatever the others are, these can follow.</param>
    public Solvable Solve(ReadOnlySpan<Literal> assumptions, Budget budget, IEnumerable<int>? eligible = null)
    {
        _core.Clear();
        if (!budget.Allows())
            return Solvable.Undecided;
        _assumptions.Shorten(0);
        foreach (var assumption in assumptions)
        {
            _assumptions.Add(assumption.Code);
        }

        Restrict(eligible);
        var answer = Search(budget);
        BackTo(0);
        return answer;
    }

    /// <summary>After a "yes": whether a literal is true. Of a variable that nobody decided neither literal is.</summary>
    public bool IsTrue(Literal literal) => _model[literal.Code] > 0;

    // Adds what lies in _clause, as far as it is not decided already.
    private void AddClause()
    {
        _clause.Sort();
        var kept = 0;
        for (var i = 0; i < _clause.Count; i++)
        {
            var literal = _clause[i];
            if (_values[literal] > 0 || (kept > 0 && _clause[kept - 1] == (literal ^ 1)))
                return;
            if (_values[literal] == 0 && (kept == 0 || _clause[kept - 1] != literal))
                _clause[kept++] = literal;
        }

        _clause.RemoveRange(kept, _clause.Count - kept);
        switch (kept)
        {
            case 0:
                _isContradictory = true;
                break;
            case 1:
                Assign(_clause[0], NoReason);
                break;
            default:
                var clause = _arena.Add(CollectionsMarshal.AsSpan(_clause));
                _problem.Add(clause);
                Watch(clause);
                break;
        }
    }
}
