using System.Text.Json;
using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;
using NegotiationRules.Generation;
using AllKnownRules = NegotiationRules.Benchmarks.Written.AllKnown.TenRulesRules;
using ThreeValuedRules = NegotiationRules.Benchmarks.Written.TenRulesRules;
using ThreeValuedScenario = NegotiationRules.Benchmarks.Written.TenRulesScenario;

namespace NegotiationRules.Benchmarks;

/// <summary>What do all ten outcomes cost where the rules are written out as C#, or compiled at run time: for objects in which all is known,
/// and where any fact may be unknown?</summary>
/// <remarks>The code is made when this project is built. All agree on the two situations and on a thousand others.</remarks>
[MemoryDiagnoser]
public class GeneratedCodeBenchmarks
{
    private const int Varied = 1000;

    private static readonly ObjectOptions AsDeclared = new() { Naming = PropertyNaming.AsDeclared };

    private readonly RuleSet _rules = TenRules.Load();
    private readonly ulong[] _satisfied = new ulong[1];
    private CompiledEvaluator<Situation> _compiled = null!;
    private Situation _situation = null!;
    private ThreeValuedScenario _scenario = null!;

    [Params("pass", "mixed")]
    public string Case { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        _compiled = _rules.CompileFor<Situation>(AsDeclared);
        if (!_compiled.IsCompiled)
        {
            throw new InvalidOperationException(string.Join('\n', _compiled.Fallbacks));
        }

        for (var number = 0; number < Varied; number++)
        {
            Take(Situations.Varied(number));
        }

        Take(Case == "pass" ? Situations.Pass() : Situations.Mixed());
    }

    [Benchmark(Baseline = true)]
    public int ByHand() => HandWritten.Evaluate(_situation);

    /// <summary>Of the same object.</summary>
    [Benchmark]
    public ulong AllKnown() => AllKnownRules.Evaluate(_situation).Satisfied;

    /// <summary>Of an object of the types that are written with the rules.</summary>
    [Benchmark]
    public ulong ThreeValued() => ThreeValuedRules.Evaluate(_scenario).Satisfied;

    /// <summary>Of the same object as by hand, of which anything may be unknown.</summary>
    [Benchmark]
    public ulong CompiledAtRunTime()
    {
        _compiled.Evaluate(_situation);
        _compiled.CopySatisfied(_satisfied);
        return _satisfied[0];
    }

    private void Take(Situation situation)
    {
        _situation = situation;
        _scenario = JsonSerializer.Deserialize<ThreeValuedScenario>(JsonSerializer.Serialize(situation))!;
        var expected = TenRules.BitsOf(_rules.Evaluate(Scenario.From(situation, PropertyNaming.AsDeclared)));
        if (ByHand() != expected || AllKnown() != (ulong)expected || ThreeValued() != (ulong)expected
            || CompiledAtRunTime() != (ulong)expected)
        {
            throw new InvalidOperationException("The contenders do not agree.");
        }
    }
}
