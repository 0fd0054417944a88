using System.Runtime.CompilerServices;
using Apache.Arrow;
using NegotiationRules.Arrow.Files;
using Parquet;
using Parquet.Schema;

namespace NegotiationRules;

/// <summary>Scenarios from a Parquet file, as Arrow record batches: one for each of its row groups.</summary>
/// <remarks>
/// <para>What columns mean is said at <see cref="ArrowScenarios"/>; groups of the file are structs, and its lists are lists. Times that the
/// file calls adjusted to UTC are moments, and others have no zone.</para>
/// <para>For one thread at a time. A moment that a file has finer than 100 nanoseconds is read as the moment before it that .NET
/// knows.</para>
/// </remarks>
public sealed class ParquetScenarios : IAsyncDisposable
{
    private readonly ParquetReader _file;

    private ParquetScenarios(ParquetReader file)
    {
        _file = file;
        Schema = new Apache.Arrow.Schema(file.Schema.Fields.Select(ParquetKinds.Of), null);
        Count = file.Metadata?.NumRows ?? 0;
    }

    /// <summary>The columns.</summary>
    public Apache.Arrow.Schema Schema { get; }

    /// <summary>How many rows the file has.</summary>
    public long Count { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="file">The file, in which one can move about; it is closed with the scenarios.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="InvalidDataException">It is no Parquet file, or one that cannot be read; the message says why.</exception>
    public static async Task<ParquetScenarios> OpenAsync(Stream file, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var options = new ParquetOptions { UseDateOnlyTypeForDates = true, UseBigDecimal = true };
        try
        {
            return new ParquetScenarios(await ParquetReader.CreateAsync(file, options, false, stop).ConfigureAwait(false));
        }
        catch (Exception fault) when (IsOfFile(fault))
        {
            throw Unreadable(fault);
        }
    }

    /// <summary>Reads the rows.</summary>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="InvalidDataException">The file cannot be read on; the message says why.</exception>
    public async IAsyncEnumerable<RecordBatch> ReadAsync([EnumeratorCancellation] CancellationToken stop = default)
    {
        for (var group = 0; group < _file.RowGroupCount; group++)
        {
            yield return await ReadAsync(group, stop).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private async Task<RecordBatch> ReadAsync(int group, CancellationToken stop)
    {
        try
        {
            using var rows = _file.OpenRowGroupReader(group);
            var columns = new Dictionary<FieldPath, LeafColumn>();
            foreach (var field in _file.Schema.GetDataFields())
            {
                columns.Add(field.Path, await LeafReader.ReadAsync(rows, field, stop).ConfigureAwait(false));
            }

            var assembler = new ArrayAssembler(columns);
            return new RecordBatch(Schema, [.. _file.Schema.Fields.Select(assembler.Assemble)], checked((int)rows.RowCount));
        }
        catch (Exception fault) when (IsOfFile(fault))
        {
            throw Unreadable(fault);
        }
    }

    // Whatever a reader of files throws at bytes that are none of its format.
    private static bool IsOfFile(Exception fault) =>
        fault is not (OperationCanceledException or OutOfMemoryException or ArgumentNullException);

    private static InvalidDataException Unreadable(Exception fault) => new($"the Parquet file cannot be read: {fault.Message}", fault);
}
