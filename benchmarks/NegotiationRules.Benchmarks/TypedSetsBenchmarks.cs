using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>What do all outcomes of a shipped rule set cost for one scenario, of rules and of stages, where facts may be unknown: by hand,
/// from the same object, and prepared?</summary>
/// <remarks>They agree on all scenarios that ship, on those of the tests, and on a thousand made of these.</remarks>
[MemoryDiagnoser]
public class TypedSetsBenchmarks
{
    private const int Varied = 1000;

    private TypedSet _set = null!;
    private ScenarioEvaluator _evaluator = null!;
    private PreparedScenario _prepared = null!;

    [Params("four-empires/khan-threatens", "security-guarantees/everything-met")]
    public string Case { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        var parts = Case.Split('/');
        _set = TypedSet.Load(parts[0], parts[1]);
        _evaluator = new ScenarioEvaluator(_set.Rules);
        _prepared = _set.Rules.Prepare(_set.Scenario);
        Console.WriteLine($"// agreed on {_set.Agree(Varied)} scenarios");
        ByHand();
        var (rules, stages) = (_set.RuleOutcomes.ToArray(), _set.StageOutcomes.ToArray());
        foreach (var contender in new[] { Typed, Prepared })
        {
            contender();
            if (!_set.RuleOutcomes.SequenceEqual(rules) || !_set.StageOutcomes.SequenceEqual(stages))
            {
                throw new InvalidOperationException("The contenders do not agree.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public StageOutcome ByHand()
    {
        _set.ByHand();
        return _set.StageOutcomes[0];
    }

    [Benchmark]
    public StageOutcome Typed()
    {
        _set.Typed(_evaluator);
        return Copied();
    }

    [Benchmark]
    public StageOutcome Prepared()
    {
        _evaluator.Evaluate(_prepared);
        return Copied();
    }

    private StageOutcome Copied()
    {
        _evaluator.CopyOutcomes(_set.RuleOutcomes);
        for (var stage = 0; stage < _set.StageOutcomes.Length; stage++)
        {
            _set.StageOutcomes[stage] = _evaluator.OutcomeOfStage(stage);
        }

        return _set.StageOutcomes[0];
    }
}
