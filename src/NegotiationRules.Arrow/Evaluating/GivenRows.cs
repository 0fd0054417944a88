using Apache.Arrow;
using NegotiationRules.Arrow.Binding;
using NegotiationRules.Arrow.Csv;
using NegotiationRules.Arrow.Outcomes;

namespace NegotiationRules.Arrow.Evaluating;

/// <summary>The rows of a record batch as scenarios, wherever they come from.</summary>
/// <param name="rows">The record batch.</param>
/// <param name="root">What <see cref="Bind"/> has found its fields to be.</param>
/// <param name="arrays">The arrays of these fields.</param>
internal sealed class GivenRows(RecordBatch rows, BoundField root, IEnumerable<IArrowArray> arrays)
{
    private readonly CsvRows? _csv = rows as CsvRows;

    /// <summary>The scenario as a field.</summary>
    public BoundField Root => root;

    /// <summary>The arrays of its facts.</summary>
    public IReadOnlyList<IArrowArray> Arrays { get; } = rows is CsvRows ? WrittenValues.Of(root, arrays) : [.. arrays];

    /// <summary>How many rows there are.</summary>
    public int Count => rows.Length;

    /// <summary>Finds the facts that fields are.</summary>
    /// <param name="rows">Where they come from.</param>
    /// <param name="fields">The fields of its scenarios.</param>
    /// <param name="vocabulary">What a scenario may say.</param>
    /// <exception cref="ScenarioException">A field is no fact, or cannot hold it.</exception>
    public static BoundField Bind(RecordBatch rows, IReadOnlyList<Field> fields, Vocabulary vocabulary) =>
        SchemaBinder.Bind(fields, vocabulary, hasTextsAlone: rows is CsvRows);

    /// <summary>What is wrong with the first row that is not written as it should be, if there is one.</summary>
    public (int Row, Diagnostic Fault)? FirstFault =>
        _csv is null || _csv.Faults.Count == 0 ? null : (_csv.Faults.Keys.Min(), _csv.Faults[_csv.Faults.Keys.Min()].ToDiagnostic());

    /// <summary>What is wrong with a row, in one line, and where it stands if that is known.</summary>
    public string TextOf(int row, IReadOnlyList<Diagnostic> faults) =>
        _csv?.PlaceOf(row, FaultText.FirstOf(faults).FactPath) + FaultText.Of(faults);

    /// <summary>Says of rows that are not written as they should be why they have no outcomes.</summary>
    public void WriteFaults(OutcomeColumns into)
    {
        foreach (var (row, fault) in _csv?.Faults ?? new Dictionary<int, CsvFault>())
        {
            into.WriteError(row, _csv!.TextOf(row, fault));
        }
    }
}
