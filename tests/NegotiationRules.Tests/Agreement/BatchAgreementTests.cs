using FsCheck.Fluent;
using NegotiationRules.Evaluation;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Scenarios evaluated together get the outcomes, and the faults, that each gets from the tree walk on its own.</summary>
public class BatchAgreementTests
{
    // Some rule sets by some hundred scenarios each; the long run makes several hundred thousand pairs.
    private static readonly int Cases = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 8_000 : 150;

    [Fact]
    public void BatchAndTreeWalkAgreeOnGeneratedRulesAndScenarios()
    {
        foreach (var c in Generated.Rules().Generator.Sample(Cases))
        {
            if (c.Rules.Rules is { } rules)
            {
                var random = new Random(c.Seed);
                var scenarios = Enumerable.Range(0, random.Next(130)).Select(_ => GeneratedScenario.Make(random, c.Rules.Vocabulary, 30).Scenario);
                AssertAgree(rules, [.. scenarios, c.Scenario.Scenario]);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    public void BatchesOfAwkwardSizesAgree(int size)
    {
        var rules = RuleSet.Load(Repository.At("rules/security-guarantees"));
        var shipped = Directory.GetFiles(Repository.At("rules/security-guarantees/scenarios")).Order(StringComparer.Ordinal).Select(path => Scenario.Load(path)).ToList();

        AssertAgree(rules, [.. Enumerable.Range(0, size).Select(i => shipped[i % shipped.Count])]);
    }

    [Fact]
    public void EveryShippedRuleSetAgreesOnItsScenarios()
    {
        var folders = Directory.GetDirectories(Repository.At("rules")).Where(folder => Directory.Exists(Path.Combine(folder, "scenarios"))).ToList();
        Assert.NotEmpty(folders);

        foreach (var folder in folders)
        {
            AssertAgree(RuleSet.Load(folder), [.. Directory.GetFiles(Path.Combine(folder, "scenarios")).Select(path => Scenario.Load(path))]);
        }
    }

    [Fact]
    public void AScenarioWithFaultsDoesNotKeepTheOthersFromBeingEvaluated()
    {
        var rules = RuleSet.Parse("""
            { "name": "t", "stages": ["talks"], "rules": [ { "id": "term", "require": { "agreement.termYears": { "atLeast": 10 } } } ] }
            """);

        var answers = rules.EvaluateAll(
            [Scenario.Parse("""{ "agreement": { "termYears": 12 } }"""), Scenario.Parse("""{ "agreement": { "termYears": "long" } }"""), Scenario.Parse("{}")]);

        Assert.Equal(StageOutcome.Valid, answers[0].Verdict!.Outcome);
        Assert.Null(answers[1].Verdict);
        Assert.Equal("NR4011", Assert.Single(answers[1].Diagnostics).Code);
        Assert.Equal(StageOutcome.Undetermined, answers[2].Verdict!.Outcome);
    }

    private static void AssertAgree(RuleSet rules, IReadOnlyList<Scenario> scenarios)
    {
        var answers = rules.EvaluateAll(scenarios);
        Assert.Equal(scenarios.Count, answers.Count);
        for (var i = 0; i < scenarios.Count; i++)
        {
            var bag = new DiagnosticBag();
            var facts = scenarios[i].Bind(rules.Vocabulary, bag);
            var expected = bag.HasErrors ? null : EvaluatedScenario.Evaluate(rules.Checked, facts, bag);
            if (expected is null)
            {
                Assert.Null(answers[i].Verdict);
                Assert.Equal(bag.ToSorted().Select(d => d.ToString()), answers[i].Diagnostics.Select(d => d.ToString()));
                continue;
            }

            Assert.Empty(answers[i].Diagnostics);
            for (var rule = 0; rule < rules.Rules.Count; rule++)
            {
                var given = answers[i].Verdict!.Rules[rule].Outcome;
                Assert.True(
                    expected.Outcomes[rule] == given,
                    $"rule {rules.Rules[rule].Id}: tree walk {expected.Outcomes[rule]}, batch {given}\n{rules.Rules[rule].Span.Source?.Text}\n{scenarios[i]}\n{rules.DescribeProgram()}");
            }
        }
    }
}
