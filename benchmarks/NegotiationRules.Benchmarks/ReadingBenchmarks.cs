using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;
using Newtonsoft.Json;

namespace NegotiationRules.Benchmarks;

/// <summary>How long does it take from the text of a rule file to rules that can be evaluated? Beside it, what reading the tokens alone
/// takes.</summary>
/// <remarks>Without concurrent collection, as in the tool: what is read is kept, and a collector that works beside it takes half of two
/// cores.</remarks>
[MemoryDiagnoser]
[GcConcurrent(false)]
public class ReadingBenchmarks
{
    private string _text = string.Empty;

    [Params(10, 1_000, 10_000, 100_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _text = TenRules.Generate(Rules);
        if (CountIds() != Rules || Read() != Rules)
        {
            throw new InvalidOperationException("The contenders do not find the same number of rules.");
        }
    }

    /// <summary>The floor: no tree, no types, no names; only the ids are counted.</summary>
    [Benchmark(Baseline = true)]
    public int CountIds()
    {
        using var reader = new JsonTextReader(new StringReader(_text));
        var ids = 0;
        while (reader.Read())
        {
            ids += reader is { TokenType: JsonToken.PropertyName, Value: "id" } ? 1 : 0;
        }

        return ids;
    }

    [Benchmark]
    public int Read() => RuleSet.Parse(_text, TenRules.Options).Rules.Count;
}
