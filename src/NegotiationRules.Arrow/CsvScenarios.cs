using System.Runtime.CompilerServices;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Arrow.Csv;
using NegotiationRules.Text;

namespace NegotiationRules;

/// <summary>Scenarios from a file of comma-separated values, as Arrow record batches: for facts that are in no list.</summary>
/// <remarks>
/// <para>The first line names the facts by their paths, such as <c>agreement.termYears</c>; each line after it is a scenario. What is empty
/// is not known; empty in quotes, it is the empty text where the fact is a text. Numbers, <c>true</c> and <c>false</c>, dates, moments and
/// durations are written as in a scenario. The file is UTF-8, and otherwise as RFC 4180 has it.</para>
/// <para>The columns of the record batches are texts; <see cref="RecordBatchEvaluator"/> and <see cref="ArrowScenarios"/> take these for
/// what they stand for, and tell what is wrong with the line, the column, the fact and the cure. For one thread at a time.</para>
/// </remarks>
public sealed class CsvScenarios : IAsyncDisposable
{
    private const int MostRows = 65_536;
    private const int MostBytes = 16 * 1024 * 1024;

    // What other programs write where a comma is part of numbers.
    private static readonly byte[] Separators = [(byte)';', (byte)'\t', (byte)'|'];

    private readonly Stream _file;
    private readonly CsvReader _reader;
    private readonly CsvLine _line;

    private CsvScenarios(Stream file, CsvReader reader, CsvLine header)
    {
        (_file, _reader, _line) = (file, reader, header);
        Schema = new Schema(
            [.. Enumerable.Range(0, header.Count).Select(i => new Field(header.TextOf(i), StringType.Default, nullable: true))], null);
    }

    /// <summary>The columns, which are texts.</summary>
    public Schema Schema { get; }

    /// <summary>Opens a file and reads its first line.</summary>
    /// <param name="file">The file; it is closed with the scenarios.</param>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="InvalidDataException">There are no names of facts in the first line; the message says what is there.</exception>
    public static async Task<CsvScenarios> OpenAsync(Stream file, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        var (reader, header) = (new CsvReader(file), new CsvLine());
        if (!await reader.ReadAsync(header, stop).ConfigureAwait(false) || header.IsEmpty)
        {
            throw new InvalidDataException("the first line is empty: write the names of the facts into it, with commas between them");
        }

        if (header.Fault is { } fault)
        {
            throw new InvalidDataException($"line 1, column {fault.Column + 1}: {fault.Message} ({fault.Help})");
        }

        if (header.Count == 1 && Separators.FirstOrDefault(one => header[0].Contains(one)) is not 0 and var separator)
        {
            var name = separator == (byte)'\t' ? "tabs" : $"`{(char)separator}`";
            throw new InvalidDataException($"the names in the first line have {name} between them: write the file with commas");
        }

        return new CsvScenarios(file, reader, header);
    }

    /// <summary>Reads the rows, some ten thousand at a time.</summary>
    /// <param name="stop">Stops it.</param>
    /// <exception cref="InvalidDataException">A value does not end.</exception>
    public async IAsyncEnumerable<RecordBatch> ReadAsync([EnumeratorCancellation] CancellationToken stop = default)
    {
        while (await ReadRowsAsync(stop).ConfigureAwait(false) is { Length: > 0 } rows)
        {
            yield return rows;
        }
    }

    /// <summary>Closes the file.</summary>
    public ValueTask DisposeAsync() => _file.DisposeAsync();

    private async Task<CsvRows> ReadRowsAsync(CancellationToken stop)
    {
        var columns = Schema.FieldsList.Select(_ => new TextColumn()).ToArray();
        var lines = new List<long>();
        var faults = new Dictionary<int, CsvFault>();
        var bytes = 0L;
        while (lines.Count < MostRows && bytes < MostBytes && await _reader.ReadAsync(_line, stop).ConfigureAwait(false))
        {
            bytes += _line.Length;
            if (_line.IsEmpty && columns.Length > 1)
            {
                continue;
            }

            if (FaultOf(columns.Length) is { } fault)
            {
                faults.Add(lines.Count, fault);
            }

            Add(columns, isFine: _line.Fault is null);
            lines.Add(_line.Number);
        }

        return new CsvRows(Schema, columns.Select(column => column.Build()), lines, faults);
    }

    private CsvFault? FaultOf(int columns) =>
        _line.Fault is not null || _line.Count == columns ? _line.Fault
        : new CsvFault(
            "NR1001", -1, $"there are {_line.Count} values in the line, and {columns} names in the first one",
            _line.Count < columns ? "write a comma for each value that is not known" : "put values that have commas in them in quotes");

    // A row that is not written well has no facts either.
    private void Add(TextColumn[] columns, bool isFine)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var isThere = isFine && i < _line.Count;
            var value = isThere ? _line[i] : default;
            columns[i].Add(value, isThere && (value.Length > 0 || _line.IsQuoted(i)));
        }
    }
}
