namespace NegotiationRules.Editing.Tests;

/// <summary>What is suggested and told in an analysis file. The mark <c>|</c> is the place.</summary>
public sealed class AnalysisFileTests
{
    private const string File = "harbour.analysis.json";

    private static readonly (string, string)[] Beside =
    [
        ("harbour.rules.json", """
            { "name": "harbour", "vocabulary": "harbour.vocabulary.json", "stages": ["entry"], "parameters": { "least": 20 },
              "rules": [ { "id": "enough-pilots", "require": { "pilots": { "atLeast": { "parameter": "least" } } } } ] }
            """),
        ("harbour.vocabulary.json", """
            { "properties": { "pilots": { "type": "integer", "description": "Who is on duty." }, "open": { "type": "boolean" },
              "ships": { "items": { "properties": { "cargo": { "items": { "type": "string" } } } } } } }
            """),
        ("quiet.scenario.json", "{ }"),
    ];

    [Theory]
    [InlineData("""{ "|" }""", "$schema given assume lists ignore")]
    [InlineData("""{ "given": "|" }""", "quiet.scenario.json")]
    [InlineData("""{ "given": { "open": true, "|" } }""", "pilots ships")]
    [InlineData("""{ "given": { "open": | } }""", "true false")]
    [InlineData("""{ "lists": { "|" } }""", "ships ships.cargo")]
    [InlineData("""{ "ignore": [ { "|" } ] }""", "code rule stage because")]
    [InlineData("""{ "ignore": [ { "code": "|" } ] }""", "NR5001 NR5002 NR5003 NR5004 NR5005 NR5006 NR5007 NR5008 NR5009")]
    [InlineData("""{ "ignore": [ { "code": "NR5004", "rule": "|" } ] }""", "enough-pilots")]
    [InlineData("""{ "ignore": [ { "code": "NR5004", "stage": "|" } ] }""", "entry")]
    [InlineData("""{ "assume": [ { "pilots": { "atLeast": { "parameter": "|" } } } ] }""", "least")]
    public void WhatMayStandThereIsSuggested(string text, string expected) =>
        Assert.Equal(expected.Split(' '), FilesInHand.Labels(File, text, Beside));

    [Fact]
    public void WhatIsAssumedIsACondition() =>
        Assert.Superset(
            new HashSet<string> { "pilots", "open", "every" },
            FilesInHand.Labels(File, """{ "assume": [ { "|" } ] }""", Beside).ToHashSet());

    [Theory]
    [InlineData("""{ "assume": [ { "pil|ots": 3 } ] }""", "**`pilots`** — a whole number\n\nWho is on duty.")]
    [InlineData("""{ "given": { "pil|ots": 3 } }""", "**`pilots`** — a whole number\n\nWho is on duty.")]
    [InlineData("""{ "ignore": [ { "code": "NR50|04" } ] }""", "**`NR5004`** — is met wherever others are")]
    [InlineData("""{ "li|sts": { } }""", "**`lists`** of an analysis file\n\n```json\n\"lists\": { \"members\": 15 }\n```")]
    public void WhatIsPointedAtIsTold(string text, string told) => Assert.Equal(told, FilesInHand.Told(File, text, Beside));
}
