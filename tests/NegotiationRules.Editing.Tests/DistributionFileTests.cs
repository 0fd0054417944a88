namespace NegotiationRules.Editing.Tests;

/// <summary>What is suggested and told in a distribution file. The mark <c>|</c> is the place.</summary>
public sealed class DistributionFileTests
{
    private static readonly (string, string)[] Beside =
    [
        ("harbour.rules.json", """
            { "name": "harbour", "vocabulary": "harbour.vocabulary.json", "stages": ["entry"], "parameters": { "least": 20 },
              "rules": [ { "id": "enough-pilots", "require": { "pilots": { "atLeast": { "parameter": "least" } } } } ] }
            """),
        ("harbour.vocabulary.json", """
            { "properties": { "pilots": { "type": "integer", "description": "Who is on duty." }, "open": { "type": "boolean" },
              "ships": { "items": { "properties": { "flag": { "enum": ["NL", "DE"] } } } } } }
            """),
    ];

    [Theory]
    [InlineData("""{ "|" }""", "$schema facts parameters")]
    [InlineData("""{ "facts": { "|" } }""", "pilots open")]
    [InlineData("""{ "facts": { "pilots": { "|" } } }""", "weights uniform triangular normal")]
    [InlineData("""{ "facts": { "open": { "weights": { "|" } } } }""", "true false null")]
    [InlineData("""{ "facts": { "ships[3].flag": { "weights": { "NL": 2, "|" } } } }""", "DE null")]
    [InlineData("""{ "facts": { "pilots": { "normal": { "from": 1, "|" } } } }""", "to step mean deviation")]
    [InlineData("""{ "facts": { "pilots": { "triangular": { "|" } } } }""", "from to step mode")]
    [InlineData("""{ "parameters": { "|" } }""", "least")]
    public void WhatMayStandThereIsSuggested(string text, string expected)
    {
        // Of the same name as the rules, and as the only one beside them.
        Assert.Equal(expected.Split(' '), FilesInHand.Labels("harbour.distribution.json", text, Beside));
        Assert.Equal(expected.Split(' '), FilesInHand.Labels("likely.distribution.json", text, Beside));
    }

    [Theory]
    [InlineData("""{ "facts": { "pil|ots": { } } }""", "**`pilots`** — a whole number\n\nWho is on duty.")]
    [InlineData("""{ "parameters": { "le|ast": { } } }""", "**`least`** — a parameter\n\n```json\n20\n```")]
    [InlineData("""{ "facts": { "pilots": { "uni|form": { } } } }""",
        "**`uniform`** of what is drawn of a fact or a parameter\n\n```json\n\"uniform\": { \"from\": 5, \"to\": 20 }\n```")]
    public void WhatIsPointedAtIsTold(string text, string told) =>
        Assert.Equal(told, FilesInHand.Told("harbour.distribution.json", text, Beside));
}
