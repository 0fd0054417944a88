using Apache.Arrow;
using NegotiationRules.Arrow.Tests.Support;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Arrow.Tests.Agreement;

/// <summary>Rows of columns get the outcomes that each scenario gets from the tree walk on its own.</summary>
public sealed class ArrowAgreementTests(ITestOutputHelper output)
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 10_000 : 150;

    public static TheoryData<string> Shipped => [.. ShippedRules.Files()];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void ScenariosOfAShippedRuleSetComeOutAsOneByOne(string file)
    {
        var (rules, scenarios) = ShippedRules.Load(file);
        var random = new Random(3);
        for (var form = 0; form < 6; form++)
        {
            var facts = scenarios.SelectMany(one => Enumerable.Repeat(one, form + 1)).ToList();
            AssertAgree(rules, facts, ScenarioArrays.Of(rules.Vocabulary, facts, random), file);
        }
    }

    [Fact]
    public void GeneratedRulesAndScenariosComeOutAsOneByOne()
    {
        foreach (var one in Generated.Cases(Seed.Of(output), Cases / 2))
        {
            AssertAgree(one, one.Rules.Rules, isPlain: one.Seed % 2 == 0);
        }
    }

    [Fact]
    public void GeneratedRulesThatNeedNoWalkAreTakenColumnByColumn()
    {
        var seed = Seed.Of(output);
        var cases = Generated.Cases(seed, Cases).Concat(Generated.Comparisons(seed, Cases / 2, 6))
            .Where(one => one.Rules.InColumns is not null).ToList();
        var inColumns = cases.Count(one => AssertAgree(one, one.Rules.InColumns, isPlain: true));

        // Rather more than half are; which ones is up to the seed, and one row in seventy that is unusual is enough to walk through all.
        output.WriteLine($"{inColumns} of {cases.Count} were taken column by column");
        Assert.True(inColumns > cases.Count / 3, $"{inColumns} of {cases.Count} were taken column by column");
    }

    private static bool AssertAgree(RulesCase one, RuleSet? rules, bool isPlain)
    {
        if (rules is null)
        {
            return false;
        }

        var random = new Random(one.Seed);
        var facts = Enumerable.Range(0, random.Next(1, 70))
            .Select(_ => GeneratedScenario.Make(random, rules.Vocabulary, 30).Facts)
            .Select(fact => isPlain ? PlainFacts.Of(fact, rules.Vocabulary.Root) : fact)
            .ToList();
        return AssertAgree(rules, facts, ScenarioArrays.Of(rules.Vocabulary, facts, random), one.ToString()!);
    }

    [Fact]
    public void ASliceOfARecordBatchIsWhatItsRowsAre()
    {
        var (rules, scenarios) = ShippedRules.Load("rules/delegations/delegations.rules.json");
        var facts = Enumerable.Range(0, 200).Select(i => scenarios[i % scenarios.Count]).ToList();
        var batch = ScenarioArrays.Of(rules.Vocabulary, facts, new Random(1));
        foreach (var (first, count) in new[] { (0, 200), (1, 150), (7, 64), (64, 65), (131, 69), (13, 0) })
        {
            AssertAgree(rules, facts.GetRange(first, count), batch.Slice(first, count), $"{first}, {count}");
        }
    }

    private static bool AssertAgree(RuleSet rules, List<JsonObject> scenarios, RecordBatch rows, string about)
    {
        var evaluator = new Evaluating.RowEvaluator(rules);
        var root = Binding.SchemaBinder.Bind(rows.Schema.FieldsList, rules.Vocabulary);
        evaluator.Evaluate(root, [.. rows.Arrays], 0, rows.Length);
        for (var row = 0; row < scenarios.Count; row++)
        {
            var text = JsonPrinter.Print(scenarios[row], indented: false);
            if (!rules.TryEvaluate(Scenario.Parse(text), out var verdict, out var faults))
            {
                Assert.True(
                    evaluator.FaultsOf(row).Count > 0, $"{about}\nrow {row} has faults one by one: {faults[0]}\n{text}");
                continue;
            }

            Assert.True(
                evaluator.FaultsOf(row).Count == 0, $"{about}\nrow {row}: {string.Join('\n', evaluator.FaultsOf(row))}\n{text}");
            foreach (var rule in verdict.Rules)
            {
                var given = evaluator.Batch.OutcomeOf(evaluator.ScenarioOf(row), rule.Rule.Id);
                Assert.True(
                    rule.Outcome == given,
                    $"{about}\nrow {row}, {rule.Rule.Id}: {given}, and {rule.Outcome} one by one ({evaluator.TakesColumns})\n{text}");
            }
        }

        return evaluator.TakesColumns;
    }
}
