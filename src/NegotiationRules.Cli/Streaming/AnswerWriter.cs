using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Cli.Verdicts;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Makes one JSON line for each line that was read, and keeps them until it is their turn to be written.</summary>
/// <param name="outcomes">Writes the outcomes.</param>
/// <param name="hasNames">Whether scenarios have names of their own; otherwise they go by the number of their line.</param>
/// <param name="tally">Counts what is kept.</param>
/// <param name="unit">What a scenario stands in, for what is wrong with it.</param>
internal sealed class AnswerWriter(OutcomeLine outcomes, bool hasNames, OutcomeTally tally, string unit = "line") : IAnswers
{
    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private readonly List<(UInt128 Digest, long Line)> _names = [];
    private readonly byte[] _unit = Encoding.UTF8.GetBytes($"\"{unit}\":");

    public void WriteOutcomes(
        long number, ReadOnlySpan<byte> name, ReadOnlySpan<StageOutcome> stages, ReadOnlySpan<RuleOutcome> rules)
    {
        Begin(number, name);
        outcomes.Write(_buffer, stages, rules);
        _buffer.Write("}\n"u8);
        tally.Add(stages, rules);
    }

    public void Write(long number, ReadOnlySpan<byte> name, Answer answer)
    {
        Begin(number, name);
        outcomes.Write(_buffer, answer);
        _buffer.Write("}\n"u8);
        tally.Add(answer.StageOutcomes, answer.RuleOutcomes);
    }

    public void WriteFault(long number, ReadOnlySpan<byte> name, string fault)
    {
        Begin(number, name);
        _buffer.Write(_unit);
        Write(number);
        _buffer.Write(",\"error\":\""u8);
        _buffer.Write(JsonEncodedText.Encode(fault, JsonOutput.OneLine.Encoder).EncodedUtf8Bytes);
        _buffer.Write("\"}\n"u8);
        tally.AddFault();
    }

    public void MoveTo(Stream output, OutcomeTally total, RepeatedNames names)
    {
        output.Write(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
        _names.ForEach(name => names.Add(name.Digest, name.Line));
        _names.Clear();
        total.Take(tally);
    }

    private void Begin(long number, ReadOnlySpan<byte> name)
    {
        _buffer.Write("{\"id\":"u8);
        if (!name.IsEmpty)
        {
            _buffer.Write(name);
            _names.Add((RepeatedNames.DigestOf(name), number));
        }
        else if (hasNames)
        {
            _buffer.Write("null"u8);
        }
        else
        {
            Write(number);
        }

        _buffer.Write(","u8);
    }

    private void Write(long number)
    {
        Utf8Formatter.TryFormat(number, _buffer.GetSpan(20), out var length);
        _buffer.Advance(length);
    }
}
