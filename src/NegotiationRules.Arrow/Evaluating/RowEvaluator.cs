using Apache.Arrow;
using NegotiationRules.Arrow.Binding;
using NegotiationRules.Arrow.Filling;
using NegotiationRules.Arrow.Rows;

namespace NegotiationRules.Arrow.Evaluating;

/// <summary>Evaluates some rows at a time: column by column where that goes, otherwise one by one, which tells what is wrong with each.
/// One for each thread.</summary>
internal sealed class RowEvaluator
{
    // Texts that no rule names keep their codes as long as a batch lives, and there may be others in each row.
    private const int MostTexts = 65_536;

    private readonly RuleSet _rules;
    private readonly bool _takesNoColumns;
    private readonly RowReader _rows;
    private readonly Dictionary<int, IReadOnlyList<Diagnostic>> _faults = [];
    private readonly List<int> _scenarios = [];
    private RecordFiller _filler = null!;

    /// <param name="rules">The rules.</param>
    /// <param name="isStrict">Whether the values of facts that no rule reads are looked at too; then rows are read one by one.</param>
    /// <param name="takesNoColumns">Whether rows are read one by one anyway, so that verdicts can be made of them.</param>
    public RowEvaluator(RuleSet rules, bool isStrict = false, bool takesNoColumns = false)
    {
        (_rules, _takesNoColumns) = (rules, isStrict || takesNoColumns);
        _rows = new RowReader(isStrict);
        Begin();
    }

    /// <summary>The scenarios of the rows that could be read.</summary>
    public ScenarioBatch Batch { get; private set; } = null!;

    /// <summary>Whether the last rows were taken column by column.</summary>
    public bool TakesColumns { get; private set; }

    /// <summary>Whether any of the last rows has faults instead of outcomes.</summary>
    public bool HasFaults => _faults.Count > 0 || Batch.HasFaulty;

    /// <summary>Makes ready for other arrays.</summary>
    public void Start() => _filler.Clear();

    /// <summary>Evaluates rows.</summary>
    /// <param name="root">The scenario as a field.</param>
    /// <param name="arrays">The arrays of its facts.</param>
    /// <param name="first">The first row.</param>
    /// <param name="count">How many.</param>
    public void Evaluate(BoundField root, IReadOnlyList<IArrowArray> arrays, int first, int count)
    {
        _faults.Clear();
        _scenarios.Clear();
        if (TakesColumns && Batch.BeginColumns(0).Filler.Texts.Count > MostTexts)
        {
            Begin();
        }

        TakesColumns = !_takesNoColumns && _filler.TryFill(root, arrays, first, count);
        if (!TakesColumns)
        {
            Batch.Clear();
            for (var row = 0; row < count; row++)
            {
                _scenarios.Add(Batch.Count);
                if (!_rows.TryAdd(Batch, root, arrays, first + row, out var diagnostics))
                {
                    _scenarios[row] = -1;
                    _faults.Add(row, diagnostics);
                }
            }
        }

        Batch.Evaluate();
    }

    /// <summary>The scenario of a row in the batch; -1 if the row could not be read.</summary>
    /// <param name="row">Its place among those that were evaluated last.</param>
    public int ScenarioOf(int row) => TakesColumns ? row : _scenarios[row];

    /// <summary>What keeps a row from having outcomes; empty if nothing does.</summary>
    /// <param name="row">Its place among those that were evaluated last.</param>
    public IReadOnlyList<Diagnostic> FaultsOf(int row) =>
        _faults.TryGetValue(row, out var faults) ? faults : Batch.DiagnosticsOf(ScenarioOf(row));

    private void Begin()
    {
        Batch = new ScenarioBatch(_rules);
        _filler = new RecordFiller(Batch);
    }
}
