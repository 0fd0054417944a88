using System.Threading.Channels;
using NegotiationRules.Cli.Output;
using NegotiationRules.Cli.Verdicts;

namespace NegotiationRules.Cli.Streaming;

/// <summary>Reads lines, has them evaluated on all cores, and writes the answers in the order of the lines; in constant memory, however
/// many there are.</summary>
/// <remarks>There are a few blocks, each with memory of its own. Whoever reads waits for one to come back from whoever writes, so nobody
/// runs ahead.</remarks>
internal sealed class ScenarioStream
{
    // A line is answered by an outcome for each rule: where there are many rules, a block has fewer lines than there would be room for, but
    // never only a few.
    private const int MostOutcomes = 2_000_000;
    private const int FewLines = 256;

    private readonly LineReader _lines;
    private readonly Stream _output;
    private readonly OutcomeTally _tally;
    private readonly RepeatedNames _names = new();
    private readonly Channel<StreamBlock> _free = Channel.CreateUnbounded<StreamBlock>();
    private readonly Channel<StreamBlock> _begun = Channel.CreateUnbounded<StreamBlock>();

    private ScenarioStream(Stream input, Stream output, OutcomeTally tally)
    {
        _lines = new LineReader(input, mostLines: Math.Max(FewLines, MostOutcomes / Math.Max(1, tally.Rules.Count)));
        _output = output;
        _tally = tally;
    }

    /// <summary>Runs to the end of the input, or until it is stopped; then what was read is answered. Progress and a summary go to standard
    /// error.</summary>
    /// <param name="input">The lines.</param>
    /// <param name="newAnswers">Makes what keeps answers; as many as blocks are under way at a time.</param>
    /// <param name="newEvaluator">Makes what makes answers of lines; as many.</param>
    /// <param name="tally">Counts the answers.</param>
    /// <param name="terminal">Where answers and summary go.</param>
    /// <returns>Whether the end was reached.</returns>
    public static bool Run(
        Stream input, Func<IAnswers> newAnswers, Func<ILineEvaluator> newEvaluator, OutcomeTally tally, Terminal terminal
    )
    {
        var start = terminal.Clock.GetTimestamp();
        var stream = new ScenarioStream(input, terminal.Output, tally);

        // One for each core, one that is read and one that is written.
        for (var i = 0; i < Environment.ProcessorCount + 2; i++)
        {
            stream._free.Writer.TryWrite(new StreamBlock(newEvaluator(), newAnswers()));
        }

        var isAtEnd = false;
        StreamProgress.Show(terminal, input.CanSeek ? input.Length : null, tell => isAtEnd = stream.Run(tell, terminal.Stop));
        TallyTable.Print(tally, stream._names, terminal.Clock.GetElapsedTime(start), isInterrupted: !isAtEnd, terminal);
        return isAtEnd;
    }

    private bool Run(Action<long, long> tell, CancellationToken stop)
    {
        var writing = Task.Run(() => WriteAsync(tell), CancellationToken.None);
        var reading = Task.Run(() => ReadAsync(stop), CancellationToken.None);

        // Whoever writes ends after whoever reads, or fails alone and need not wait for the input.
        writing.GetAwaiter().GetResult();
        return reading.GetAwaiter().GetResult();
    }

    private async Task<bool> ReadAsync(CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var block = await _free.Reader.ReadAsync(stop).ConfigureAwait(false);
                await _lines.ReadAsync(block.Lines, stop).ConfigureAwait(false);
                if (block.Lines.Lines.Count == 0)
                {
                    return true;
                }

                block.Start();
                _begun.Writer.TryWrite(block);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // All that was read gets its answers.
        }
        catch (ChannelClosedException)
        {
            // Nobody writes any more; whoever wrote says why.
        }
        finally
        {
            _begun.Writer.TryComplete();
        }

        return false;
    }

    private async Task WriteAsync(Action<long, long> tell)
    {
        try
        {
            await foreach (var block in _begun.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await block.Evaluation.ConfigureAwait(false);
                block.Answers.MoveTo(_output, _tally, _names);

                // The next block may have to wait for its input; whoever waits for answers at the other end gets these first.
                _output.Flush();
                tell(_lines.BytesRead, _tally.Scenarios + _tally.Faults);
                _free.Writer.TryWrite(block);
            }
        }
        finally
        {
            _free.Writer.TryComplete();
        }
    }
}
