using System.Text.Json.Nodes;

namespace NegotiationRules.Page.Tests;

/// <summary>While there is a mistake in the rules, the verdict is that of the rules before it; one in the scenario leaves none.</summary>
public sealed class MistakeTests
{
    private const string Rules = """
        { "name": "small", "stages": ["talks"], "parameters": { "least": 3 }, "vocabulary": "v.vocabulary.json", "rules": [
          { "id": "enough", "require": { "pilots": { "atLeast": { "parameter": "least" } } } } ] }
        """;

    private const string Vocabulary = """{ "properties": { "pilots": { "type": "integer" } } }""";

    [Theory]
    [InlineData("small.rules.json", Rules + ",")]
    [InlineData("small.rules.json", """{ "name": "small" """)]
    [InlineData("v.vocabulary.json", """{ "properties": { "pilots": { "type": "int" } } }""")]
    public void WithAMistakeInTheRulesTheVerdictIsThatOfTheRulesBeforeOnTheScenarioAsItIs(string path, string mistaken)
    {
        using var desk = Opened();
        Assert.False((bool)Look(desk)["before"]!);

        var answer = Look(desk, (path, mistaken), ("s.scenario.json", """{ "pilots": 2 }"""));

        Assert.NotEmpty(answer["diagnostics"]!.AsArray());
        Assert.All(answer["diagnostics"]!.AsArray(), found => Assert.Equal(path, (string)found!["file"]!));
        Assert.True((bool)answer["before"]!);
        Assert.Equal("invalid", (string)answer["outcome"]!);
        Assert.Equal("enough", (string)answer["stages"]![0]!["cards"]![0]!["rule"]!);
        Assert.Equal("3", (string)answer["parameters"]![0]!["value"]!);
    }

    [Fact]
    public void OnceItIsMendedTheVerdictIsThatOfTheRulesAgain()
    {
        using var desk = Opened();
        Look(desk, ("small.rules.json", "{"));

        var answer = Look(desk, ("small.rules.json", Rules.Replace(": 3 }", ": 9 }", StringComparison.Ordinal)));

        Assert.Equal((false, "invalid"), ((bool)answer["before"]!, (string)answer["outcome"]!));
    }

    [Theory]
    [InlineData("""{ "pilots": "four" }""")]
    [InlineData("""{ "pilots": """)]
    public void WithAMistakeInTheScenarioThereIsNoneAndThatIsSaid(string scenario)
    {
        using var desk = Opened();
        var answer = Look(desk, ("s.scenario.json", scenario));

        Assert.Null(answer["stages"]);
        Assert.False((bool)answer["before"]!);
        Assert.StartsWith("the scenario has a mistake: ", (string)answer["none"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatTheRulesBeforeDoNotKnowIsNoMistakeOfTheScenario()
    {
        using var desk = Opened();
        var answer = Look(
            desk, ("v.vocabulary.json", """{ "properties": { "pilots": { "type": "integer" }, "flag": { "type": """),
            ("s.scenario.json", """{ "pilots": 4, "flag": "red" }"""));

        Assert.Equal("the rules have a mistake, and the scenario does not fit the rules before it", (string)answer["none"]!);
        Assert.All(answer["diagnostics"]!.AsArray(), found => Assert.Equal("v.vocabulary.json", (string)found!["file"]!));
    }

    [Fact]
    public void RulesThatWereNeverWholeHaveNone()
    {
        using var desk = new OpenedDesk(("small.rules.json", "{ "), ("s.scenario.json", "{}"));

        Assert.Equal("the rules have a mistake, and were not whole before", (string)Look(desk)["none"]!);
    }

    [Fact]
    public void OtherFilesOfTheSameNameHaveNothingToDoWithIt()
    {
        using var desk = Opened();
        var answer = desk.Look(
            "small.rules.json", "s.scenario.json", ("folder", 2), ("files", new JsonObject { ["small.rules.json"] = "{" }));

        Assert.Null(answer["stages"]);
    }

    [Fact]
    public void AParameterThatIsRefusedIsTold()
    {
        using var desk = Opened();
        var answer = desk.Look("small.rules.json", "s.scenario.json", ("parameters", new JsonObject { ["least"] = "many" }));

        Assert.StartsWith("the value of a parameter is refused: ", (string)answer["none"]!, StringComparison.Ordinal);
    }

    private static OpenedDesk Opened()
    {
        var desk = new OpenedDesk(
            ("small.rules.json", Rules), ("v.vocabulary.json", Vocabulary), ("s.scenario.json", """{ "pilots": 4 }"""));
        Assert.Equal("valid", (string)Look(desk)["outcome"]!);
        return desk;
    }

    private static JsonObject Look(OpenedDesk desk, params (string Path, string Text)[] files) => desk.Look(
        "small.rules.json", "s.scenario.json",
        ("files", new JsonObject(files.Select(file => KeyValuePair.Create(file.Path, (JsonNode?)file.Text)))));
}
