using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;
using NegotiationRules.Workflows;
using Newtonsoft.Json;

namespace NegotiationRules.Benchmarks;

/// <summary>How long does it take from the text of a workflow file to rules that can be evaluated, with the types of the inputs given and
/// inferred? Beside it, what reading the tokens alone takes.</summary>
[MemoryDiagnoser]
[GcConcurrent(false)]
public class WorkflowReadingBenchmarks
{
    private readonly string _text = TenWorkflowRules.Text;

    [GlobalSetup]
    public void Setup()
    {
        if (CountRules() != 10 || Read() != 10 || ReadAndInfer() != 10)
        {
            throw new InvalidOperationException("The contenders do not find the same number of rules.");
        }
    }

    /// <summary>The floor: no expression is looked at; only the names of the rules are counted.</summary>
    [Benchmark(Baseline = true)]
    public int CountRules()
    {
        using var reader = new JsonTextReader(new StringReader(_text));
        var rules = 0;
        while (reader.Read())
        {
            rules += reader is { TokenType: JsonToken.PropertyName, Value: "RuleName" } ? 1 : 0;
        }

        return rules;
    }

    [Benchmark]
    public int Read() => WorkflowFile.Parse(_text, TenWorkflowRules.Options).Workflows[0].RuleSet.Rules.Count;

    [Benchmark]
    public int ReadAndInfer() => WorkflowFile.Parse(_text).Workflows[0].RuleSet.Rules.Count;
}
