using Apache.Arrow;
using NegotiationRules.Arrow.Evaluating;
using NegotiationRules.Arrow.Outcomes;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Streaming;
using NegotiationRules.Cli.Verdicts;

namespace NegotiationRules.Cli.Tables;

/// <summary>Evaluates the rows of a table on all cores, one record batch after the other; the next is read meanwhile, and no
/// more.</summary>
/// <param name="question">What is asked of the rows.</param>
/// <param name="tally">Counts the answers.</param>
internal sealed class TableStream(TableQuestion question, OutcomeTally tally)
{
    private readonly RowRun _run = new(question.Rules, question.IsStrict, question.Holder);
    private readonly RepeatedNames _names = new();
    private readonly StageOutcome[] _stages = new StageOutcome[tally.Stages.Count];
    private readonly RuleOutcome[] _rules = new RuleOutcome[tally.Rules.Count];

    /// <summary>Runs to the end of the input, or until it is stopped; then what was read is answered. Progress and a summary go to standard
    /// error.</summary>
    /// <param name="source">The rows.</param>
    /// <param name="terminal">Where answers and summary go.</param>
    /// <returns>Whether the end was reached.</returns>
    /// <exception cref="TableException">There is no column of what is asked for.</exception>
    /// <exception cref="ScenarioException">A column is no fact, or cannot hold it.</exception>
    /// <exception cref="InvalidDataException">The rows cannot be read on.</exception>
    public bool Run(ITableSource source, Terminal terminal)
    {
        var start = terminal.Clock.GetTimestamp();
        var columns = new RowColumns(source, question.Envelope, question.Rules.Vocabulary);
        var isAtEnd = false;
        using (var sink = TableFiles.Begin(
            question.Wanted, terminal.Output, tally, columns.IdType, question.Envelope.HasNames, _names))
        {
            StreamProgress.Show(terminal, source.Length, tell => isAtEnd = RunAsync(source, columns, sink, tell, terminal.Stop)
                .GetAwaiter().GetResult());
        }

        TallyTable.Print(tally, _names, terminal.Clock.GetElapsedTime(start), isInterrupted: !isAtEnd, terminal, "row");
        return isAtEnd;
    }

    private async Task<bool> RunAsync(
        ITableSource source, RowColumns columns, ITableSink sink, Action<long, long> tell, CancellationToken stop)
    {
        var batches = source.ReadAsync(stop).GetAsyncEnumerator(stop);
        var next = Task.Run(() => batches.MoveNextAsync().AsTask(), CancellationToken.None);
        var before = 0L;
        try
        {
            while (!stop.IsCancellationRequested && await next.ConfigureAwait(false))
            {
                var rows = batches.Current;
                next = Task.Run(() => batches.MoveNextAsync().AsTask(), CancellationToken.None);
                Evaluate(rows, columns, sink, before);
                before += rows.Length;
                tell(source.Done, before);
            }

            return !stop.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            // Whoever still reads must not find the file closed.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await batches.DisposeAsync().ConfigureAwait(false);
        }
    }

    private void Evaluate(RecordBatch rows, RowColumns columns, ITableSink sink, long before)
    {
        var given = columns.FactsOf(rows);
        var outcomes = new OutcomeColumns(tally.Stages, [.. tally.Rules.Select(rule => rule.Id)], rows.Length);
        _run.Evaluate(
            given, Environment.ProcessorCount,
            (block, count, first) => RowOutcomes.Write(block, count, outcomes, first, given.TextOf, question.Holder));
        given.WriteFaults(outcomes);
        columns.WriteFaults(rows, outcomes);
        for (var row = 0; row < rows.Length; row++)
        {
            Count(outcomes, row);
        }

        sink.Write(outcomes, rows.Length, columns.IdsOf(rows, before));
    }

    private void Count(OutcomeColumns outcomes, int row)
    {
        if (outcomes.ErrorOf(row) is not null)
        {
            tally.AddFault();
        }
        else
        {
            outcomes.Read(row, _stages, _rules);
            tally.Add(_stages, _rules);
        }
    }
}
