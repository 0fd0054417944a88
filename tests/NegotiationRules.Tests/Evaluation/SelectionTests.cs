using NegotiationRules.Tests.Explanation;

namespace NegotiationRules.Tests.Evaluation;

/// <summary>What becomes known of a selection that is not settled, and which elements a reason names.</summary>
public class SelectionTests
{
    [Theory]
    [InlineData(
        """{ "some": { "list": "parties", "orderBy": "population", "take": 1 }, "where": { "vote": "yes" } }""",
        """{ "parties": [ { "id": "FR" }, { "id": "CN", "population": 2 } ] }""",
        "parties[0].population, parties[0].vote, parties[1].vote"
    )]
    [InlineData(
        """{ "some": { "list": "parties", "where": { "present": true }, "orderBy": "population", "take": 1 },"""
            + """ "where": { "vote": "yes" } }""",
        """{ "parties": [ { "present": false }, { "population": 2 }, { "present": true, "population": 3 } ] }""",
        "parties[1].present, parties[1].vote, parties[2].vote"
    )]
    [InlineData(
        """{ "some": { "list": "parties", "orderBy": "ratified", "take": 1 }, "where": { "vote": "yes" } }""",
        """{ "parties": [ { "ratified": "2022-01" }, { "ratified": "2022-03-01" } ] }""",
        "parties[0].ratified, parties[0].vote"
    )]
    [InlineData(
        """{ "some": { "list": "parties", "orderBy": "population", "take": 1 }, "where": { "vote": "yes" } }""",
        """{ "parties": { "known": [ { "population": 1 } ], "complete": false } }""",
        "parties, parties[0].vote"
    )]
    [InlineData(
        """{ "some": { "list": "parties", "orderBy": "population", "take": 1 }, "where": { "vote": "yes" } }""",
        """{ "parties": [ { "population": 1 }, { "population": 2, "vote": "no" } ] }""",
        "parties[0].vote"
    )]
    [InlineData(
        """{ "some": { "list": "parties", "orderBy": { "count": "delegates", "where": { "role": "military" } }, "take": 1 },"""
            + """ "where": { "vote": "yes" } }""",
        """{ "parties": [ { "delegates": [ { "rank": 1 } ] }, { "delegates": [] } ] }""",
        "parties[0].delegates[0].role, parties[0].vote, parties[1].vote"
    )]
    public void WhatIsToBeSettledIsWhatSelectsAndThenWhatIsAskedOfAnyThatMayBeSelected(string condition, string scenario, string expected)
    {
        var rule = SmallVocabulary.Requiring(condition).Evaluate(Scenario.Parse(scenario)).Rule("it");

        Assert.Equal(RuleOutcome.Unknown, rule.Outcome);
        Assert.Equal(expected, string.Join(", ", rule.Unsettled));
    }

    [Theory]
    [InlineData("""{ "list": "parties", "orderBy": { "descending": "population" }, "take": 2 }, "as": "party" """)]
    [InlineData("""{ "list": { "list": "parties", "as": "party", "orderBy": { "descending": "population" } }, "take": 2 } """)]
    public void AReasonNamesTheSelectedElementsThatDecide(string list)
    {
        var rules = SmallVocabulary.Rules($$"""
            { "name": "small", "stages": ["talks"], "rules": [ { "id": "it", "require": { "every": {{list}}, "satisfy": { "vote": "yes" } },
              "because": "{party.id} is against" } ] }
            """);

        var reason = rules.Evaluate(Scenario.Parse(FormCases.Named("votes"))).Explain().ToText();

        Assert.Contains("CN is against", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ElementsOfWhichItIsOpenWhetherTheyAreMeantAreCountedAsPossible()
    {
        const string Scenario = """{ "parties": [ { "id": "FR", "vote": "yes" }, { "id": "UK" }, { "id": "CN", "vote": "no" } ] }""";

        Assert.Equal(
            RuleOutcome.Satisfied,
            OutcomeOf("""{ "count": { "list": "parties", "where": { "vote": "yes" } }, "between": [1, 2] }""", Scenario)
        );
        Assert.Equal(
            RuleOutcome.Unknown,
            OutcomeOf("""{ "count": { "list": "parties", "where": { "vote": "yes" } }, "is": 1 }""", Scenario)
        );
        Assert.Equal(
            RuleOutcome.Satisfied,
            OutcomeOf("""{ "count": { "list": "parties", "where": { "vote": "yes" }, "take": 5 }, "atMost": 2 }""", Scenario)
        );
        Assert.Equal(
            RuleOutcome.Unknown,
            OutcomeOf("""{ "count": { "list": "parties", "where": { "vote": "yes" }, "take": 5 }, "atLeast": 1 }""", Scenario)
        );
    }

    [Fact]
    public void NoProgramHasAStepForSelectionsSoTheyAreWalked()
    {
        var rules = SmallVocabulary.Requiring(
            """{ "some": { "list": "parties", "orderBy": { "descending": "population" }, "take": 1 }, "where": { "vote": "no" } }"""
        );
        var evaluator = new ScenarioEvaluator(rules);

        Assert.Equal("it", rules.FirstRuleThatWalks?.Id);
        evaluator.EvaluateJson(System.Text.Encoding.UTF8.GetBytes(FormCases.Named("votes")));
        Assert.Equal(RuleOutcome.Satisfied, evaluator.OutcomeOf(0));
        evaluator.EvaluateJson(System.Text.Encoding.UTF8.GetBytes(FormCases.Named("open votes")));
        Assert.Equal(RuleOutcome.Unknown, evaluator.OutcomeOf(0));
    }

    private static RuleOutcome OutcomeOf(string condition, string scenario) =>
        SmallVocabulary.Requiring(condition).Evaluate(Scenario.Parse(scenario)).Rule("it").Outcome;
}
