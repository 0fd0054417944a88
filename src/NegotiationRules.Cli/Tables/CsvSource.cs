using Apache.Arrow;

namespace NegotiationRules.Cli.Tables;

/// <summary>Rows of comma-separated values.</summary>
internal sealed class CsvSource(Stream file) : ITableSource
{
    private readonly CsvScenarios _rows = CsvScenarios.OpenAsync(file).GetAwaiter().GetResult();

    public Schema Schema => _rows.Schema;

    public bool HasTextsAlone => true;

    public long? Length => file.CanSeek ? file.Length : null;

    public long Done => file.CanSeek ? file.Position : 0;

    public IAsyncEnumerable<RecordBatch> ReadAsync(CancellationToken stop) => _rows.ReadAsync(stop);

    public void Dispose() => file.Dispose();
}
