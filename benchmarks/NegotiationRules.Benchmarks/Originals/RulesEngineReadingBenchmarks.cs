using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;
using NegotiationRules.RulesEngine;
using NegotiationRules.Workflows;
using RulesEngine.Interfaces;
using ModelParameter = RulesEngine.Models.RuleParameter;

namespace NegotiationRules.Benchmarks.Originals;

/// <summary>How long does it take from the text of a workflow to the first ten outcomes, in a process that is warm? RulesEngine compiles
/// expressions when it is first asked.</summary>
[MemoryDiagnoser]
public class RulesEngineReadingBenchmarks
{
    private readonly Situation _situation = Situations.Mixed();

    [GlobalSetup]
    public void Setup()
    {
        var expected = HandWritten.Evaluate(_situation);
        if (Here() != expected || DropIn() != expected || RulesEngine() != expected)
        {
            throw new InvalidOperationException("The contenders do not agree.");
        }
    }

    [Benchmark(Baseline = true)]
    public int Here() =>
        TenWorkflowRules.BitsOf(
            WorkflowFile
                .Parse(TenWorkflowRules.Text, TenWorkflowRules.Options)
                .Workflows[0]
                .Evaluate(TenWorkflowRules.ScenarioOf(_situation))
        );

    [Benchmark]
    public int DropIn() => FirstOutcomes(new NegotiationRulesEngine([TenWorkflowRules.Text]));

    [Benchmark]
    public int RulesEngine() => FirstOutcomes(new global::RulesEngine.RulesEngine([TenWorkflowRules.Text]));

    private int FirstOutcomes(IRulesEngine engine)
    {
        var results = engine
            .ExecuteAllRulesAsync(TenWorkflowRules.Name, new ModelParameter("input1", _situation))
            .AsTask()
            .GetAwaiter()
            .GetResult();
        var bits = 0;
        for (var i = 0; i < results.Count; i++)
        {
            bits |= results[i].IsSuccess ? 1 << i : 0;
        }

        return bits;
    }
}
