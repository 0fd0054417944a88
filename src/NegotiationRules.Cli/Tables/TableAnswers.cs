using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using NegotiationRules.Cli.Sources;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Cli.Verdicts;

namespace NegotiationRules.Cli.Tables;

/// <summary>Keeps the answers to a block of lines as rows, until they go into a table.</summary>
/// <param name="table">The table, which all blocks share.</param>
/// <param name="tally">Counts what is kept.</param>
internal sealed class TableAnswers(OutcomeTable table, OutcomeTally tally) : IAnswers
{
    private readonly List<(long Line, string? Name, string? Error)> _rows = [];
    private readonly List<StageOutcome> _stages = [];
    private readonly List<RuleOutcome> _rules = [];
    private readonly List<(UInt128 Digest, long Line)> _names = [];

    public void WriteOutcomes(
        long number, ReadOnlySpan<byte> name, ReadOnlySpan<StageOutcome> stages, ReadOnlySpan<RuleOutcome> rules)
    {
        Begin(number, name, error: null);
        _stages.AddRange(stages);
        _rules.AddRange(rules);
        tally.Add(stages, rules);
    }

    // What belongs to the answers of workflows has no columns, so they are not asked for.
    public void Write(long number, ReadOnlySpan<byte> name, Answer answer) => throw new NotSupportedException();

    public void WriteFault(long number, ReadOnlySpan<byte> name, string fault)
    {
        Begin(number, name, fault);
        tally.AddFault();
    }

    public void MoveTo(Stream output, OutcomeTally total, RepeatedNames names)
    {
        var stages = CollectionsMarshal.AsSpan(_stages);
        var rules = CollectionsMarshal.AsSpan(_rules);
        foreach (var (line, name, error) in _rows)
        {
            if (error is null)
            {
                table.Add(line, name, stages[..tally.Stages.Count], rules[..tally.Rules.Count]);
                stages = stages[tally.Stages.Count..];
                rules = rules[tally.Rules.Count..];
            }
            else
            {
                table.AddFault(line, name, error);
            }
        }

        _names.ForEach(name => names.Add(name.Digest, name.Line));
        _names.Clear();
        _rows.Clear();
        _stages.Clear();
        _rules.Clear();
        total.Take(tally);
    }

    // A name is text or a number; a number keeps the digits that it has.
    private void Begin(long number, ReadOnlySpan<byte> name, string? error)
    {
        string? text = null;
        if (!name.IsEmpty)
        {
            var json = new Utf8JsonReader(name);
            json.Read();
            text = json.TokenType == JsonTokenType.String ? json.GetString() : Encoding.UTF8.GetString(name);
            _names.Add((RepeatedNames.DigestOf(name), number));
        }

        _rows.Add((number, text, error));
    }
}
