using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>What do ever more rules cost for one scenario?</summary>
[MemoryDiagnoser]
public class ManyRulesBenchmarks
{
    private Situation _situation = Situations.Mixed();
    private Func<Situation, bool>[] _closures = [];
    private ulong[] _satisfied = [];
    private RuleOutcome[] _outcomes = [];
    private ScenarioEvaluator _evaluator = null!;
    private PreparedScenario _prepared = null!;

    [Params(10, 100, 1_000, 10_000, 100_000, 1_000_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _closures = RuleClosures.Make(Rules);
        _satisfied = new ulong[(Rules + 63) / 64];
        _outcomes = new RuleOutcome[Rules];
        var rules = RuleSet.Parse(TenRules.Generate(Rules), TenRules.Options);
        _evaluator = new ScenarioEvaluator(rules);

        // The last one is timed.
        foreach (var situation in new[] { Situations.Pass(), Situations.Mixed() })
        {
            _situation = situation;
            _prepared = rules.Prepare(Scenario.From(situation, PropertyNaming.AsDeclared));
            Closures();
            var expected = _satisfied.ToArray();
            ToBits();
            ToOutcomes();
            if (
                !_satisfied.AsSpan().SequenceEqual(expected)
                || _outcomes.Where((outcome, i) => outcome == RuleOutcome.Satisfied != ((expected[i >> 6] >> i & 1) != 0)).Any()
            )
            {
                throw new InvalidOperationException("The contenders do not agree.");
            }
        }
    }

    /// <summary>A closure for each rule, a bit for each that holds.</summary>
    [Benchmark(Baseline = true)]
    public ulong Closures()
    {
        RuleClosures.Evaluate(_closures, _situation, _satisfied);
        return _satisfied[0];
    }

    [Benchmark]
    public ulong ToBits()
    {
        _evaluator.Evaluate(_prepared);
        _evaluator.CopySatisfied(_satisfied);
        return _satisfied[0];
    }

    [Benchmark]
    public RuleOutcome ToOutcomes()
    {
        _evaluator.Evaluate(_prepared);
        _evaluator.CopyOutcomes(_outcomes);
        return _outcomes[0];
    }

    /// <summary>No single rule is asked for.</summary>
    [Benchmark]
    public StageOutcome ToStage()
    {
        _evaluator.Evaluate(_prepared);
        return _evaluator.OutcomeOfStage(0);
    }
}
