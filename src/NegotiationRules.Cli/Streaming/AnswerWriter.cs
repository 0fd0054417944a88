using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Cli.Verdicts;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Makes one JSON line for each line that was read, and keeps them until it is their turn to be written.</summary>
/// <param name="outcomes">Writes the outcomes.</param>
/// <param name="hasNames">Whether scenarios have names of their own; otherwise they go by the number of their line.</param>
/// <param name="tally">Counts what is kept.</param>
internal sealed class AnswerWriter(OutcomeLine outcomes, bool hasNames, OutcomeTally tally)
{
    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private readonly List<(UInt128 Digest, long Line)> _names = [];

    /// <summary>The outcomes of all stages and rules.</summary>
    /// <param name="number">The number of the line.</param>
    /// <param name="name">The scenario's name as JSON; empty if it goes by its number.</param>
    /// <param name="stages">What became of each stage.</param>
    /// <param name="rules">What became of each rule.</param>
    public void WriteOutcomes(
        long number, ReadOnlySpan<byte> name, ReadOnlySpan<StageOutcome> stages, ReadOnlySpan<RuleOutcome> rules)
    {
        Begin(number, name);
        outcomes.Write(_buffer, stages, rules);
        _buffer.Write("}\n"u8);
        tally.Add(stages, rules);
    }

    /// <summary>An answer with all that belongs to it.</summary>
    /// <param name="number">The number of the line.</param>
    /// <param name="name">The scenario's name as JSON; empty if it goes by its number.</param>
    /// <param name="answer">The answer.</param>
    public void Write(long number, ReadOnlySpan<byte> name, Answer answer)
    {
        Begin(number, name);
        outcomes.Write(_buffer, answer);
        _buffer.Write("}\n"u8);
        tally.Add(answer.StageOutcomes, answer.RuleOutcomes);
    }

    /// <summary>A line for which there is no verdict.</summary>
    /// <param name="number">The number of the line.</param>
    /// <param name="name">The scenario's name as JSON; empty if it has none, or goes by its number.</param>
    /// <param name="fault">What is wrong with the line.</param>
    public void WriteFault(long number, ReadOnlySpan<byte> name, string fault)
    {
        Begin(number, name);
        _buffer.Write("\"line\":"u8);
        Write(number);
        _buffer.Write(",\"error\":\""u8);
        _buffer.Write(JsonEncodedText.Encode(fault, JsonOutput.OneLine.Encoder).EncodedUtf8Bytes);
        _buffer.Write("\"}\n"u8);
        tally.AddFault();
    }

    /// <summary>Writes all lines, adds what was counted and what they were called, and starts anew.</summary>
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
