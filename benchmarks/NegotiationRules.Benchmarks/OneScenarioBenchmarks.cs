using System.Text.Json;
using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>What does a verdict on one scenario cost, from a scenario that is kept, from a typed object and from JSON text?</summary>
[MemoryDiagnoser]
public class OneScenarioBenchmarks
{
    private readonly RuleSet _rules = TenRules.Load();
    private Situation _situation = Situations.Mixed();
    private byte[] _json = [];
    private Scenario _kept = null!;

    [GlobalSetup]
    public void Setup()
    {
        // The last one is timed.
        foreach (var situation in new[] { Situations.Pass(), Situations.Mixed() })
        {
            _situation = situation;
            _json = JsonSerializer.SerializeToUtf8Bytes(situation);
            _kept = Scenario.Parse(_json);
            var expected = HandWrittenTyped();
            if (Kept() != expected || Typed() != expected || FromJson() != expected || HandWrittenFromJson() != expected)
            {
                throw new InvalidOperationException("The contenders do not agree.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int HandWrittenTyped() => HandWritten.Evaluate(_situation);

    [Benchmark]
    public int Kept() => TenRules.BitsOf(_rules.Evaluate(_kept));

    [Benchmark]
    public int Typed() => TenRules.BitsOf(_rules.Evaluate(_situation, PropertyNaming.AsDeclared));

    [Benchmark]
    public int HandWrittenFromJson() => HandWritten.Evaluate(JsonSerializer.Deserialize<Situation>(_json)!);

    [Benchmark]
    public int FromJson() => TenRules.BitsOf(_rules.Evaluate(Scenario.Parse(_json)));
}
