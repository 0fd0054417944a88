using System.Runtime.CompilerServices;
using Apache.Arrow;
using Apache.Arrow.Ipc;

namespace NegotiationRules.Cli.Tables;

/// <summary>Arrow record batches, as a file or as a stream of such.</summary>
internal sealed class ArrowSource : ITableSource
{
    private readonly Stream _file;
    private readonly ArrowStreamReader _rows;

    public ArrowSource(Stream file)
    {
        _file = file;
        try
        {
            var start = new byte[FileMark.Length];
            var isFile = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && FileMark.SequenceEqual(start);
            file.Position = 0;
            _rows = isFile ? new ArrowFileReader(file, leaveOpen: true) : new ArrowStreamReader(file, leaveOpen: true);
            Schema = _rows.Schema ?? throw new InvalidDataException("there are no columns in it");
        }
        catch (Exception fault) when (IsOfFile(fault))
        {
            throw Unreadable(fault);
        }
    }

    private static ReadOnlySpan<byte> FileMark => "ARROW1"u8;

    public Schema Schema { get; }

    public bool HasTextsAlone => false;

    public long? Length => _file.Length;

    public long Done => _file.Position;

    public async IAsyncEnumerable<RecordBatch> ReadAsync([EnumeratorCancellation] CancellationToken stop)
    {
        while (await ReadNextAsync(stop).ConfigureAwait(false) is { } rows)
        {
            yield return rows;
        }
    }

    public void Dispose()
    {
        _rows.Dispose();
        _file.Dispose();
    }

    private async Task<RecordBatch?> ReadNextAsync(CancellationToken stop)
    {
        try
        {
            return await _rows.ReadNextRecordBatchAsync(stop).ConfigureAwait(false);
        }
        catch (Exception fault) when (IsOfFile(fault))
        {
            throw Unreadable(fault);
        }
    }

    // Whatever a reader of files throws at bytes that are none of its format.
    private static bool IsOfFile(Exception fault) => fault is not (OperationCanceledException or OutOfMemoryException);

    private static InvalidDataException Unreadable(Exception fault) =>
        new($"the Arrow file is damaged, or compressed, which it must not be: {fault.Message}", fault);
}
