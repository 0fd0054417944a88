using Apache.Arrow;
using NegotiationRules.Arrow.Binding;

namespace NegotiationRules.Arrow.Evaluating;

/// <summary>Evaluates all rows of arrays, block by block, on several threads. The memory is used again.</summary>
/// <param name="rules">The rules.</param>
/// <param name="isStrict">Whether the values of facts that no rule reads are looked at too.</param>
internal sealed class RowRun(RuleSet rules, bool isStrict)
{
    private readonly List<RowEvaluator> _workers = [];

    /// <summary>Evaluates the rows.</summary>
    /// <param name="root">The scenario as a field.</param>
    /// <param name="arrays">The arrays of its facts.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="threads">How many threads work at it, at most.</param>
    /// <param name="write">Takes the outcomes of a block: its rows, how many they are, and the place of the first.</param>
    public void Evaluate(
        BoundField root, IReadOnlyList<IArrowArray> arrays, int rows, int threads, Action<RowEvaluator, int, int> write)
    {
        var size = BlockSize.Of(root, arrays, rows);
        var blocks = (rows + size - 1) / size;
        threads = Math.Max(1, Math.Min(threads, blocks));
        while (_workers.Count < threads)
        {
            _workers.Add(new RowEvaluator(rules, isStrict));
        }

        var next = -1;
        void Work(RowEvaluator worker)
        {
            worker.Start();
            for (var block = Interlocked.Increment(ref next); block < blocks; block = Interlocked.Increment(ref next))
            {
                var first = block * size;
                var count = Math.Min(size, rows - first);
                worker.Evaluate(root, arrays, first, count);
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
