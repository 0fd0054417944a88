using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>What does it cost to ask again after one fact has changed? One rule in a hundred reads it, or of ten rules two.</summary>
[MemoryDiagnoser]
public class OneChangeBenchmarks
{
    private readonly Situation _situation = Situations.Mixed();
    private Session _session = null!;
    private ScenarioEvaluator _evaluator = null!;
    private PreparedScenario _prepared = null!;
    private RuleOutcome[] _outcomes = [];
    private int _trust = 40;

    [Params(10, 10_000)]
    public int Rules { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var rules = Rules == 10 ? TenRules.Load() : RuleSet.Parse(OneInAHundred(Rules), TenRules.Options);
        var start = Scenario.From(_situation, PropertyNaming.AsDeclared);
        _session = new Session(rules, start);
        _evaluator = new ScenarioEvaluator(rules);
        _outcomes = new RuleOutcome[Rules];
        for (var trust = 30; trust < 60; trust++)
        {
            _session.Set("Trust", trust);
            _session.Evaluate();
            _prepared = rules.Prepare(start.With("Trust", trust));
            All();
            if (_outcomes.Where((outcome, rule) => outcome != _session.OutcomeOf(rule)).Any())
            {
                throw new InvalidOperationException("The contenders do not agree.");
            }
        }

        _session.Set("Trust", _trust);
        _session.Evaluate();
    }

    /// <summary>All rules anew, and the outcome of each.</summary>
    [Benchmark(Baseline = true)]
    public RuleOutcome All()
    {
        _evaluator.Evaluate(_prepared);
        _evaluator.CopyOutcomes(_outcomes);
        return _outcomes[0];
    }

    /// <summary>The fact is stated anew and what reads it is worked out; no outcome flips.</summary>
    [Benchmark]
    public int NothingFlips()
    {
        _trust = _trust == 40 ? 41 : 40;
        _session.Set("Trust", _trust);
        return _session.Evaluate().Count;
    }

    // Rules of many shapes over other facts; every hundredth is about trust, with a threshold that the change does not reach.
    private static string OneInAHundred(int rules)
    {
        var text = new StringBuilder("{ \"name\": \"generated\", \"stages\": [\"talks\"], \"rules\": [\n");
        for (var i = 0; i < rules; i++)
        {
            var n = i / 100;
            var condition =
                i % 100 == 0
                    ? $$"""{ "Trust": { "moreThan": {{(n % 50) + (n % 50 < 25 ? 0 : 50)}} } }"""
                    : (i % 4) switch
                    {
                        0 => $$"""{ "Agreement.TermYears": { "atLeast": {{i % 97}} } }""",
                        1 =>
                            $$"""
                                { "all": [
                                    { "Conduct.ArmsDeliveries": { "atMost": {{i % 83}} } },
                                    { "Agreement.TermYears": { "lessThan": {{i % 101}} } } ] }
                                """,
                        2 =>
                            $$"""{ "any": [ { "Talks.Mediated": false }, { "Talks.Venue": { "in": ["Geneva", "Venue {{i % 89}}"] } } ] }""",
                        _ => $$"""{ "some": "Parties", "where": { "some": "Delegates", "where": { "Rank": { "atLeast": {{i % 7}} } } } }""",
                    };
            text.Append(i == 0 ? "  " : ",\n  ")
                .Append(CultureInfo.InvariantCulture, $"{{ \"id\": \"rule-{i}\", \"require\": {condition} }}");
        }

        return text.Append("\n] }\n").ToString();
    }
}
