using System.Text.Json.Nodes;

namespace NegotiationRules.Page.Tests;

/// <summary>What may be written where the mark <c>|</c> stands.</summary>
public sealed class CompletionTests
{
    private const string Rules = """
        { "name": "small", "stages": ["talks", "agreement"], "parameters": { "least": 3 }, "rules": [
          { "id": "enough", "stage": "talks", "holder": "RU", "require": { "count": "parties", "atLeast": { "parameter": "least" } } } ] }
        """;

    private const string Head = """{ "name": "small", "stages": ["talks", "agreement"], "parameters": { "least": 3 }, "rules": [ """;

    [Theory]
    [InlineData("""{ "agreement": { "|" } }""", "form", "\"form\": \"${1}\"")]
    [InlineData("""{ "agreement": { "|" } }""", "legallyBinding", "\"legallyBinding\": ${1:true}")]
    [InlineData("""{ "|" }""", "agreement", "\"agreement\": \\{ ${1} \\}")]
    [InlineData("""{ "agreement": { "form": "|" } }""", "written", "\"written\"")]
    [InlineData("""{ "agreement": { "legallyBinding": | } }""", "true", "true")]
    [InlineData("""{ "parties": [ { "delegates": [ { "ro|""", "role", "\"role\": \"${1}\"")]
    public void InAScenarioFactsAndTheirValues(string text, string label, string written) =>
        Assert.Equal(written, Suggested("small.scenario.json", text)[label]);

    [Fact]
    public void WhatIsStatedAlreadyIsNotSuggestedAgain() =>
        Assert.DoesNotContain("form", Suggested("small.scenario.json", """{ "agreement": { "form": "written", "|" } }""").Keys);

    [Theory]
    [InlineData(Head + """ { "|" } ] }""", "require")]
    [InlineData(Head + """ { "stage": "|" } ] }""", "agreement")]
    [InlineData(Head + """ { "require": { "|" } } ] }""", "agreement.termYears")]
    [InlineData(Head + """ { "require": { "|" } } ] }""", "every")]
    [InlineData(Head + """ { "require": { "agreement.termYears": { "|" } } } ] }""", "atLeast")]
    [InlineData(Head + """ { "require": { "agreement.form": "|" } } ] }""", "written")]
    [InlineData(Head + """ { "require": { "agreement.termYears": { "atLeast": { "parameter": "|" } } } } ] }""", "least")]
    [InlineData(Head + """ { "require": { "some": "parties.delegates", "where": { "|" } } } ] }""", "role")]
    [InlineData(Head + """ { "require": { "some": "parties.delegates", "|" } } ] }""", "where")]
    public void InRulesKeysFactsFormsOperatorsAndNames(string text, string label) =>
        Assert.Contains(label, Suggested("small.rules.json", text).Keys);

    [Fact]
    public void InACommentNothingIsSuggested() => Assert.Empty(Suggested("small.scenario.json", """{ // "|" """));

    [Fact]
    public void WhileTheRulesAndTheirVocabularyHaveMistakesFactsAreKnownAsTheyWere()
    {
        using var desk = new OpenedDesk(
            ("small.rules.json", """{ "name": "small", "vocabulary": "v.vocabulary.json", "stages": ["talks"], "rules": [] }"""),
            ("v.vocabulary.json", """{ "properties": { "pilots": { "type": "integer" } } }"""));

        Assert.Contains("pilots", Suggested(desk, "small.scenario.json", """{ "|" }""").Keys);
        desk.Ask("write", ("files", new JsonObject { ["v.vocabulary.json"] = """{ "properties": { """ }));
        desk.Ask("write", ("files", new JsonObject { ["small.rules.json"] = """{ "vocabulary": "v.vocabulary.json", "rules": [ { """ }));

        Assert.Contains("pilots", Suggested(desk, "small.scenario.json", """{ "|" }""").Keys);
        Assert.Contains("type", Suggested(desk, "v.vocabulary.json", """{ "properties": { "pilots": { "|" } } }""").Keys);
    }

    [Theory]
    [InlineData("small.scenario.json", """{ "agreement": { "fo|rm": "written" } }""", "**`form`** — one of ")]
    [InlineData("small.rules.json", """{ "rules": [ { "require": { "agreement.termYe|ars": 3 } } ] }""", "**`agreement.termYears`** — ")]
    [InlineData("v.vocabulary.json", """{ "properties": { "pilots": { "mini|mum": 3 } } }""", "The least a number can be")]
    public void WhatIsPointedAtIsTold(string path, string text, string said)
    {
        using var desk = new OpenedDesk(("small.rules.json", Rules));
        var told = Ask(desk, "hover", path, text);

        Assert.Contains(said, (string)told["markdown"]!, StringComparison.Ordinal);
        Assert.InRange(text.IndexOf('|', StringComparison.Ordinal), (int)told["start"]!, (int)told["end"]!);
    }

    [Fact]
    public void ARuleIsToldWithItsVerdictOnTheScenarioThatIsChosen()
    {
        using var desk = new OpenedDesk(("small.rules.json", Rules), ("few.scenario.json", """{ "parties": [ { "id": "RU" } ] }"""));
        var pointed = Rules.Replace("enough", "en|ough", StringComparison.Ordinal);
        var told = (string)Ask(desk, "hover", "small.rules.json", pointed)["markdown"]!;

        Assert.Contains("Requires that", told, StringComparison.Ordinal);
        Assert.Contains("on the scenario `few`", told, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Suggested(string path, string text)
    {
        using var desk = new OpenedDesk(("small.rules.json", Rules));
        return Suggested(desk, path, text);
    }

    private static Dictionary<string, string> Suggested(OpenedDesk desk, string path, string text) =>
        Ask(desk, "complete", path, text)["options"]?.AsArray()
            .ToDictionary(option => (string)option!["label"]!, option => (string)(option!["template"] ?? option["text"])!) ?? [];

    private static JsonObject Ask(OpenedDesk desk, string kind, string path, string text) => desk.Ask(
        kind, ("rules", "small.rules.json"), ("scenario", "few.scenario.json"), ("path", path),
        ("files", new JsonObject { [path] = text.Replace("|", string.Empty, StringComparison.Ordinal) }),
        ("offset", text.IndexOf('|', StringComparison.Ordinal)));
}
