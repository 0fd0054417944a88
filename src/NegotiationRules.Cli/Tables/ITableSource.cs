using Apache.Arrow;

namespace NegotiationRules.Cli.Tables;

/// <summary>Scenarios in rows.</summary>
internal interface ITableSource : IDisposable
{
    /// <summary>The columns.</summary>
    Schema Schema { get; }

    /// <summary>Whether all columns are texts, whatever their facts are.</summary>
    bool HasTextsAlone { get; }

    /// <summary>How much there is to read, in whatever unit <see cref="Done"/> has; <see langword="null"/> if nobody knows.</summary>
    long? Length { get; }

    /// <summary>How much has been read.</summary>
    long Done { get; }

    /// <summary>Reads the rows.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read on.</exception>
    IAsyncEnumerable<RecordBatch> ReadAsync(CancellationToken stop);
}
