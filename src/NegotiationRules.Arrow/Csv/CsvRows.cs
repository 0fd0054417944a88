using System.Globalization;
using Apache.Arrow;
using NegotiationRules.Facts;

namespace NegotiationRules.Arrow.Csv;

/// <summary>Rows of a file with commas: all columns are texts, whatever their facts are, and each row knows its line.</summary>
/// <param name="schema">The columns.</param>
/// <param name="arrays">Their texts.</param>
/// <param name="lines">The number of the line of each row.</param>
/// <param name="faults">What is wrong with how rows are written, by their places.</param>
internal sealed class CsvRows(
    Schema schema, IEnumerable<IArrowArray> arrays, IReadOnlyList<long> lines, IReadOnlyDictionary<int, CsvFault> faults)
    : RecordBatch(schema, arrays, lines.Count)
{
    /// <summary>What is wrong with how rows are written, by their places.</summary>
    public IReadOnlyDictionary<int, CsvFault> Faults => faults;

    /// <summary>Where a fault is: before it is told, the line, and if it is of a fact the column.</summary>
    /// <param name="row">The row.</param>
    /// <param name="fact">The path of the fact; <see langword="null"/> for the whole row.</param>
    public string PlaceOf(int row, string? fact) =>
        PlaceOf(row, fact is null ? -1 : Schema.FieldsList.ToList().FindIndex(field => field.Name == fact));

    /// <summary>What is wrong with how a row is written, in one line.</summary>
    public string TextOf(int row, CsvFault fault) => $"{PlaceOf(row, fault.Column)}{fault.Message} ({fault.Help})";

    private string PlaceOf(int row, int column) =>
        column < 0 || column >= Schema.FieldsList.Count ? string.Create(CultureInfo.InvariantCulture, $"line {lines[row]}: ")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"line {lines[row]}, column {column + 1} ({ScenarioDiagnostics.Clean(Schema.FieldsList[column].Name)}): ");
}
