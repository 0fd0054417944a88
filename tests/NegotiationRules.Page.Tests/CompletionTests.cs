using System.Text.Json.Nodes;

namespace NegotiationRules.Page.Tests;

/// <summary>What may be written where the mark <c>|</c> stands.</summary>
public sealed class CompletionTests
{
    private const string Rules = """
        { "name": "small", "stages": ["talks", "agreement"], "parameters": { "least": 3 }, "rules": [
          { "id": "enough", "stage": "talks", "holder": "RU", "require": { "count": "parties", "atLeast": { "parameter": "least" } } } ] }
        """;

    [Theory]
    [InlineData("""{ "agreement": { "|" } }""", "form", "\"form\": ")]
    [InlineData("""{ "agreement": { "form": "|" } }""", "written", "\"written\"")]
    [InlineData("""{ "agreement": { "legallyBinding": | } }""", "true", "true")]
    [InlineData("""{ "parties": [ { "delegates": [ { "ro|""", "role", "\"role\": ")]
    public void InAScenarioFactsAndTheirValues(string text, string label, string written) =>
        Assert.Equal(written, Suggested("small.scenario.json", text)[label]);

    [Fact]
    public void WhatIsStatedAlreadyIsNotSuggestedAgain() =>
        Assert.DoesNotContain("form", Suggested("small.scenario.json", """{ "agreement": { "form": "written", "|" } }""").Keys);

    [Theory]
    [InlineData("""{ "rules": [ { "|" } ] }""", "require")]
    [InlineData("""{ "rules": [ { "stage": "|" } ] }""", "agreement")]
    [InlineData("""{ "rules": [ { "require": { "|" } } ] }""", "agreement.termYears")]
    [InlineData("""{ "rules": [ { "require": { "|" } } ] }""", "every")]
    [InlineData("""{ "rules": [ { "require": { "agreement.termYears": { "|" } } } ] }""", "atLeast")]
    [InlineData("""{ "rules": [ { "require": { "agreement.form": "|" } } ] }""", "written")]
    [InlineData("""{ "rules": [ { "require": { "agreement.termYears": { "atLeast": { "parameter": "|" } } } } ] }""", "least")]
    [InlineData("""{ "rules": [ { "require": { "some": "delegations.delegates", "where": { "|" } } } ] }""", "role")]
    [InlineData("""{ "rules": [ { "require": { "some": "delegations.delegates", "|" } } ] }""", "where")]
    public void InRulesKeysFactsFormsOperatorsAndNames(string text, string label) =>
        Assert.Contains(label, Suggested("other.rules.json", text).Keys);

    [Fact]
    public void InACommentNothingIsSuggested() => Assert.Empty(Suggested("small.scenario.json", """{ // "|" """));

    private static Dictionary<string, string> Suggested(string path, string text)
    {
        using var desk = new OpenedDesk(("small.rules.json", Rules));
        var answer = desk.Ask("complete", ("rules", "small.rules.json"), ("path", path),
            ("files", new JsonObject { [path] = text.Replace("|", string.Empty, StringComparison.Ordinal) }),
            ("offset", text.IndexOf('|', StringComparison.Ordinal)));
        return answer["options"]?.AsArray().ToDictionary(option => (string)option!["label"]!, option => (string)option!["text"]!) ?? [];
    }
}
