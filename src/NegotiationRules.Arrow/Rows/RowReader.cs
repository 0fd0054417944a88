using System.Buffers;
using System.Text.Json;
using Apache.Arrow;
using NegotiationRules.Arrow.Binding;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Arrow.Rows;

/// <summary>Adds rows to a batch one by one, and tells what is wrong with each.</summary>
/// <remarks>Takes any row that can be said in JSON, and is the measure for who takes them column by column. One for each thread.</remarks>
internal sealed class RowReader
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly bool _isStrict;

    /// <param name="isStrict">Whether the values of facts that no rule reads are looked at too.</param>
    public RowReader(bool isStrict = false) => _isStrict = isStrict;

    /// <summary>A row as a scenario.</summary>
    /// <param name="root">The scenario as a field.</param>
    /// <param name="arrays">The arrays of its facts.</param>
    /// <param name="row">The place of the row.</param>
    /// <param name="diagnostics">What is wrong with it, if it cannot be written.</param>
    /// <returns>The scenario in JSON; <see langword="null"/> if it cannot be written.</returns>
    public byte[]? Write(BoundField root, IReadOnlyList<IArrowArray> arrays, int row, out IReadOnlyList<Diagnostic> diagnostics)
    {
        _buffer.ResetWrittenCount();
        diagnostics = [];
        try
        {
            using var json = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true });
            RowJson.Write(json, root, arrays, row);
            json.Flush();
            return _buffer.WrittenSpan.ToArray();
        }
        catch (CellException fault)
        {
            var bag = new DiagnosticBag();
            var path = new FactPath();
            path.Enter(fault.Path);
            new ScenarioDiagnostics(bag).NotAFact(path, fault.Message);
            diagnostics = bag.ToSorted();
            return null;
        }
    }

    /// <summary>Adds a row.</summary>
    /// <param name="batch">The batch, which keeps the row until it is cleared.</param>
    /// <param name="root">The scenario as a field.</param>
    /// <param name="arrays">The arrays of its facts.</param>
    /// <param name="row">The place of the row.</param>
    /// <param name="diagnostics">What is wrong with it.</param>
    /// <returns>Whether it was added.</returns>
    public bool TryAdd(
        ScenarioBatch batch, BoundField root, IReadOnlyList<IArrowArray> arrays, int row, out IReadOnlyList<Diagnostic> diagnostics) =>
        Write(root, arrays, row, out diagnostics) is { } json
        && (_isStrict
            ? Scenario.TryParseJson(json, out var scenario, out diagnostics) && batch.TryAdd(scenario, out diagnostics)
            : batch.TryAddJson(json, out diagnostics));
}
