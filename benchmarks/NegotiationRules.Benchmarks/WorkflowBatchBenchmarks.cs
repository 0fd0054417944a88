using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>What does a scenario cost when many are evaluated together by the rules of a workflow? Times are for one scenario with its ten
/// outcomes.</summary>
[MemoryDiagnoser]
public class WorkflowBatchBenchmarks
{
    private const int Scenarios = 65_536;

    private readonly RuleSet _rules = TenWorkflowRules.Load().RuleSet;
    private readonly int[] _outcomes = new int[Scenarios];
    private readonly Situation[] _situations = [.. Enumerable.Range(0, Scenarios).Select(Situations.Varied)];
    private ScenarioBatch _batch = null!;

    [GlobalSetup]
    public void Setup()
    {
        _batch = new ScenarioBatch(_rules);
        foreach (var situation in _situations)
        {
            _batch.AddObject(new WorkflowInput { Input = situation }, PropertyNaming.AsDeclared);
        }

        var expected = ByHand();
        Batch();
        for (var i = 0; i < Scenarios; i++)
        {
            var bits = 0;
            for (var rule = 0; rule < _rules.Rules.Count; rule++)
            {
                bits |= _batch.OutcomeOf(i, rule) == RuleOutcome.Satisfied ? 1 << rule : 0;
            }

            if (bits != expected[i])
            {
                throw new InvalidOperationException("The contenders do not agree.");
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Scenarios)]
    public int[] ByHand()
    {
        for (var i = 0; i < _outcomes.Length; i++)
        {
            _outcomes[i] = HandWritten.Evaluate(_situations[i]);
        }

        return _outcomes;
    }

    [Benchmark(OperationsPerInvoke = Scenarios)]
    public int Batch()
    {
        _batch.Evaluate();
        return _batch.CountOf(0, RuleOutcome.Satisfied);
    }
}
