using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Native.Columns;

/// <summary>Evaluates blocks of scenarios: fills a batch, evaluates it, writes the outcomes. One for each thread.</summary>
internal sealed unsafe class ColumnWorker
{
    // Texts that no rule names keep their codes as long as a batch lives, and a caller may have others each time.
    private const int MostTexts = 65_536;

    private readonly RuleSet _rules;
    private ScenarioBatch _batch = null!;
    private BlockFiller _filler = null!;
    private OutcomeWriter _writer = null!;

    public ColumnWorker(RuleSet rules)
    {
        _rules = rules;
        Begin();
    }

    /// <summary>What knows the columns of the rules.</summary>
    public ColumnFiller Filler { get; private set; } = null!;

    /// <summary>Makes ready for another call.</summary>
    public void Start()
    {
        if (Filler.Texts.Count > MostTexts)
        {
            Begin();
        }

        _filler.Clear();
    }

    /// <summary>Evaluates some scenarios.</summary>
    /// <returns>What is wrong with the first of them that has faults instead of outcomes; <see langword="null"/> if none has.</returns>
    public string? Evaluate(ColumnSet set, long first, int count, OutcomesStruct* outcomes)
    {
        _filler.Fill(set, first, count);
        _batch.Evaluate();
        _writer.Write(outcomes, first);
        return _batch.HasFaulty ? FaultOf(first) : null;
    }

    private string FaultOf(long first)
    {
        var scenario = Enumerable.Range(0, _batch.Count).First(scenario => _batch.DiagnosticsOf(scenario).Count > 0);
        return $"Scenario {first + scenario} has no outcomes: {_batch.DiagnosticsOf(scenario)[0].Message}.";
    }

    private void Begin()
    {
        _batch = new ScenarioBatch(_rules);
        Filler = _batch.BeginColumns(0).Filler;
        _filler = new BlockFiller(_batch);
        _writer = new OutcomeWriter(_batch);
    }
}
