using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Programs;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Evaluation;

/// <summary>Many scenarios at once: what it costs in memory, and whose facts are asked for.</summary>
public class BatchEvaluatorTests
{
    private const string Rules = """
        {
          "name": "t", "stages": ["talks"],
          "rules": [
            { "id": "military", "require": { "every": "parties", "satisfy": { "some": "delegates", "where": { "role": "military" } } } },
            { "id": "three delegates", "when": { "talks.mediated": true },
              "require": { "count": "parties", "where": { "count": "delegates", "atLeast": 3 }, "atLeast": 1 } },
            { "id": "announced", "by": "2022-01-09", "require": { "talks.participantsAnnounced": true } },
            { "id": "term", "require": { "value": { "fact": "agreement.termYears", "times": 2 }, "atLeast": 20 } },
            { "id": "ranks", "require": { "every": "parties", "satisfy": { "sum": "delegates.rank", "atLeast": 5 } } },
            { "id": "soldiers", "require": { "share": "parties", "where": { "some": "delegates", "where": { "role": { "in": ["military",
              "legal"] } } }, "atLeast": "1/2" } },
            { "id": "title", "require": { "agreement.title": { "startsWith": "On" } } },
            { "id": "soon", "require": { "value": { "fact": "talks.start", "minus": "P1M" }, "before": { "fact": "asOf" } } }
          ]
        }
        """;

    [Fact]
    public void NothingIsAllocatedOnceAllMemoryHasBeenUsed()
    {
        var rules = RuleSet.Parse(Rules);
        FactRecord[] scenarios =
        [
            Bind(rules, Scenario.Parse("{}")),
            Bind(
                rules,
                Scenario.Parse(
                    """{ "asOf": "2022-01", "talks": { "mediated": true, "participantsAnnounced": false },"""
                        + """ "agreement": { "termYears": 12, "title": "On security" } }"""
                )
            ),
            Bind(
                rules,
                Scenario.Parse(
                    """{ "asOf": "2022-01-08", "talks": { "mediated": false }, "parties": [ { "delegates": [ { "role": "military","""
                        + """ "rank": 3 }, {} ] }, { "delegates": { "known": [], "complete": false } } ] }"""
                )
            ),
        ];
        var evaluator = new BatchEvaluator(rules.Checked, ProgramCompiler.Compile(rules.Checked));
        Assert.DoesNotContain(ProgramCompiler.Compile(rules.Checked).Steps, step => step is Walk);
        for (var i = 0; i < 10_000; i++)
        {
            evaluator.Add(scenarios[i % scenarios.Length]);
        }

        Assert.Equal(0, FillAgreement.Garbage(() => evaluator.Evaluate()));
    }

    [Fact]
    public void FactsAreAskedForOnlyWhereTheTreeWalkIsNeeded()
    {
        var rules = RuleSet.Parse(Rules);
        var usual = Bind(rules, Scenario.Parse("""{ "agreement": { "termYears": 10 } }"""));
        var beyond = Bind(rules, Scenario.Parse($$"""{ "agreement": { "termYears": {{long.MaxValue / 2}} } }"""));
        var evaluator = new BatchEvaluator(rules.Checked, ProgramCompiler.Compile(rules.Checked)) { Stretch = 64 };
        var asked = new List<int>();
        for (var i = 0; i < 200; i++)
        {
            evaluator.Table.Add(i == 150 ? beyond : usual);
        }

        evaluator.Evaluate(i =>
        {
            asked.Add(i);
            return beyond;
        });

        Assert.Equal([150], asked);
        Assert.Equal(RuleOutcome.Satisfied, evaluator.OutcomeOf(149, 3));
    }

    [Fact]
    public void AScenarioThatGoesBeyondAllMeasureIsInNoCount()
    {
        var rules = RuleSet.Parse("""
            { "name": "t", "stages": ["talks"], "rules": [ { "id": "term", "require": { "value": { "fact": "talks.start",
              "plus": "P5000Y" }, "after": "7030-01-01" } } ] }
            """);
        var evaluator = new BatchEvaluator(rules.Checked, ProgramCompiler.Compile(rules.Checked));
        foreach (var day in new[] { "2022-01-10", "2040-01-10", "6000-01-10" })
        {
            evaluator.Add(Bind(rules, Scenario.Parse($$"""{ "talks": { "start": "{{day}}" } }""")));
        }

        evaluator.Evaluate();

        Assert.Equal("NR4100", Assert.Single(evaluator.FaultsOf(2)!.ToSorted()).Code);
        Assert.Null(evaluator.FaultsOf(1));
        Assert.Equal(1, evaluator.Outcomes.CountOf(0, RuleOutcome.Satisfied));
        Assert.Equal(1, evaluator.Outcomes.CountOf(0, RuleOutcome.Violated));
        Assert.Equal(1, evaluator.Outcomes.CountOfStage(0, StageOutcome.Invalid));
    }

    private static FactRecord Bind(RuleSet rules, Scenario scenario)
    {
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(rules.Vocabulary, bag);
        Assert.False(bag.HasErrors, string.Join('\n', bag.ToSorted()));
        return facts;
    }
}
