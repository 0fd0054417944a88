using System.Diagnostics;

namespace NegotiationRules.Analysis.Sweeps;

/// <summary>Goes through the scenarios of a sweep from one place to another, on several threads, round by round: after each round it is
/// known what was counted, and from where to go on.</summary>
/// <param name="plan">The sweep.</param>
/// <param name="threads">How many threads work at it.</param>
internal sealed class SweepRunner(SweepPlan plan, int threads)
{
    // Long enough that nobody waits for the slowest, short enough that a sweep can be stopped. What is counted does not hang on it.
    private static readonly TimeSpan GoodRound = TimeSpan.FromMilliseconds(200);
    private const int MostBlocks = 4_096;

    /// <summary>Goes on until all is done, or somebody wants an end.</summary>
    /// <param name="tally">What was counted so far, of the first scenarios.</param>
    /// <param name="start">The first scenario of all.</param>
    /// <param name="end">Behind the last.</param>
    /// <param name="tell">Is told after each round.</param>
    /// <param name="cancellation">Ends it after the round.</param>
    public void Run(SweepTally tally, long start, long end, Action? tell, CancellationToken cancellation)
    {
        var (block, blocks) = (plan.BlockOf(), threads);
        var workers = new SweepWorker[threads];
        for (var at = start + tally.Done; at < end && !cancellation.IsCancellationRequested;)
        {
            var begun = Stopwatch.GetTimestamp();
            var count = Math.Min((long)block * blocks, end - at);
            RunRound(workers, at, count, block);
            foreach (var worker in workers)
            {
                worker?.MoveTo(tally);
            }

            at += count;
            tell?.Invoke();
            blocks = Stopwatch.GetElapsedTime(begun) < GoodRound ? Math.Min(blocks * 2, MostBlocks) : Math.Max(threads, blocks / 2);
        }
    }

    // Whoever is free takes the next block.
    private void RunRound(SweepWorker[] workers, long first, long count, int block)
    {
        var next = 0;
        var blocks = (int)((count + block - 1) / block);
        try
        {
            Parallel.For(0, Math.Min(threads, blocks), new ParallelOptions { MaxDegreeOfParallelism = threads }, worker =>
            {
                workers[worker] ??= new SweepWorker(plan);
                for (var mine = Interlocked.Increment(ref next) - 1; mine < blocks; mine = Interlocked.Increment(ref next) - 1)
                {
                    var from = (long)mine * block;
                    workers[worker].Evaluate(first + from, (int)Math.Min(block, count - from));
                }
            });
        }
        catch (AggregateException fault)
        {
            // What is wrong with one is what the caller is told, and not that it happened on a thread.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(fault.Flatten().InnerExceptions[0]);
        }
    }
}
