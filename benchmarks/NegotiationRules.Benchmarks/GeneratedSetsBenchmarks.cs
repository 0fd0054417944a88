using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;
using NegotiationRules.Text;

namespace NegotiationRules.Benchmarks;

/// <summary>What do all outcomes of a shipped rule set cost for one scenario where the rules are written out as C#, and facts may be
/// unknown?</summary>
/// <remarks>The code is made when this project is built. All agree on the scenarios that ship, on those of the tests, and on others made
/// of these.</remarks>
[MemoryDiagnoser]
public class GeneratedSetsBenchmarks
{
    private const int Varied = 1000;

    private WrittenSet _written = null!;
    private TypedSet _set = null!;

    [Params("security-guarantees/everything-met")]
    public string Case { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        var parts = Case.Split('/');
        _written = WrittenSet.Of(parts[0]);
        _set = TypedSet.Load(parts[0], parts[1], _written);
        Console.WriteLine($"// agreed on {_set.Agree(Varied)} scenarios");
        if (!_written.TryTake(_set.Scenario.Bind(_set.Rules.Vocabulary, new DiagnosticBag())))
        {
            throw new InvalidOperationException($"{Case} fits no object of generated code.");
        }

        ByHand();
        var (rules, stages) = (_set.RuleOutcomes.ToArray(), _set.StageOutcomes.ToArray());
        WrittenToOutcomes();
        if (!_set.RuleOutcomes.SequenceEqual(rules) || !_set.StageOutcomes.SequenceEqual(stages))
        {
            throw new InvalidOperationException("The contenders do not agree.");
        }
    }

    [Benchmark(Baseline = true)]
    public StageOutcome ByHand()
    {
        _set.ByHand();
        return _set.StageOutcomes[0];
    }

    /// <summary>As it is used: a bit for each rule.</summary>
    [Benchmark]
    public ulong Written() => _written.Bits();

    /// <summary>With an outcome for each rule and stage, as by hand.</summary>
    [Benchmark]
    public StageOutcome WrittenToOutcomes()
    {
        _written.Evaluate(_set.RuleOutcomes, _set.StageOutcomes);
        return _set.StageOutcomes[0];
    }
}
