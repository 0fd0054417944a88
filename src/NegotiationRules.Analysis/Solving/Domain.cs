using NegotiationRules.Analysis.Circuits;

namespace NegotiationRules.Analysis.Solving;

/// <summary>The cells of one variable as literals of a solver, of which exactly one is true.</summary>
internal sealed class Domain
{
    // With fewer cells, what is said of each by itself is no more.
    private const int MostApart = 24;

    private readonly Solver _solver;
    private readonly Literal[] _cells;
    private readonly Dictionary<CellSet, Literal> _sets = [];

    // "In this cell or a later one", once it is asked of many cells.
    private Literal[]? _steps;

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

        return _sets[cells] = _cells.Length >= MostApart && InStep(cells) is { } step ? step : Apart(cells);
    }

    // Either way it says more than the cells it names: what is known of it reaches the cells, and what is known of them reaches it.
    private Literal Apart(CellSet cells)
    {
        Literal literal = _solver.NewVariable();
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

    // All cells from one on, or all before it; the first belongs to either, as the value that is stated may lie anywhere among them.
    private Literal? InStep(CellSet cells)
    {
        var (last, isUp) = (_cells.Length - 1, cells.Contains(_cells.Length - 1));
        var start = last;
        while (cells.Contains(start - 1) == isUp && start > 1)
        {
            start--;
        }

        if (Enumerable.Range(1, start - 1).Any(cell => cells.Contains(cell) == isUp))
            return null;
        _steps ??= Steps();
        var step = _steps[start];
        if (cells.Contains(0) == isUp)
        {
            Literal either = _solver.NewVariable();
            _solver.Add(!either, step, _cells[0]);
            _solver.Add(either, !step);
            _solver.Add(either, !_cells[0]);
            step = either;
        }

        return step.NegatedIf(!isUp);
    }

    // "In this cell or a later one": each follows from the next, and two that differ tell the cell.
    private Literal[] Steps()
    {
        var last = _cells.Length - 1;
        var steps = new Literal[_cells.Length];
        for (var cell = 1; cell <= last; cell++)
        {
            steps[cell] = cell == 1 ? !_cells[0] : cell == last ? _cells[last] : _solver.NewVariable();
        }

        for (var cell = 1; cell < last; cell++)
        {
            _solver.Add(!steps[cell + 1], steps[cell]);
            _solver.Add(!_cells[cell], steps[cell]);
            _solver.Add(!_cells[cell], !steps[cell + 1]);
            _solver.Add(!steps[cell], steps[cell + 1], _cells[cell]);
        }

        return steps;
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
