using System.Text.Json;
using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>What do all ten outcomes cost from the UTF-8 JSON of a scenario?</summary>
[MemoryDiagnoser]
public class FromJsonBenchmarks
{
    private readonly RuleSet _rules = TenRules.Load();
    private readonly ulong[] _bits = new ulong[1];
    private ScenarioEvaluator _evaluator = null!;
    private byte[] _json = [];

    [GlobalSetup]
    public void Setup()
    {
        _evaluator = new ScenarioEvaluator(_rules);

        // The last one is timed.
        foreach (var situation in new[] { Situations.Pass(), Situations.Mixed() })
        {
            _json = JsonSerializer.SerializeToUtf8Bytes(situation);
            var expected = HandWritten.Evaluate(situation);
            if (ByHand() != expected || Outcomes() != (ulong)expected || WithVerdict() != expected)
            {
                throw new InvalidOperationException("The contenders do not agree.");
            }
        }
    }

    /// <summary>Deserialised by generated code, then ten conditions in C#.</summary>
    [Benchmark(Baseline = true)]
    public int ByHand() => HandWritten.Evaluate(JsonSerializer.Deserialize(_json, SituationJson.Default.Situation)!);

    [Benchmark]
    public ulong Outcomes()
    {
        _evaluator.EvaluateJson(_json);
        _evaluator.CopySatisfied(_bits);
        return _bits[0];
    }

    /// <summary>Read the plain way and evaluated by the tree walk, with all that belongs to a verdict.</summary>
    [Benchmark]
    public int WithVerdict() => TenRules.BitsOf(_rules.Evaluate(Scenario.Parse(_json)));
}
