using NegotiationRules.Analysis.Questions;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Analysis.Tests.Advising;

/// <summary>What vocabularies and callers say about steps counts, one rule set for each.</summary>
public sealed class RemedyTests
{
    private static readonly Dictionary<string, decimal> Dear = new() { ["open"] = 2.5m };

    [Fact]
    public void WhatIsFixedStaysAsItIs()
    {
        Assert.Equal(
            ["open is true", "term is at least 10 (now 3)"], Told("""{ "any": [{ "open": true }, { "term": { "atLeast": 10 } }] }"""));
        Assert.Equal(
            ["open is true"],
            Told("""{ "any": [{ "open": true }, { "term": { "atLeast": 10 } }] }""", options: new RemedyOptions { Fixed = ["term"] }));
        Assert.Equal(
            ["open is true"], Told("""{ "any": [{ "open": true }, { "term": { "atLeast": 10 } }] }""", term: """, "x-fixed": "stated" """));
    }

    [Fact]
    public void WhatIsStatedAndFixedCanBeFoundOutWhereItIsNotKnown() => Assert.Equal(
        ["term is at least 10 (not known so far)"],
        Told("""{ "term": { "atLeast": 10 } }""", facts: "{}", term: """, "x-fixed": "stated" """));

    [Fact]
    public void WhatCostsLessComesFirst() => Assert.Equal(
        ["term is at least 10 (now 3)", "open is true"],
        Told("""{ "any": [{ "open": true }, { "term": { "atLeast": 10 } }] }""", options: new RemedyOptions { Costs = Dear }));

    [Fact]
    public void APartyIsToldOnlyWhatItCanDo() => Assert.Equal(
        ["A is ready"],
        Told(
            """{ "some": "parties", "where": { "ready": true } }""", options: new RemedyOptions { By = "A" },
            facts: """{ "parties": [{ "name": "A", "ready": false }, { "name": "B", "ready": false }] }"""));

    [Fact]
    public void AnAddedElementHasAKeyOfItsOwn()
    {
        var remedy = Remedies(
            """{ "count": "parties", "where": { "name": { "in": ["A", "B"] } }, "atLeast": 2 }""",
            """{ "parties": [{ "name": "A" }] }""").First();

        Assert.Equal("there is one more party with name B", remedy.ToString());
        Assert.Equal(1, remedy.Cost);
    }

    [Fact]
    public void OfElementsThatMayBeAddedItDoesNotMatterWhichAndNoneIsAddedForNothing() => Assert.Equal(
        ["A is ready", "there is one more party that is ready"],
        Told(
            """{ "all": [{ "some": "parties", "where": { "ready": true } }, { "count": "parties", "atMost": 5 }] }""",
            facts: """{ "parties": [{ "name": "A", "ready": false }] }"""));

    [Fact]
    public void AWayOutComesLastThoughItCostsLess()
    {
        var remedies = Remedies(
            """{ "open": true, "term": { "atLeast": 10 } }""", """{ "open": false, "term": 3, "state": "begun" }""",
            when: """, "when": { "state": { "isNot": "over" } } """).ToList();

        Assert.Equal([false, true], remedies.Select(remedy => remedy.IsEscape));
        Assert.Equal([2, 1], remedies.Select(remedy => remedy.Cost));
        Assert.Equal("state is over (now begun)", remedies[1].ToString());
    }

    [Fact]
    public void WhatARemedyLeavesAsItIsKeepsItsSource()
    {
        var remedy = Remedies(
            """{ "open": true, "term": { "atLeast": 10 }, "parties": { "known": true } }""",
            """
            {
              "open": { "value": true, "source": "the letter" },
              "term": { "value": 3, "source": "the draft" },
              "parties": [{ "name": { "value": "A", "source": { "speaker": "B", "quote": "A is here." } }, "ready": true }],
            }
            """).First();

        Assert.Equal("term is at least 10 (now 3)", remedy.ToString());
        Assert.Equal(
            Scenario.Parse(
                """
                {
                  "open": { "value": true, "source": "the letter" },
                  "term": 10,
                  "parties": [{ "name": { "value": "A", "source": { "speaker": "B", "quote": "A is here." } }, "ready": true }],
                }
                """).ToString(),
            remedy.Scenario.ToString());
    }

    [Fact]
    public void WhereNothingHelpsItIsSaidWhatIsInTheWay()
    {
        var advice = VerdictOf("""{ "term": { "atLeast": 10 } }""", """{ "term": 3 }""", """, "x-fixed": true""").Advise("s");

        Assert.Empty(advice.Remedies);
        Assert.Equal(
            "“r” cannot be met with what may be changed: it would be enough that term is at least 10 (now 3); but term is fixed",
            advice.WhyNone);
        Assert.Equal("term is at least 10 (now 3)", advice.NearestMiss!.ToString());
    }

    [Fact]
    public void WhatEitherAnswerMeansIsTold()
    {
        var advice = VerdictOf("""{ "open": true, "term": { "atLeast": 10 } }""", """{ "term": 12 }""").Advise("s");

        var question = Assert.Single(advice.Questions);
        Assert.Equal("open", question.Path);
        Assert.Equal(["false: invalid", "true: valid"], question.Answers.Select(answer => answer.ToString()).Order());
        Assert.Null(advice.Settled);
    }

    [Fact]
    public void WhatIsSoWhateverIsFoundOutIsProved() => Assert.Equal(
        StageOutcome.Valid,
        VerdictOf("""{ "any": [{ "term": { "atLeast": 10 } }, { "term": { "atMost": 12 } }] }""", "{}").Advise("s").Settled);

    [Fact]
    public void WhatIsAskedOfAFactThatIsNotThereIsRefused() => Assert.Throws<ArgumentException>(
        () => VerdictOf("""{ "open": true }""", "{}").Remedies("s", new RemedyOptions { Fixed = ["opne"] }));

    // Each element is told apart by its key from each that may be added.
    [Fact]
    public void WorkDoesNotGrowMuchFasterThanTheScenario()
    {
        static int Nodes(int parties)
        {
            var elements = Enumerable.Range(0, parties).Select(i => $$"""{ "name": "P{{i}}", "ready": false }""");
            var facts = $$"""{ "parties": [{{string.Join(", ", elements)}}] }""";
            var verdict = VerdictOf("""{ "count": "parties", "where": { "ready": true }, "atLeast": 1 }""", facts);
            var finder = new RemedyFinder(VerdictAnalysis.QuestionOf(verdict, "s", RemedyOptions.Default));
            Assert.Equal(1000, finder.Find().First().Cost);
            return finder.Frame!.Inquiry.Circuit.NodeCount;
        }

        Assert.InRange(Nodes(160) / (double)Nodes(80), 0, 4.5);
    }

    private static List<string> Told(
        string require, string facts = """{ "open": false, "term": 3 }""", string term = "", RemedyOptions? options = null) =>
        [.. VerdictOf(require, facts, term).Remedies("s", options).OrderBy(remedy => remedy.Cost)
            .ThenBy(remedy => remedy.ToString(), StringComparer.Ordinal).Select(remedy => remedy.ToString())];

    private static IEnumerable<Remedy> Remedies(string require, string facts, string when = "") =>
        VerdictOf(require, facts, when: when).Remedies("s");

    private static Verdict VerdictOf(string require, string facts, string term = "", string when = "")
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, "v.vocabulary.json"),
                $$"""
                { "type": "object", "properties": {
                  "open": { "type": "boolean" }, "term": { "type": "integer"{{term}} }, "state": { "enum": ["begun", "over"] },
                  "parties": { "type": "array", "x-key": "name", "items": { "type": "object", "x-controlledBy": { "fact": "name" },
                    "properties": { "name": { "type": "string" }, "ready": { "type": "boolean" } } } } } }
                """);
            var rules = Path.Combine(folder.FullName, "r.rules.json");
            File.WriteAllText(
                rules,
                $$"""
                { "name": "n", "vocabulary": "v.vocabulary.json", "stages": ["s"],
                  "rules": [{ "id": "r", "require": {{require}}{{when}} }] }
                """);
            return RuleSet.Load(rules).Evaluate(Scenario.Parse(facts));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
