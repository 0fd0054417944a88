using NegotiationRules.Native.Calls;

namespace NegotiationRules.Native.Columns;

/// <summary>The blocks of a call: whoever is free takes the next.</summary>
internal sealed unsafe class BlockRun(ColumnSet set, long count, int stretch, OutcomesStruct* outcomes)
{
    private readonly Lock _lock = new();
    private long _next;
    private (long First, CallException Fault)? _fault;
    private (long First, string Message)? _faulty;

    /// <returns>What is wrong with the first scenario that has faults instead of outcomes; <see langword="null"/> if none has.</returns>
    /// <exception cref="CallException">A value is not one of its type; of several, the one in the first block.</exception>
    public string? Run(List<ColumnWorker> workers, int threads)
    {
        threads = (int)Math.Max(1, Math.Min(threads, (count + stretch - 1) / stretch));
        if (threads == 1)
        {
            Work(workers[0]);
        }
        else
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, worker => Work(workers[worker]));
        }

        return _fault is { } fault ? throw fault.Fault : _faulty?.Message;
    }

    // Blocks are taken in their order, so where one has a fault, all before it have been taken and are worked out.
    private void Work(ColumnWorker worker)
    {
        while (Take() is { } first)
        {
            try
            {
                if (worker.Evaluate(set, first, (int)Math.Min(stretch, count - first), outcomes) is { } message)
                {
                    Note(first, message);
                }
            }
            catch (CallException fault)
            {
                Note(first, fault);
            }
        }
    }

    private long? Take()
    {
        lock (_lock)
        {
            if (_fault is not null || _next >= count)
            {
                return null;
            }

            _next += stretch;
            return _next - stretch;
        }
    }

    private void Note(long first, CallException fault)
    {
        lock (_lock)
        {
            _fault = _fault is { } other && other.First < first ? other : (first, fault);
        }
    }

    private void Note(long first, string message)
    {
        lock (_lock)
        {
            _faulty = _faulty is { } other && other.First < first ? other : (first, message);
        }
    }
}
