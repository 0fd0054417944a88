using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;
using RulesEngine.Interfaces;
using ModelParameter = RulesEngine.Models.RuleParameter;

namespace NegotiationRules.Benchmarks.Peers;

/// <summary>What do ten outcomes of one typed scenario cost with the other engines for .NET, each given the same ten rules in its own
/// words?</summary>
[MemoryDiagnoser]
public class PeersBenchmarks
{
    private readonly ulong[] _bits = new ulong[1];
    private readonly ScenarioEvaluator _evaluator = new(TenRules.Load());
    private readonly Func<Situation, bool>[] _linq = DynamicLinqRules.Compile();
    private readonly Func<Situation, bool>[] _expresso = DynamicExpressoRules.Compile();
    private readonly NCalcRules _ncalc = new();
    private readonly NRulesSession _nrules = new();
    private readonly IRulesEngine _rulesEngine = new global::RulesEngine.RulesEngine([TenWorkflowRules.Text]);
    private Situation _situation = Situations.Mixed();
    private PreparedScenario _prepared = null!;
    private ModelParameter[] _parameters = [];

    [GlobalSetup]
    public void Setup()
    {
        foreach (var engine in (Type[])
            [typeof(IRulesEngine), typeof(System.Linq.Dynamic.Core.ParsingConfig), typeof(NRules.ISession), typeof(DynamicExpresso.Interpreter),
                typeof(NCalc.Expression), typeof(FastExpressionCompiler.ExpressionCompiler)])
        {
            Console.WriteLine($"// {engine.Assembly.GetName().Name} {engine.Assembly.GetName().Version}");
        }

        // The last one is timed.
        foreach (var situation in Enumerable.Range(0, 512).Select(Situations.Varied).Append(Situations.Pass()).Append(Situations.Mixed()))
        {
            _situation = situation;
            _prepared = _evaluator.Rules.Prepare(Scenario.From(situation, PropertyNaming.AsDeclared));
            _parameters = [new ModelParameter("input1", situation)];
            var expected = ByHand();
            foreach (var (name, given) in ((string, int)[])
                [(nameof(Prepared), Prepared()), (nameof(Typed), Typed()), (nameof(DynamicLinq), DynamicLinq()),
                    (nameof(DynamicExpresso), DynamicExpresso()), (nameof(NCalc), NCalc()), (nameof(NRules), NRules()),
                    (nameof(RulesEngine), RulesEngine())])
            {
                if (given != expected)
                {
                    throw new InvalidOperationException($"{name} finds {given:b}, and not {expected:b}.");
                }
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int ByHand() => HandWritten.Evaluate(_situation);

    [Benchmark]
    public int Prepared()
    {
        _evaluator.Evaluate(_prepared);
        _evaluator.CopySatisfied(_bits);
        return (int)_bits[0];
    }

    [Benchmark]
    public int Typed()
    {
        _evaluator.EvaluateObject(_situation, PropertyNaming.AsDeclared);
        _evaluator.CopySatisfied(_bits);
        return (int)_bits[0];
    }

    /// <summary>The expressions of <see cref="RulesEngine"/> without it: parsed by System.Linq.Dynamic.Core, compiled by
    /// FastExpressionCompiler.</summary>
    [Benchmark]
    public int DynamicLinq() => BitsOf(_linq, _situation);

    [Benchmark]
    public int DynamicExpresso() => BitsOf(_expresso, _situation);

    [Benchmark]
    public int NCalc() => _ncalc.Evaluate(_situation);

    /// <summary>A session for each scenario, as its facts belong to no other.</summary>
    [Benchmark]
    public int NRules() => _nrules.Evaluate(_situation);

    [Benchmark]
    public int RulesEngine()
    {
        var results = _rulesEngine.ExecuteAllRulesAsync(TenWorkflowRules.Name, _parameters).AsTask().GetAwaiter().GetResult();
        var bits = 0;
        for (var i = 0; i < results.Count; i++)
        {
            bits |= results[i].IsSuccess ? 1 << i : 0;
        }

        return bits;
    }

    private static int BitsOf(Func<Situation, bool>[] rules, Situation situation)
    {
        var bits = 0;
        for (var i = 0; i < rules.Length; i++)
        {
            bits |= rules[i](situation) ? 1 << i : 0;
        }

        return bits;
    }
}
