using System.Text;
using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>What does the reason cost on top of the verdict?</summary>
[MemoryDiagnoser]
public class ExplainingBenchmarks
{
    private readonly RuleSet _rules = TenRules.Load();
    private readonly Situation _situation = Situations.Mixed();
    private Verdict _verdict = null!;

    [GlobalSetup]
    public void Setup()
    {
        _verdict = _rules.Evaluate(_situation, PropertyNaming.AsDeclared);
        var text = Explained();
        foreach (var id in HandWrittenReasons().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(':')[0]))
        {
            if (!text.Contains(id, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The explanation says nothing of {id}.");
            }
        }
    }

    /// <summary>The floor: a fixed sentence for each rule that is violated, which names no delegate.</summary>
    [Benchmark(Baseline = true)]
    public string HandWrittenReasons()
    {
        var satisfied = HandWritten.Evaluate(_situation);
        var text = new StringBuilder();
        for (var i = 0; i < _rules.Rules.Count; i++)
        {
            if ((satisfied & (1 << i)) == 0)
            {
                text.Append(_rules.Rules[i].Id).Append(": violated\n");
            }
        }

        return text.ToString();
    }

    [Benchmark]
    public string Explained() => _verdict.Explain().ToText();

    [Benchmark]
    public string Line() => _verdict.ToString();
}
