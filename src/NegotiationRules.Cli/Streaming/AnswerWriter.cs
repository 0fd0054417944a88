using System.Buffers;
using System.Text.Json;
using NegotiationRules.Cli.Verdicts;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Writes one JSON line for each line that was read.</summary>
/// <param name="output">Receives the lines.</param>
/// <param name="hasNames">Whether scenarios have names of their own; otherwise they go by the number of their line.</param>
/// <param name="tally">Counts what is written.</param>
internal sealed class AnswerWriter(Stream output, bool hasNames, Tally tally) : IDisposable
{
    private const int EnoughToWrite = 64 * 1024;

    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("id");

    private readonly ArrayBufferWriter<byte> _buffer = new(2 * EnoughToWrite);
    private readonly Utf8JsonWriter _json = new(Stream.Null, JsonOutput.OneLine);

    /// <summary>The outcomes of all stages and rules.</summary>
    /// <param name="number">The number of the line.</param>
    /// <param name="name">The scenario's name as JSON; empty if it goes by its number.</param>
    /// <param name="verdict">The outcomes.</param>
    public void WriteVerdict(long number, ReadOnlySpan<byte> name, Verdict verdict)
    {
        Begin(number, name);
        VerdictJson.WriteOutcomes(_json, verdict);
        End();
        tally.Add(verdict);
    }

    /// <summary>A line for which there is no verdict.</summary>
    /// <param name="number">The number of the line.</param>
    /// <param name="name">The scenario's name as JSON; empty if it has none, or goes by its number.</param>
    /// <param name="fault">What is wrong with the line.</param>
    public void WriteFault(long number, ReadOnlySpan<byte> name, string fault)
    {
        Begin(number, name);
        _json.WriteNumber("line", number);
        _json.WriteString("error", fault);
        End();
        tally.AddFault();
    }

    public void Flush()
    {
        output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
        output.Flush();
    }

    public void Dispose() => _json.Dispose();

    private void Begin(long number, ReadOnlySpan<byte> name)
    {
        _json.Reset(_buffer);
        _json.WriteStartObject();
        _json.WritePropertyName(Id);
        if (!name.IsEmpty)
        {
            _json.WriteRawValue(name, skipInputValidation: true);
        }
        else if (hasNames)
        {
            _json.WriteNullValue();
        }
        else
        {
            _json.WriteNumberValue(number);
        }
    }

    private void End()
    {
        _json.WriteEndObject();
        _json.Flush();
        _buffer.Write("\n"u8);
        if (_buffer.WrittenCount >= EnoughToWrite)
        {
            output.Write(_buffer.WrittenSpan);
            _buffer.ResetWrittenCount();
        }
    }
}
