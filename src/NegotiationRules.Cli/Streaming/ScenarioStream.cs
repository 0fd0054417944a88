namespace NegotiationRules.Cli.Streaming;

/// <summary>Reads lines, has them evaluated, and writes the answers, in constant memory however many there are.</summary>
internal static class ScenarioStream
{
    /// <summary>Runs to the end of the input, or until it is stopped; then what was read is answered. Progress and a summary go to standard error.</summary>
    /// <param name="input">The lines.</param>
    /// <param name="hasNames">Whether the scenarios have names in their lines.</param>
    /// <param name="evaluator">What makes answers of them.</param>
    /// <param name="tally">Counts the answers.</param>
    /// <param name="terminal">Where answers and summary go.</param>
    /// <returns>Whether the end was reached.</returns>
    public static bool Run(Stream input, bool hasNames, ILineEvaluator evaluator, Tally tally, Terminal terminal)
    {
        var start = terminal.Clock.GetTimestamp();
        var lines = new LineReader(input);
        using var answers = new AnswerWriter(terminal.Output, hasNames, tally);
        var isAtEnd = false;
        StreamProgress.Show(terminal, input.CanSeek ? input.Length : null, tell =>
            isAtEnd = Answer(lines, evaluator, answers, () => tell(lines.BytesRead, tally.Scenarios + tally.Faults), terminal.Stop));
        TallyTable.Print(tally, terminal.Clock.GetElapsedTime(start), isInterrupted: !isAtEnd, terminal);
        return isAtEnd;
    }

    private static bool Answer(LineReader lines, ILineEvaluator evaluator, AnswerWriter answers, Action tell, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var batch = lines.ReadAsync(stop).AsTask().GetAwaiter().GetResult();
                if (batch.Count == 0)
                {
                    return true;
                }

                evaluator.Evaluate(batch, answers);

                // The next read may have to wait; whoever waits for answers at the other end gets them first.
                answers.Flush();
                tell();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // All that was read has been answered.
        }

        return false;
    }
}
