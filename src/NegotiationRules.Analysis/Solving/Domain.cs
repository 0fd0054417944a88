using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>The cells of one variable as literals of a solver, of which exactly one is true.</summary>
internal sealed class Domain
{
    private readonly Solver _solver;
    private readonly Literal[] _cells;
    private readonly Dictionary<CellSet, Literal> _sets = [];

    /// <param name="solver">Where the literals live.</param>
    /// <param name="cellCount">How many cells there are: two or more.</param>
    public Domain(Solver solver, int cellCount)
    {
        _solver = solver;
        if (cellCount == 2)
        {
            var second = solver.NewVariable();
            _cells = [!second, second];
            return;
        }

        _cells = [.. Enumerable.Range(0, cellCount).Select(_ => solver.NewVariable())];
        solver.Add(_cells);
        solver.AddLinear(_cells.Select(cell => new WeightedLiteral(!cell, 1)), cellCount - 1);
    }

    /// <summary>The variables of the solver that stand for cells.</summary>
    public IEnumerable<int> Variables => _cells.Length == 2 ? [_cells[1].Variable] : _cells.Select(cell => cell.Variable);

    /// <summary>The literal "in one of these cells".</summary>
    public Literal In(CellSet cells)
    {
        if (cells.Count == 1)
            return _cells[cells.Cells().First()];
        if (cells.Count == _cells.Length - 1)
            return !In(cells.Complement());
        if (_sets.TryGetValue(cells, out var known))
            return known;

        // Either way it says more than the cells it names: what is known of it reaches the cells, and what is known of them reaches it.
        var literal = _sets[cells] = _solver.NewVariable();
        List<Literal> within = [!literal], outside = [literal];
        for (var cell = 0; cell < _cells.Length; cell++)
        {
            var isIn = cells.Contains(cell);
            (isIn ? within : outside).Add(_cells[cell]);
            _solver.Add(literal.NegatedIf(!isIn), !_cells[cell]);
        }

        _solver.Add([.. within]);
        _solver.Add([.. outside]);
        return literal;
    }

    public void Prefer(int cell)
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            _solver.Prefer(_cells[i].NegatedIf(i != cell));
        }
    }

    /// <summary>The cell in the model of the solver; −1 if it was not decided.</summary>
    public int CellInModel() => Array.FindIndex(_cells, _solver.IsTrue);
}
