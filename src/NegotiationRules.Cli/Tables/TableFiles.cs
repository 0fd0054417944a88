using Apache.Arrow.Types;
using NegotiationRules.Arrow.Outcomes;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Cli.Verdicts;

namespace NegotiationRules.Cli.Tables;

/// <summary>Opens tables and begins them.</summary>
internal static class TableFiles
{
    /// <summary>Opens a table; the stream is closed with it.</summary>
    /// <exception cref="InvalidDataException">It cannot be read; the message says why.</exception>
    public static ITableSource Open(TableKind kind, Stream file) => kind switch
    {
        TableKind.Arrow => new ArrowSource(file),
        TableKind.Csv => new CsvSource(file),
#if !NATIVE_TOOL
        TableKind.Parquet => new ParquetSource(file),
#endif
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>Begins a table of outcomes, or lines of such.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="output">Where it goes; it stays open.</param>
    /// <param name="tally">Tells which stages and rules there are.</param>
    /// <param name="names">The type of the column that names rows; <see langword="null"/> if none does, or if texts do.</param>
    /// <param name="hasNames">Whether the rows have names; otherwise they go by their numbers.</param>
    /// <param name="repeated">Finds names that come again.</param>
    public static ITableSink Begin(
        TableKind kind, Stream output, OutcomeTally tally, IArrowType? names, bool hasNames, RepeatedNames repeated) =>
        kind == TableKind.JsonLines
            ? new LineSink(output, tally, hasNames, repeated)
            : BeginTable(kind, output, tally, new NameColumn(names, hasNames), repeated);

    /// <summary>Begins a table of outcomes.</summary>
    public static OutcomeTable BeginTable(
        TableKind kind, Stream output, OutcomeTally tally, NameColumn names, RepeatedNames repeated)
    {
        var schema = OutcomeColumns.SchemaOf(tally.Stages, tally.Rules.Select(rule => rule.Id), names.Field);
        var file = kind switch
        {
            TableKind.Arrow => RecordFile.ToArrow(output, schema),
            TableKind.Csv => RecordFile.ToCsv(output, schema),
#if !NATIVE_TOOL
            TableKind.Parquet => RecordFile.ToParquet(output, schema),
#endif
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
        return new OutcomeTable(file, tally, names, repeated);
    }
}
