namespace NegotiationRules.Cli.Tests.LanguageServer;

/// <summary>What may be written at a place.</summary>
public sealed class CompletionTests
{
    private const string Head = """
        { "name": "x", "include": ["common.rules.json"], "parties": { "HM": "the harbour master" }, "rules": [ { "id": "a",
        """;

    [Theory]
    [InlineData(Head + """ "holder": "§" } ] }""", "HM")]
    [InlineData(Head + """ "stage": "§" } ] }""", "entry")]
    [InlineData(Head + """ "strength": "§" } ] }""", "required expected preferred claim")]
    [InlineData(Head + """ "require": { "condition": "§" } } ] }""", "manned")]
    [InlineData(Head + """ "require": { "rule": "§" } } ] }""", "a")]
    [InlineData(Head + """ "require": { "flag": "§" } } ] }""", "red green")]
    [InlineData(Head + """ "require": { "flag": { "in": ["red", "§"] } } } ] }""", "red green")]
    [InlineData(Head + """ "require": { "pilots": { "atLeast": { "parameter": "§""", "least")]
    [InlineData(Head + """ "require": { "every": "§""", "ships ships.cargo")]
    [InlineData(Head + """ "require": { "open": { "§""", "is isNot in notIn known")]
    public async Task OnlyWhatFitsIsSuggested(string text, string expected) =>
        Assert.Equal(expected.Split(' '), await LabelsAsync(text, "new.rules.json"));

    [Theory]
    [InlineData(Head + """ "require": { "§""", "asOf pilots flag open")]
    [InlineData(Head + """ "require": { "some": "ships", "where": { "§""", "name crew asOf pilots")]
    [InlineData(Head + """ "require": { "some": "ships", "where": { "some": "cargo", "where": { § """, "kind name crew asOf")]
    [InlineData(Head + """ "require": { "some": "ships", "as": "ship", "where": { "§""", "ship.name ship.crew name crew")]
    [InlineData(Head + """ "forEach": "ships", "require": { § """, "name crew asOf pilots")]
    public async Task FactsOfTheInnermostElementComeFirst(string text, string expected) =>
        Assert.Equal(expected.Split(' '), (await LabelsAsync(text, "new.rules.json")).Take(4));

    [Fact]
    public async Task ANamedConditionHasTheFactsOfThePlaceWhereItIsUsed()
    {
        const string Text = """
            { "name": "x", "vocabulary": "harbour.vocabulary.json", "stages": ["s"], "conditions": { "c": { "§" } },
              "rules": [ { "id": "a", "require": { "some": "ships", "where": { "condition": "c" } } } ] }
            """;

        Assert.Equal(["name", "crew"], (await LabelsAsync(Text, "new.rules.json")).Take(2));
    }

    [Theory]
    [InlineData("""{ "§" }""", "asOf pilots flag open ships")]
    [InlineData("""{ "flag": "§" }""", "red green")]
    [InlineData("""{ "ships": [ { "name": "Ada", § } ] }""", "crew cargo")]
    public async Task AScenarioIsAskedForWhatItDoesNotStateYet(string text, string expected) =>
        Assert.Equal(expected.Split(' '), await LabelsAsync(text, "scenarios/new.scenario.json"));

    [Theory]
    [InlineData("""{ "rules": "§" }""", "common.rules.json harbour.rules.json")]
    [InlineData("""{ "rules": "harbour.rules.json", "tests": [ { "scenario": "§" } ] }""", "scenarios/quiet.scenario.json")]
    [InlineData("""{ "rules": "harbour.rules.json", "tests": [ { "expect": { "rules": { "§" } } } ] }""", "enough-pilots all-manned")]
    [InlineData("""{ "rules": "harbour.rules.json", "tests": [ { "parameters": { "§" } } ] }""", "least")]
    [InlineData(
        """{ "rules": "harbour.rules.json", "tests": [ { "expect": { "stages": { "entry": "§" } } } ] }""",
        "valid invalid undetermined notApplicable")]
    public async Task ATestIsAskedForWhatTheRulesMakeKnown(string text, string expected) =>
        Assert.Equal(expected.Split(' '), await LabelsAsync(text, "new.tests.json"));

    [Fact]
    public async Task WhatIsWrittenTakesThePlaceOfTheWordAndLeavesTheRest()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        const string Text = """{ "name": "x", "include": ["common.rules.json"], "rules": [ { "id": "a", "require": { "pil": 3 } } ] }""";
        var uri = await editor.OpenAsync(harbour.At("new.rules.json"), Text);
        var at = Text.IndexOf("pil", StringComparison.Ordinal) + 3;

        var item = (await editor.AskAtAsync("textDocument/completion", uri, Text, at))!["items"]!.AsArray()
            .Single(one => (string?)one!["label"] == "pilots")!;

        var (start, end) = (Character("start"), Character("end"));
        Assert.Equal(Text.Replace("\"pil\"", "\"pilots\"", StringComparison.Ordinal),
            Text[..start] + (string)item["textEdit"]!["newText"]! + Text[end..]);

        int Character(string which) => (int)item["textEdit"]!["range"]![which]!["character"]!;
    }

    private static async Task<IReadOnlyList<string>> LabelsAsync(string marked, string file)
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        var at = marked.IndexOf('§', StringComparison.Ordinal);
        var text = marked.Remove(at, 1);
        var uri = await editor.OpenAsync(harbour.At(file), text);
        var list = await editor.AskAtAsync("textDocument/completion", uri, text, at);
        return [.. list!["items"]!.AsArray().OrderBy(one => (string?)one!["sortText"], StringComparer.Ordinal)
            .Select(one => (string)one!["label"]!)];
    }
}
