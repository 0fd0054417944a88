using Apache.Arrow;
using NegotiationRules.Arrow.Files;
using Parquet;
using Parquet.Schema;

namespace NegotiationRules;

/// <summary>Writes outcomes into a Parquet file: what <see cref="RecordBatchEvaluator"/> gives, a row group for each record
/// batch.</summary>
/// <remarks>Structs are groups of the file, so that a query says <c>stages.talks</c> and <c>rules."written"</c>. For one thread at a
/// time.</remarks>
public sealed class ParquetOutcomes : IAsyncDisposable
{
    private readonly ParquetWriter _file;
    private readonly ParquetSchema _schema;

    private ParquetOutcomes(ParquetWriter file, ParquetSchema schema) => (_file, _schema) = (file, schema);

    /// <summary>Begins a file.</summary>
    /// <param name="file">Where it goes.</param>
    /// <param name="schema">The columns: texts, whole numbers of 64 bits, floating numbers of 64 bits, and structs of these;
    /// <see cref="RecordBatchEvaluator.OutcomeSchema"/>, or that with columns before it.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="NotSupportedException">A column is of another kind.</exception>
    public static async Task<ParquetOutcomes> CreateAsync(Stream file, Apache.Arrow.Schema schema, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(schema);
        var columns = TableWriter.SchemaOf(schema);
        return new ParquetOutcomes(await ParquetWriter.CreateAsync(columns, file, cancellationToken: stop).ConfigureAwait(false), columns);
    }

    /// <summary>Writes rows, with the columns that the file was begun with. Some hundred thousand at a time make a file that is read
    /// quickly.</summary>
    /// <param name="outcomes">The rows.</param>
    /// <param name="stop">Stops it.</param>
    public Task WriteAsync(RecordBatch outcomes, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return TableWriter.WriteAsync(_file, _schema, outcomes, stop);
    }

    /// <summary>Ends the file.</summary>
    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
