using NegotiationRules.Native.Calls;

namespace NegotiationRules.Native.Columns;

/// <summary>What a thread evaluates with: memory that is used again.</summary>
internal sealed unsafe class Evaluator(RuleSet rules)
{
    // As many as are good for the batch; where scenarios have many elements, fewer.
    private const int MostScenarios = 8192;
    private const int MostElements = 65_536;
    private const int MostThreads = 1024;

    private readonly Lazy<HashSet<string>> _facts = new(() => rules.Vocabulary.Facts().Select(fact => fact.Path).ToHashSet());
    private readonly List<ColumnWorker> _workers = [];
    private ScenarioEvaluator? _one;
    private int _isBusy;

    public RuleSet Rules => rules;

    /// <summary>Does something that no other thread may do at the same time.</summary>
    /// <exception cref="CallException">One does.</exception>
    public void Alone(Action action)
    {
        if (Interlocked.Exchange(ref _isBusy, 1) != 0)
        {
            throw new CallException(Status.Busy, "The evaluator is at work on another thread: make one for each.");
        }

        try
        {
            action();
        }
        finally
        {
            Volatile.Write(ref _isBusy, 0);
        }
    }

    /// <summary>Evaluates one scenario in JSON.</summary>
    public ScenarioEvaluator Evaluate(ReadOnlySpan<byte> json)
    {
        _one ??= new ScenarioEvaluator(rules);
        _one.EvaluateJson(json);
        return _one;
    }

    /// <summary>Evaluates scenarios whose facts lie side by side.</summary>
    /// <returns>What is wrong with the first scenario that has faults instead of outcomes; <see langword="null"/> if none has.</returns>
    public string? Evaluate(long count, ReadOnlySpan<ColumnStruct> columns, OutcomesStruct* outcomes)
    {
        if (rules.FirstRuleThatWalks is { } walks)
        {
            throw new CallException(Status.NotInColumns,
                $"The rule '{walks.Id}' has a condition that is evaluated fact by fact (a selection, a duration that is a fact, or "
                    + "reckoning in floating point), which takes whole scenarios: evaluate them one by one.");
        }

        var threads = Math.Clamp(outcomes->Threads, 1, MostThreads);
        while (_workers.Count < threads)
        {
            _workers.Add(new ColumnWorker(rules));
        }

        var set = ColumnSet.Bind(_workers[0].Filler, _facts, count, columns);
        var blocks = new BlockRun(set, count, StretchOf(set, count), outcomes);
        foreach (var worker in _workers.Take(threads))
        {
            worker.Start();
        }

        return blocks.Run(_workers, threads);
    }

    // A multiple of 64, so that no two blocks share a word of bits.
    private static int StretchOf(ColumnSet set, long count)
    {
        var most = set.Levels.Max(level => level?.Total ?? 0);
        var stretch = MostScenarios;
        while (stretch > 64 && (Int128)stretch * most > (Int128)MostElements * Math.Max(1, count))
        {
            stretch /= 2;
        }

        return stretch;
    }
}
