using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>What does one scenario cost with each rule set that ships: a verdict by the tree walk, the outcomes of a prepared scenario, and
/// a batch that has no other?</summary>
[MemoryDiagnoser]
public class ShippedSetsBenchmarks
{
    private RuleSet _rules = null!;
    private Scenario _scenario = null!;
    private ScenarioEvaluator _evaluator = null!;
    private PreparedScenario _prepared = null!;
    private ScenarioBatch _batch = null!;

    // The longest scenario of each set; of security-guarantees the longest in which talks and agreement are decided.
    [Params(
        "council-of-the-eu/euro-area", "cross-community-votes/weighted-majority", "delegations/military-and-diplomats",
        "four-empires/the-time-is-up", "general-assembly/resolution-es-11-1", "phased-ceasefire/on-schedule",
        "security-council/party-to-the-dispute", "security-guarantees/everything-met", "shipping-convention/late-consent",
        "treaty-entry-into-force/kyoto-eve", "vienna-convention/conference-on-the-straits"
    )]
    public string Case { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        var parts = Case.Split('/');
        var folder = ShippedRules.At(parts[0]);
        _rules = RuleSet.Load(Path.Combine(folder, $"{parts[0]}.rules.json"));
        _scenario = Scenario.Load(Path.Combine(folder, "scenarios", $"{parts[1]}.scenario.json"));
        _evaluator = new ScenarioEvaluator(_rules);
        _prepared = _rules.Prepare(_scenario);
        _batch = new ScenarioBatch(_rules);
        _batch.Add(_scenario);

        var verdict = ByTreeWalk();
        Evaluator();
        BatchOfOne();
        for (var rule = 0; rule < _rules.Rules.Count; rule++)
        {
            var outcome = verdict.Rules[rule].Outcome;
            Agree(_rules.Rules[rule].Id, outcome == _evaluator.OutcomeOf(rule) && outcome == _batch.OutcomeOf(0, rule));
        }

        for (var stage = 0; stage < _rules.Stages.Count; stage++)
        {
            var outcome = verdict.Stages[stage].Outcome;
            Agree(verdict.Stages[stage].Name, outcome == _evaluator.OutcomeOfStage(stage) && outcome == _batch.OutcomeOfStage(0, stage));
        }
    }

    [Benchmark]
    public Verdict ByTreeWalk() => _rules.Evaluate(_scenario);

    [Benchmark(Baseline = true)]
    public StageOutcome Evaluator()
    {
        _evaluator.Evaluate(_prepared);
        return _evaluator.Outcome;
    }

    [Benchmark]
    public StageOutcome BatchOfOne()
    {
        _batch.Evaluate();
        return _batch.OutcomeOf(0);
    }

    private static void Agree(string name, bool agrees)
    {
        if (!agrees)
        {
            throw new InvalidOperationException($"The contenders do not agree on {name}.");
        }
    }
}
