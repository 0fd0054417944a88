using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace NegotiationRules.Cli.Tables;

/// <summary>A file of columns that is being written.</summary>
/// <param name="schema">Its columns.</param>
/// <param name="write">Writes rows.</param>
/// <param name="end">Ends the file.</param>
internal sealed class RecordFile(Schema schema, Func<RecordBatch, Task> write, Func<Task> end) : IDisposable
{
    public Schema Schema => schema;

    /// <summary>Whether it is whole only with rows, if only none.</summary>
    public bool NeedsRows { get; private init; }

    /// <summary>Begins an Arrow file.</summary>
    /// <remarks>Its start says which columns have dictionaries, and these come with the first rows.</remarks>
    public static RecordFile ToArrow(Stream file, Schema schema)
    {
        var writer = new ArrowFileWriter(file, schema, leaveOpen: true);
        return new RecordFile(schema, rows => writer.WriteRecordBatchAsync(rows), async () =>
        {
            await writer.WriteEndAsync().ConfigureAwait(false);
            writer.Dispose();
        })
        {
            NeedsRows = true,
        };
    }

    /// <summary>Begins a file of comma-separated values.</summary>
    public static RecordFile ToCsv(Stream file, Schema schema)
    {
        var outcomes = CsvOutcomes.CreateAsync(file, schema).GetAwaiter().GetResult();
        return new RecordFile(schema, rows => outcomes.WriteAsync(rows), () => outcomes.DisposeAsync().AsTask());
    }

#if !NATIVE_TOOL
    /// <summary>Begins a Parquet file.</summary>
    public static RecordFile ToParquet(Stream file, Schema schema)
    {
        var outcomes = ParquetOutcomes.CreateAsync(file, schema).GetAwaiter().GetResult();
        return new RecordFile(schema, rows => outcomes.WriteAsync(rows), () => outcomes.DisposeAsync().AsTask());
    }
#endif

    public void Write(RecordBatch rows) => write(rows).GetAwaiter().GetResult();

    public void Dispose() => end().GetAwaiter().GetResult();
}
