using System.Buffers;
using Apache.Arrow;
using NegotiationRules.Arrow.Csv;

namespace NegotiationRules;

/// <summary>Writes outcomes as comma-separated values: what <see cref="RecordBatchEvaluator"/> gives, a line for each row.</summary>
/// <remarks>The first line names the columns: <c>stages.talks</c>, <c>rules.written</c>, <c>error</c>. Where a row has no outcomes there is
/// nothing. For one thread at a time.</remarks>
public sealed class CsvOutcomes : IAsyncDisposable
{
    private readonly Stream _file;
    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private readonly CsvWriter _writer;

    private CsvOutcomes(Stream file) => (_file, _writer) = (file, new CsvWriter(_buffer));

    /// <summary>Begins a file with its first line.</summary>
    /// <param name="file">Where it goes; it stays open.</param>
    /// <param name="schema">The columns: texts, whole numbers of 64 bits, floating numbers of 64 bits, and structs of these;
    /// <see cref="RecordBatchEvaluator.OutcomeSchema"/>, or that with columns before it.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="NotSupportedException">A column is of another kind.</exception>
    public static async Task<CsvOutcomes> CreateAsync(Stream file, Schema schema, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(schema);
        var outcomes = new CsvOutcomes(file);
        outcomes._writer.WriteNames(schema);
        await outcomes.FlushAsync(stop).ConfigureAwait(false);
        return outcomes;
    }

    /// <summary>Writes rows, with the columns that the file was begun with.</summary>
    /// <param name="outcomes">The rows.</param>
    /// <param name="stop">Stops it.</param>
    public async Task WriteAsync(RecordBatch outcomes, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        _writer.Write(outcomes);
        await FlushAsync(stop).ConfigureAwait(false);
    }

    /// <summary>Ends the file.</summary>
    public async ValueTask DisposeAsync() => await _file.FlushAsync().ConfigureAwait(false);

    private async Task FlushAsync(CancellationToken stop)
    {
        await _file.WriteAsync(_buffer.WrittenMemory, stop).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }
}
