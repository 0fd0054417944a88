using System.Text.Json;
using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>What do all ten outcomes of one scenario cost: prepared, from a typed object, and with a verdict that has the reasons at
/// hand?</summary>
[MemoryDiagnoser]
public class OneScenarioBenchmarks
{
    private readonly RuleSet _rules = TenRules.Load();
    private readonly ulong[] _bits = new ulong[1];
    private readonly RuleOutcome[] _outcomes = new RuleOutcome[10];
    private ScenarioEvaluator _evaluator = null!;
    private Situation _situation = Situations.Mixed();
    private PreparedScenario _prepared = null!;

    [GlobalSetup]
    public void Setup()
    {
        _evaluator = new ScenarioEvaluator(_rules);

        // The last one is timed.
        foreach (var situation in new[] { Situations.Pass(), Situations.Mixed() })
        {
            _situation = situation;
            _prepared = _rules.Prepare(Scenario.From(situation, PropertyNaming.AsDeclared));
            var expected = ByHand();
            if (
                Prepared() != (ulong)expected
                || Typed() != (ulong)expected
                || WithVerdict() != expected
                || PreparedToOutcomes() != (ulong)expected
            )
            {
                throw new InvalidOperationException("The contenders do not agree.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int ByHand() => HandWritten.Evaluate(_situation);

    [Benchmark]
    public ulong Prepared()
    {
        _evaluator.Evaluate(_prepared);
        _evaluator.CopySatisfied(_bits);
        return _bits[0];
    }

    /// <summary>An outcome for each rule instead of a bit.</summary>
    [Benchmark]
    public ulong PreparedToOutcomes()
    {
        _evaluator.Evaluate(_prepared);
        _evaluator.CopyOutcomes(_outcomes);
        ulong bits = 0;
        for (var i = 0; i < _outcomes.Length; i++)
        {
            bits |= _outcomes[i] == RuleOutcome.Satisfied ? 1ul << i : 0;
        }

        return bits;
    }

    [Benchmark]
    public ulong Typed()
    {
        _evaluator.EvaluateObject(_situation, PropertyNaming.AsDeclared);
        _evaluator.CopySatisfied(_bits);
        return _bits[0];
    }

    /// <summary>By the tree walk, with all that belongs to a verdict.</summary>
    [Benchmark]
    public int WithVerdict() => TenRules.BitsOf(_rules.Evaluate(_prepared.Scenario));
}
