namespace NegotiationRules.Arrow.Evaluating;

/// <summary>Evaluates all rows of arrays, block by block, on several threads. The memory is used again.</summary>
/// <param name="rules">The rules.</param>
/// <param name="isStrict">Whether the values of facts that no rule reads are looked at too.</param>
/// <param name="holder">Whose rules alone count; <see langword="null"/> for all.</param>
internal sealed class RowRun(RuleSet rules, bool isStrict, string? holder = null)
{
    private readonly List<RowEvaluator> _workers = [];

    /// <summary>Evaluates the rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="threads">How many threads work at it, at most.</param>
    /// <param name="write">Takes the outcomes of a block: its rows, how many they are, and the place of the first.</param>
    public void Evaluate(GivenRows rows, int threads, Action<RowEvaluator, int, int> write)
    {
        var size = BlockSize.Of(rows.Root, rows.Arrays, rows.Count);
        var blocks = (rows.Count + size - 1) / size;
        threads = Math.Max(1, Math.Min(threads, blocks));
        while (_workers.Count < threads)
        {
            _workers.Add(new RowEvaluator(rules, isStrict, takesNoColumns: holder is not null));
        }

        var next = -1;
        void Work(RowEvaluator worker)
        {
            worker.Start();
            for (var block = Interlocked.Increment(ref next); block < blocks; block = Interlocked.Increment(ref next))
            {
                var first = block * size;
                var count = Math.Min(size, rows.Count - first);
                worker.Evaluate(rows.Root, rows.Arrays, first, count);
                write(worker, count, first);
            }
        }

        if (threads == 1)
        {
            Work(_workers[0]);
        }
        else
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, worker => Work(_workers[worker]));
        }
    }
}
