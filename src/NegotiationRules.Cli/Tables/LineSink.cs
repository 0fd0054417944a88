using System.Text;
using NegotiationRules.Arrow.Outcomes;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Cli.Verdicts;

namespace NegotiationRules.Cli.Tables;

/// <summary>Writes the outcomes of rows as JSON lines.</summary>
internal sealed class LineSink(Stream output, OutcomeTally tally, bool hasNames, RepeatedNames names) : ITableSink
{
    private const int MostAtOnce = 4096;

    // What is counted here is counted by whoever writes too.
    private readonly OutcomeTally _counted = tally.Empty();
    private readonly AnswerWriter _answers = new(new OutcomeLine(tally.Stages, tally.Rules), hasNames, tally.Empty(), "row");
    private readonly StageOutcome[] _stages = new StageOutcome[tally.Stages.Count];
    private readonly RuleOutcome[] _rules = new RuleOutcome[tally.Rules.Count];

    public void Write(OutcomeColumns outcomes, int count, RowIds ids)
    {
        for (var row = 0; row < count; row++)
        {
            var name = Encoding.UTF8.GetBytes(hasNames ? ids.JsonOf(row) : string.Empty);
            if (outcomes.ErrorOf(row) is { } error)
            {
                _answers.WriteFault(ids.NumberOf(row), name, error);
            }
            else
            {
                outcomes.Read(row, _stages, _rules);
                _answers.WriteOutcomes(ids.NumberOf(row), name, _stages, _rules);
            }

            if (row % MostAtOnce == MostAtOnce - 1)
            {
                _answers.MoveTo(output, _counted, names);
            }
        }

        _answers.MoveTo(output, _counted, names);
        output.Flush();
    }

    public void Dispose() => output.Flush();
}
