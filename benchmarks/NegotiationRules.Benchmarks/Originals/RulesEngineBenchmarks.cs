using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;
using NegotiationRules.RulesEngine;
using RulesEngine.Interfaces;
using ModelParameter = RulesEngine.Models.RuleParameter;

namespace NegotiationRules.Benchmarks.Originals;

/// <summary>What do ten outcomes cost with Microsoft RulesEngine itself, and with the engine that takes its place?</summary>
[MemoryDiagnoser]
public class RulesEngineBenchmarks
{
    private readonly ulong[] _bits = new ulong[1];
    private readonly ScenarioEvaluator _evaluator = new(TenWorkflowRules.Load().RuleSet);
    private readonly IRulesEngine _original = new global::RulesEngine.RulesEngine([TenWorkflowRules.Text]);
    private readonly NegotiationRulesEngine _dropIn = new([TenWorkflowRules.Text]);
    private Situation _situation = Situations.Mixed();
    private WorkflowInput _input = null!;
    private ModelParameter[] _parameters = [];

    [GlobalSetup]
    public void Setup()
    {
        Console.WriteLine(
            $"// {typeof(IRulesEngine).Assembly.GetName()}, {typeof(System.Linq.Dynamic.Core.ParsingConfig).Assembly.GetName()}"
        );

        // The last one is timed.
        foreach (var situation in new[] { Situations.Pass(), Situations.Mixed() })
        {
            _situation = situation;
            _input = new WorkflowInput { Input = situation };
            _parameters = [new ModelParameter("input1", situation)];
            var expected = ByHand();
            if (Typed() != (ulong)expected || DropIn() != expected || RulesEngine() != expected)
            {
                throw new InvalidOperationException("The contenders do not agree.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int ByHand() => HandWritten.Evaluate(_situation);

    /// <summary>The outcomes alone, here.</summary>
    [Benchmark]
    public ulong Typed()
    {
        _evaluator.EvaluateObject(_input, PropertyNaming.AsDeclared);
        _evaluator.CopySatisfied(_bits);
        return _bits[0];
    }

    /// <summary>The same call and the same results as in <see cref="RulesEngine"/>.</summary>
    [Benchmark]
    public int DropIn() => BitsOf(_dropIn);

    [Benchmark]
    public int RulesEngine() => BitsOf(_original);

    private int BitsOf(IRulesEngine engine)
    {
        var results = engine.ExecuteAllRulesAsync(TenWorkflowRules.Name, _parameters).AsTask().GetAwaiter().GetResult();
        var bits = 0;
        for (var i = 0; i < results.Count; i++)
        {
            bits |= results[i].IsSuccess ? 1 << i : 0;
        }

        return bits;
    }
}
