using NegotiationRules.Tests.Support;

namespace NegotiationRules.Analysis.Tests.Reconciling;

/// <summary>What sides can agree on, and what stands in the way.</summary>
public class ReconciliationTests
{
    private const string Vocabulary = """
        {
          "type": "object",
          "properties": {
            "price": { "type": "integer", "minimum": 0, "maximum": 100 },
            "warranty": { "type": "boolean" },
            "items": { "type": "array", "items": { "type": "object", "properties": { "weight": { "type": "integer" } } } }
          }
        }
        """;

    [Fact]
    public void TheDemandsOfTheReportAndYieldingOnesCanBeMetTogether()
    {
        var (report, answers) = Load("yielding");
        var answer = RuleSet.Reconcile(report, answers);

        Assert.Equal(["Russia", "United States"], answer.Sides);
        Assert.True(answer.IsPossible);
        Assert.Equal(2, answer.Front.Count);
        Assert.Equal("between 2022-01-10 and 2022-01-31", Assert.Single(answer.Room, room => room.Path == "talks.start").Values);
        Assert.All(answer.Front, joint =>
        {
            Assert.Equal(StageOutcome.Valid, report.Evaluate(joint.Scenario).Outcome);
            Assert.All(joint.Verdicts, side => Assert.Equal(StageOutcome.Valid, side.Verdict.Outcome));
        });
        Assert.Equal([(0.8, 1.0), (1.0, 0.0)], answer.Front.Select(joint =>
            (joint.Verdicts[0].Verdict.Score!.Value.Low, joint.Verdicts[1].Verdict.Score!.Value.Low)));
    }

    [Fact]
    public void TheDemandsOfTheReportAndUnyieldingOnesCollideFourTimes()
    {
        var (report, answers) = Load("unyielding");
        var answer = RuleSet.Reconcile(report, answers);

        Assert.False(answer.IsPossible);
        Assert.Equal(
            [
                "professional-military-present × civilians-only: delegations[].delegates[].service",
                "no-delay × announced-for-january × not-before-february: talks.start, talks.announcedStart",
                "reliable-binding-and-long-term × ends-in-an-agreement × not-binding: agreement.status, agreement.legallyBinding",
                "reliable-binding-and-long-term × ends-in-an-agreement × short-term: agreement.status, agreement.term",
            ],
            answer.Collisions.Select(collision => $"{Ids(collision.Preconditions, " × ")}: {string.Join(", ", collision.Facts)}"));
        Assert.Equal("the services of the delegates", answer.Collisions[0].About);
        Assert.Equal(18, answer.Concessions.Count);
        Assert.Equal(3, answer.Concessions[0].Preconditions.Count);
        Assert.Equal(4, answer.Concessions[^1].Preconditions.Count);
        Assert.Empty(answer.UpTo);
    }

    [Fact]
    public void TheVocabularyMayBeThatOfAnySide()
    {
        var (report, answers) = Load("unyielding");

        Assert.Equal(4, RuleSet.Reconcile(answers, report).Collisions.Count);
    }

    [Fact]
    public void PartiesWithinOneSetAreSidesAndWhatIsNobodysComesFirst()
    {
        var rules = Parse("""
            "parties": { "A": "Buyer", "B": "Seller" },
            "rules": [
              { "id": "cheap", "holder": "A", "stage": "deal", "require": { "price": { "atMost": 40 } } },
              { "id": "dear", "holder": "B", "stage": "deal", "require": { "price": { "atLeast": 50 } } },
              { "id": "legal", "stage": "deal", "require": { "price": { "atLeast": 1 } } }
            ]
            """);
        var answer = rules.ReconcileHolders();

        Assert.Equal(["test", "Buyer", "Seller"], answer.Sides);
        Assert.Equal(["cheap × dear"], answer.Collisions.Select(collision => Ids(collision.Preconditions, " × ")));
        Assert.Equal(["cheap", "dear"], answer.Concessions.Select(concession => Ids(concession.Preconditions, " + ")));
    }

    [Fact]
    public void WhatCannotBeMetAtAllCollidesWithItself()
    {
        var answer = RuleSet.Reconcile(Parse(Rule("""{ "price": { "moreThan": 40, "lessThan": 41 } }""")));

        Assert.Equal(["one"], answer.Collisions.Select(collision => Ids(collision.Preconditions, " × ")));
        Assert.Equal(["price"], answer.Collisions[0].Facts);
    }

    [Fact]
    public void WhatIsGivenStaysAsItIs()
    {
        var (cheap, dear) = (Parse(Rule("""{ "price": { "atMost": 50 } }""")), Parse(Rule("""{ "price": { "atLeast": 50 } }""")));

        Assert.True(RuleSet.Reconcile(cheap, dear).IsPossible);
        Assert.False(RuleSet.Reconcile([cheap, dear], new AnalysisOptions { Given = Scenario.Parse("""{ "price": 51 }""") }).IsPossible);
    }

    [Fact]
    public void WithoutAnEndToTheLengthOfAListItIsNotDecided()
    {
        var (light, heavy) = (
            Parse(Rule("""{ "value": { "sum": "items.weight" }, "atMost": 5 }""")),
            Parse(Rule("""{ "value": { "sum": "items.weight" }, "atLeast": 6 }""")));
        var answer = RuleSet.Reconcile(light, heavy);

        Assert.Null(answer.IsPossible);
        Assert.NotNull(answer.NotDecided);
        Assert.Empty(answer.Collisions);
    }

    [Fact]
    public void AnotherVocabularyThatLacksAFactIsRefused()
    {
        var other = RuleSet.Parse(
            """{ "name": "other", "stages": ["deal"], "rules": [{ "id": "one", "stage": "deal", "require": { "rank": 1 } }] }""",
            new RuleSetOptions
            {
                Vocabulary = NegotiationRules.Vocabulary.Parse(
                    """{ "type": "object", "properties": { "rank": { "type": "integer" } } }"""),
            });

        var fault = Assert.Throws<RuleFileException>(() => RuleSet.Reconcile(Parse(Rule("""{ "price": 1 }""")), other));
        Assert.Contains("rank", fault.Message, StringComparison.Ordinal);
    }

    private static string Ids(IEnumerable<Precondition> preconditions, string between) =>
        string.Join(between, preconditions.Select(precondition => precondition.Rule.Id));

    private static string Rule(string condition) => $$"""
        "rules": [{ "id": "one", "stage": "deal", "require": {{condition}} }]
        """;

    private static RuleSet Parse(string rest) => RuleSet.Parse(
        $$"""{ "name": "test", "stages": ["deal"], {{rest}} }""",
        new RuleSetOptions { Vocabulary = NegotiationRules.Vocabulary.Parse(Vocabulary) });

    private static (RuleSet Report, RuleSet Answers) Load(string answers) => (
        RuleSet.Load(Repository.At("rules/security-guarantees/security-guarantees.rules.json")),
        RuleSet.Load(Repository.At($"rules/security-guarantees/counter-demands/{answers}.rules.json")));
}
