using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;
using NegotiationRules.Workflows;

namespace NegotiationRules.Benchmarks;

/// <summary>What do the ten outcomes of a Microsoft RulesEngine workflow cost for one scenario: prepared, from a typed object, and with a
/// verdict that has messages and reasons at hand?</summary>
[MemoryDiagnoser]
public class WorkflowsBenchmarks
{
    private readonly Workflow _workflow = TenWorkflowRules.Load();
    private readonly ulong[] _bits = new ulong[1];
    private ScenarioEvaluator _evaluator = null!;
    private Situation _situation = Situations.Mixed();
    private WorkflowInput _input = null!;
    private PreparedScenario _prepared = null!;

    [GlobalSetup]
    public void Setup()
    {
        _evaluator = new ScenarioEvaluator(_workflow.RuleSet);

        // The last one is timed.
        foreach (var situation in new[] { Situations.Pass(), Situations.Mixed() })
        {
            _situation = situation;
            _input = new WorkflowInput { Input = situation };
            _prepared = _workflow.RuleSet.Prepare(TenWorkflowRules.ScenarioOf(situation));
            var expected = ByHand();
            if (Prepared() != (ulong)expected || Typed() != (ulong)expected || WithVerdict() != expected)
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

    [Benchmark]
    public ulong Typed()
    {
        _evaluator.EvaluateObject(_input, PropertyNaming.AsDeclared);
        _evaluator.CopySatisfied(_bits);
        return _bits[0];
    }

    /// <summary>By the tree walk, with all that belongs to a verdict of a workflow.</summary>
    [Benchmark]
    public int WithVerdict() => TenWorkflowRules.BitsOf(_workflow.Evaluate(_prepared.Scenario));
}
