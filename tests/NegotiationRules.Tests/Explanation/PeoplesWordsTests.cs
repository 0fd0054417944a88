namespace NegotiationRules.Tests.Explanation;

/// <summary>Names of facts that are no nouns, or that count something, are said as people say them.</summary>
public sealed class PeoplesWordsTests
{
    private static readonly Vocabulary Vocabulary = Vocabulary.Parse("""
        {
          "type": "object",
          "properties": {
            "treaty": {
              "title": "Treaty", "type": "object", "properties": { "consents": { "title": "Consents", "type": "integer", "minimum": 0 } }
            },
            "notes": {
              "type": "array",
              "items": {
                "type": "object", "x-label": "id",
                "properties": {
                  "id": { "type": "string" }, "by": { "type": "string" }, "acceptedBy": { "type": "array", "items": { "type": "string" } },
                  "answers": { "type": "integer" }, "arrears": { "type": "integer" },
                  "firstDay": { "title": "First day of the pact", "type": "string", "format": "date" },
                  "kind": { "enum": ["embargo", "threat"] }, "isOpen": { "type": "boolean" }, "weight": { "type": "integer", "minimum": 0 },
                  "vote": { "enum": ["yes", "no"] }
                }
              }
            },
            "events": {
              "type": "array",
              "items": { "type": "object", "x-label": "type", "properties": { "type": { "enum": ["embargo", "threat"] },
              "over": { "type": "boolean" } } }
            }
          }
        }
        """);

    private const string Facts = """
        {
          "treaty": { "consents": 3 },
          "notes": [
            { "id": "N1", "by": "Ada", "acceptedBy": [], "answers": 1, "arrears": 7, "firstDay": "2022-01-01", "weight": 50,
              "vote": "yes" },
            { "id": "N2", "by": "Bo", "acceptedBy": ["N2"], "answers": 4, "arrears": 9, "firstDay": "2022-02-01", "weight": 40,
              "vote": "no" }
          ],
          "events": [ { "type": "embargo", "over": false } ]
        }
        """;

    [Theory]
    [InlineData("""{ "treaty.consents": { "atLeast": 5 } }""", "the number of consents of the treaty is 3; at least 5 is needed")]
    [InlineData("""{ "min": "notes.answers", "atLeast": 2 }""", "the least number of answers of the notes is 1; at least 2 is needed")]
    [InlineData("""{ "max": "notes.arrears", "atMost": 8 }""", "the greatest arrears of the notes is 9; at most 8 is allowed")]
    [InlineData("""{ "every": "notes", "satisfy": { "answers": { "atLeast": 2 } } }""", "N1 has 1 answer; at least 2 is needed")]
    [InlineData("""{ "no": "notes", "where": { "answers": 4 } }""", "N2 has 4 answers")]
    [InlineData("""{ "every": "notes", "satisfy": { "firstDay": { "before": "2022-01-15" } } }""",
        "N2 has 2022-02-01 as its first day of the pact, which is after 2022-01-15")]
    [InlineData("""{ "every": "notes", "as": "n", "satisfy": { "n.acceptedBy": { "contains": { "fact": "n.id" } } } }""",
        "N1 is not among those that N1 is accepted by (nobody)")]
    [InlineData("""{ "every": "notes", "as": "n", "satisfy": { "n.id": { "is": { "fact": "n.by" } } } }""",
        "N1 is not the one that N1 is by (Ada)")]
    [InlineData("""{ "no": "events", "where": { "type": "embargo", "over": false } }""", "there is the embargo")]
    public void SentencesReadAsPeopleSpeak(string require, string sentence)
    {
        var rules = Rules(require);

        Assert.Contains(sentence, rules.Evaluate(Scenario.Parse(Facts)).Explain().ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "some": "notes", "where": { "answers": { "atLeast": 2 } } }""", "at least one note has at least 2 answers")]
    [InlineData("""
        { "every": "notes", "as": "n", "satisfy": { "some": "notes", "as": "m",
          "where": { "n.acceptedBy": { "contains": { "fact": "m.id" } } } } }
        """, "those that the note is accepted by include its id")]
    [InlineData("""{ "some": "events", "where": { "type": { "startsWith": "emb" } } }""", "has a type that starts with “emb”")]
    public void RulesReadAsPeopleSpeak(string require, string sentence) =>
        Assert.Contains(sentence, Rules(require).Describe(), StringComparison.Ordinal);

    [Fact]
    public void OfVotesThatAreOpenThoseAreNamedThatSettleTheShare()
    {
        var rules = Rules("""{ "share": "notes", "of": "weight", "where": { "vote": "yes" }, "atLeast": "60 %" }""");
        var verdict = rules.Evaluate(Scenario.Parse("""
            {
              "notes": [
                { "id": "N1", "weight": 50, "vote": "yes" }, { "id": "N2", "weight": 8, "vote": "no" }, { "id": "N3", "weight": 40 },
                { "id": "N4", "weight": 1 }, { "id": "N5", "weight": 1 }
              ]
            }
            """));

        var text = verdict.Explain().ToText();

        Assert.Contains("? the vote of N3 is not known", text, StringComparison.Ordinal);
        Assert.Contains("2 more are open, but need not be known to settle this", text, StringComparison.Ordinal);
        Assert.DoesNotContain("N4", text, StringComparison.Ordinal);
    }

    [Fact]
    public void OfManyThatAreNotKnownOneLineNamesTheFirstAndCountsTheOthers()
    {
        var notes = string.Join(", ", Enumerable.Range(1, 30).Select(i => $$"""{ "id": "N{{i}}" }"""));

        var text = Rules("""{ "share": "notes", "where": { "vote": "yes" }, "atLeast": "60 %" }""")
            .Evaluate(Scenario.Parse($$"""{ "notes": [ {{notes}} ] }""")).Explain().ToText();

        Assert.Contains("the votes of N1, N2, N3, N4, N5, N6, N7, N8, N9, N10 and 20 more are not known", text, StringComparison.Ordinal);
        Assert.DoesNotContain("· and 20 more", text, StringComparison.Ordinal);
    }

    private static RuleSet Rules(string require) => RuleSet.Parse(
        $$"""{ "name": "n", "stages": ["s"], "rules": [ { "id": "it", "require": {{require}} } ] }""",
        new RuleSetOptions { Vocabulary = Vocabulary });
}
