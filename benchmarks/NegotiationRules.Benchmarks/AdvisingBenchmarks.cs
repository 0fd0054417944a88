using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>What does it cost to tell what it would take: the first remedy, and all of them? Beside it, what the verdict alone
/// takes.</summary>
[MemoryDiagnoser]
public class AdvisingBenchmarks
{
    private RuleSet _rules = null!;
    private Scenario _scenario = null!;
    private Verdict _verdict = null!;
    private string _stage = string.Empty;

    [Params("security-guarantees/postponed/talks", "council-of-the-eu/abstentions-block/adoption", "four-empires/khan-threatens/ultimatum")]
    public string Case { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        var parts = Case.Split('/');
        _rules = RuleSet.Load(ShippedRules.At(parts[0]));
        _scenario = Scenario.Load(Path.Combine(ShippedRules.At(parts[0]), "scenarios", $"{parts[1]}.scenario.json"));
        _stage = parts[2];
        _verdict = _rules.Evaluate(_scenario);
        if (First() is not { } first || _rules.Evaluate(first.Scenario).Stage(_stage).Outcome != StageOutcome.Valid)
        {
            throw new InvalidOperationException("The remedy is none.");
        }
    }

    [Benchmark(Baseline = true)]
    public Verdict Verdict() => _rules.Evaluate(_scenario);

    [Benchmark]
    public Remedy? First() => _verdict.Remedies(_stage).FirstOrDefault();

    [Benchmark]
    public Advice Advise() => _verdict.Advise(_stage);
}
