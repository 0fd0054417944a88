using NegotiationRules.Generation.Options;
using NegotiationRules.Generation.Tests.Support;

namespace NegotiationRules.Generation.Tests.Agreement;

/// <summary>What parameters come to in C#, and what is refused beside them.</summary>
public sealed class ParameterTests
{
    [Fact]
    public void WhatAnObjectOfAParameterLeavesOpenIsNotKnown()
    {
        var rules = Rules("""
            "parameters": { "ledger": { "value": [ { "what": "gamma" }, { "worth": 2 } ], "of": "#/$defs/entry" } },
            "rules": [ { "id": "a",
              "require": { "some": { "parameter": "ledger" }, "as": "entry",
                "where": { "word": { "in": [ "beta", { "fact": "entry.what" } ] } } } } ]
            """);
        var written = Assert.Single(WrittenRules.Compile([rules]));

        Assert.True(written.AssertAgrees(Scenario.Parse("""{ "word": "alpha" }"""), "another text"));
        Assert.True(written.AssertAgrees(Scenario.Parse("""{ "word": "gamma" }"""), "the text"));
        Assert.Equal(RuleOutcome.Unknown, rules.Evaluate(Scenario.Parse("""{ "word": "alpha" }""")).Rule("a").Outcome);
    }

    [Fact]
    public void AParameterFromWhichAStepWithoutCSharpIsWorkedOutIsWrittenIn()
    {
        var rules = Rules("""
            "parameters": { "least": 3 },
            "rules": [ { "id": "a", "require": { "years": { "atLeast": { "greatest": [ { "parameter": "least" }, 2 ] } } } } ]
            """);
        var written = Assert.Single(WrittenRules.Compile([rules]));

        Assert.True(written.AssertAgrees(Scenario.Parse("""{ "years": 3 }"""), "enough"));
        Assert.True(written.AssertAgrees(Scenario.Parse("""{ "years": 2 }"""), "too few"));
    }

    [Fact]
    public void TheTextOfTheOneElementOfWhichSomethingIsSoIsRefused()
    {
        var rules = Rules("""
            "rules": [ { "id": "a",
              "require": { "value": { "the": "people", "where": { "chairs": true }, "of": { "fact": "side" } }, "is": "South" } } ]
            """);
        var generated = CSharpGenerator.Write(rules, new CSharpOptions { Namespace = "Refused" });

        Assert.Null(generated.Text);
        Assert.Contains("the text of the one element", Assert.Single(generated.Diagnostics).Message, StringComparison.Ordinal);
    }

    private static RuleSet Rules(string members) => RuleSet.Parse(
        $$"""{ "name": "t", "stages": ["talks"], {{members}} }""",
        new RuleSetOptions
        {
            Vocabulary = Vocabulary.Parse("""
                { "properties": {
                  "word": { "type": "string" }, "years": { "type": "integer" },
                  "people": { "items": { "properties": { "chairs": { "type": "boolean" }, "side": { "type": "string" } } } } },
                  "$defs": { "entry": { "properties": { "what": { "type": "string" }, "worth": { "type": "integer" } } } } }
                """),
        });
}
