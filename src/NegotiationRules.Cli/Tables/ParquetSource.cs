using Apache.Arrow;

namespace NegotiationRules.Cli.Tables;

/// <summary>Rows of a Parquet file, a row group at a time.</summary>
internal sealed class ParquetSource(Stream file) : ITableSource
{
    private readonly ParquetScenarios _rows = ParquetScenarios.OpenAsync(file).GetAwaiter().GetResult();

    public Schema Schema => _rows.Schema;

    public bool HasTextsAlone => false;

    public long? Length => _rows.Count;

    public long Done { get; private set; }

    public async IAsyncEnumerable<RecordBatch> ReadAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var rows in _rows.ReadAsync(stop).ConfigureAwait(false))
        {
            Done += rows.Length;
            yield return rows;
        }
    }

    public void Dispose() => _rows.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
