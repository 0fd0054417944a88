using NegotiationRules.Text;
using NegotiationRules.Workflows.Reading;

namespace NegotiationRules.Workflows.Tests.Reading;

public sealed class FactSpellingTests
{
    private static readonly Vocabulary Orders = Vocabulary.Parse("""
        {
          "type": "object",
          "properties": {
            "order": {
              "type": "object",
              "properties": {
                "total": { "type": "number" },
                "lines": { "type": "array", "items": { "type": "object", "properties": { "article": { "type": "string" } } } }
              }
            },
            "up": { "type": "integer" },
            "UP": { "type": "integer" }
          }
        }
        """);

    [Theory]
    [InlineData("""{ "Order": { "TOTAL": 3 } }""", """{ "order": { "total": 3 } }""")]
    [InlineData(
        """{ "order": { "Lines": [{ "Article": "a" }, { "article": "b" }, null] } }""",
        """{ "order": { "lines": [{ "article": "a" }, { "article": "b" }, null] } }"""
    )]
    [InlineData(
        """{ "ORDER": { "value": { "Total": 3 }, "source": "Total" } }""",
        """{ "order": { "value": { "total": 3 }, "source": "Total" } }"""
    )]
    [InlineData(
        """{ "order": { "LINES": { "known": [{ "ARTICLE": "a" }], "complete": false } } }""",
        """{ "order": { "lines": { "known": [{ "article": "a" }], "complete": false } } }"""
    )]
    [InlineData(
        """{ "order": { "Lines": { "value": { "known": [{ "ARTICLE": "a" }] }, "source": "x" } } }""",
        """{ "order": { "lines": { "value": { "known": [{ "article": "a" }] }, "source": "x" } } }"""
    )]
    [InlineData("""{ "Other": { "Total": 1 }, "order": 7 }""", """{ "Other": { "Total": 1 }, "order": 7 }""")]
    public void FactsGetTheLetterCaseOfTheVocabulary(string scenario, string expected) =>
        Assert.Equal(Flat(Scenario.Parse(expected).Root), Flat(FactSpelling.Fit(Scenario.Parse(scenario).Root, Orders.Root)));

    [Fact]
    public void AFactThatIsSpeltExactlySoKeepsItsPlace() =>
        Assert.Equal(
            """{ "order": { "total": 1, "Total": 2 } }""",
            Flat(FactSpelling.Fit(Scenario.Parse("""{ "order": { "total": 1, "Total": 2 } }""").Root, Orders.Root))
        );

    [Fact]
    public void NothingIsMeantByANameThatTwoFactsShare() =>
        Assert.Equal("""{ "Up": 1 }""", Flat(FactSpelling.Fit(Scenario.Parse("""{ "Up": 1 }""").Root, Orders.Root)));

    [Fact]
    public void WhatIsSpeltRightIsNotCopied()
    {
        var facts = Scenario.Parse("""{ "order": { "total": 1, "lines": [{ "article": "a" }] } }""").Root;

        Assert.Same(facts, FactSpelling.Fit(facts, Orders.Root));
    }

    private static string Flat(JsonObject facts) => JsonPrinter.Print(facts, indented: false);
}
