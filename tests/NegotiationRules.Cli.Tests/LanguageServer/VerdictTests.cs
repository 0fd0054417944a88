using System.Text.Json.Nodes;

namespace NegotiationRules.Cli.Tests.LanguageServer;

/// <summary>What is shown of facts, of rules and of what comes of them.</summary>
public sealed class VerdictTests
{
    [Theory]
    [InlineData("pilots\": {", "a whole number of at least 0", "How many pilots are on duty.")]
    [InlineData("every\":", "a condition", "\"every\": \"parties\"")]
    [InlineData("atLeast\":", "Numbers and durations: this or more.", "atLeast")]
    [InlineData("manned\" } } }", "a named condition", "\"crew\": { \"atLeast\": 3 }")]
    [InlineData("least\" } } }", "a parameter", "20")]
    [InlineData("because\":", "of a rule", "because")]
    public async Task WhatIsPointedAtIsTold(string at, params string[] said)
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        var text = await HoverAsync(editor, harbour, at);

        Assert.All(said, one => Assert.Contains(one, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARuleIsToldInWordsWithItsVerdictOnTheScenarioThatIsChosen()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync(scenario: "quiet");
        var text = await HoverAsync(editor, harbour, "enough-pilots");

        Assert.Contains("Requires that", text, StringComparison.Ordinal);
        Assert.Contains("violated", text, StringComparison.Ordinal);
        Assert.Contains("2 more", text, StringComparison.Ordinal);
        Assert.Contains("on the scenario `quiet`", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatThereIsStandsBesideWhatIsAsked()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync(scenario: "quiet");
        var uri = await editor.OpenAsync(harbour.RulesPath, Harbour.Rules);

        var hint = Assert.Single((await editor.AskAboutAsync("textDocument/inlayHint", uri))!.AsArray())!;

        Assert.Equal("18 of 20", (string?)hint["label"]);
        Assert.Equal(8, (int)hint["position"]!["line"]!);
    }

    [Fact]
    public async Task WhatThereIsFollowsTheScenarioAsItIsTyped()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync(scenario: "quiet");
        var uri = await editor.OpenAsync(harbour.RulesPath, Harbour.Rules);
        await editor.OpenAsync(harbour.ScenarioPath, """{ "pilots": 19 }""");

        Assert.Equal("19 of 20", (string?)(await editor.AskAboutAsync("textDocument/inlayHint", uri))!.AsArray()[0]!["label"]);
    }

    [Fact]
    public async Task WithoutAScenarioThereIsNothingBesideTheTextButTheOfferToChooseOne()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        var uri = await editor.OpenAsync(harbour.RulesPath, Harbour.Rules);

        Assert.Empty((await editor.AskAboutAsync("textDocument/inlayHint", uri))!.AsArray());
        Assert.Equal("choose a scenario", Assert.Single(await TitlesAsync(editor, uri)));

        await RunAsync(editor, "negotiate.chooseScenario", uri, "quiet");
        Assert.Equal("quiet — entry: invalid", Assert.Single(await TitlesAsync(editor, uri)));
    }

    [Fact]
    public async Task ATestIsRunFromItsLensWhichTellsWhatCameOfItUntilSomethingChanges()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        var uri = await editor.OpenAsync(harbour.TestsPath, Harbour.Tests);
        Assert.Equal(["run all tests", "run test", "run test"], await TitlesAsync(editor, uri));

        var outcome = await RunAsync(editor, "negotiate.runTest", uri, "quiet");

        Assert.Equal(1, (int)outcome!["test"]!["passed"]!);
        Assert.Equal(["run all tests", "✓ passed", "run test"], await TitlesAsync(editor, uri));
        await editor.OpenAsync(harbour.ScenarioPath, """{ "pilots": 25 }""");
        Assert.Equal(["run all tests", "run test", "run test"], await TitlesAsync(editor, uri));
        await RunAsync(editor, "negotiate.runTest", uri, "quiet");
        Assert.Contains("expected violated, but it is satisfied", editor.Shown[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATestOfLinesIsRunOnThemAsTheyAreTypedAndToldAnewWhenTheyHaveChanged()
    {
        using var harbour = new Harbour();
        await using var editor = await EditorDouble.StartAsync();
        var tests = """
            {
              "rules": "harbour.rules.json",
              "tests": [
                {
                  "name": "days", "lines": "days.jsonl", "facts": "/facts",
                  "expect": { "at": "/said", "cases": { "few": { "rules": { "enough-pilots": "violated" } } } }
                }
              ]
            }
            """;
        var lines = harbour.At("days.jsonl");
        File.WriteAllText(lines, """{ "id": "a", "facts": { "pilots": 18 }, "said": "few" }""");
        var uri = await editor.OpenAsync(harbour.TestsPath, tests);
        await RunAsync(editor, "negotiate.runTest", uri, "days");
        Assert.Equal("✓ passed", (await TitlesAsync(editor, uri))[1]);

        File.WriteAllText(lines, """{ "id": "a", "facts": { "pilots": 25 }, "said": "few" }     """);
        Assert.Equal("run test", (await TitlesAsync(editor, uri))[1]);
        await RunAsync(editor, "negotiate.runTest", uri, "days");
        Assert.Equal("✗ failed", (await TitlesAsync(editor, uri))[1]);

        await editor.OpenAsync(lines, """{ "id": "a", "facts": { "pilots": 19 }, "said": "few" }""");
        await RunAsync(editor, "negotiate.runTest", uri, "days");
        Assert.Equal("✓ passed", (await TitlesAsync(editor, uri))[1]);
    }

    private static async Task<string> HoverAsync(EditorDouble editor, Harbour harbour, string at)
    {
        var uri = await editor.OpenAsync(harbour.RulesPath, Harbour.Rules);
        var place = Harbour.Rules.IndexOf(at, StringComparison.Ordinal) + 1;
        return (string)(await editor.AskAtAsync("textDocument/hover", uri, Harbour.Rules, place))!["contents"]!["value"]!;
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(EditorDouble editor, string uri) =>
        [.. (await editor.AskAboutAsync("textDocument/codeLens", uri))!.AsArray().Select(one => (string)one!["command"]!["title"]!)];

    private static Task<JsonNode?> RunAsync(EditorDouble editor, string command, params string[] arguments) =>
        editor.AskAsync("workspace/executeCommand", new JsonObject
        {
            ["command"] = command,
            ["arguments"] = new JsonArray([.. arguments.Select(one => (JsonNode)one)]),
        });
}
