using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Page.Tests;

public sealed class DeskTests
{
    private const string Rules = """
        { "name": "small", "stages": ["talks"], "parameters": { "least": 3, "until": "2022-02-01" }, "rules": [
          { "id": "enough", "require": { "count": "parties", "atLeast": { "parameter": "least" } } },
          { "id": "soon", "require": { "talks.start": { "before": { "parameter": "until" } } } } ] }
        """;

    private const string Scenario = """
        {
          // who comes
          "parties": [{ "id": "RU" }, { "id": "US" }],
          "talks": { "start": "2022-01-10" } // a Monday
        }
        """;

    private static OpenedDesk Small(string rules = Rules, string scenario = Scenario) =>
        new(("small.rules.json", rules), ("small.scenario.json", scenario));

    private static JsonObject Look(OpenedDesk desk, params (string Name, JsonNode? Value)[] more) =>
        desk.Look("small.rules.json", "small.scenario.json", more);

    [Fact]
    public void TheVerdictComesWithWhatDecidesAndACardForEachRule()
    {
        using var desk = Small();

        var stage = Look(desk)["stages"]![0]!;

        Assert.Equal("invalid", (string)stage["outcome"]!);
        Assert.Equal("enough", (string)stage["decides"]![0]!["rule"]!);
        Assert.Equal(["enough", "soon"], stage["cards"]!.AsArray().Select(card => (string)card!["rule"]!));
    }

    [Fact]
    public void OnlyOpenCardsAreExplained()
    {
        using var desk = Small();

        var cards = Look(desk)["stages"]![0]!["cards"]!;
        Assert.NotNull(cards[0]!["why"]);
        Assert.Null(cards[1]!["why"]);

        cards = Look(desk, ("opened", new JsonArray("soon")), ("closed", new JsonArray("enough")))["stages"]![0]!["cards"]!;
        Assert.Null(cards[0]!["why"]);
        Assert.NotEmpty(cards[1]!["why"]!["children"]!.AsArray());
    }

    [Fact]
    public void AMistakeIsToldWithEditsThatCureIt()
    {
        using var desk = Small(Rules.Replace("talks.start", "talks.strat", StringComparison.Ordinal));

        var found = Look(desk)["diagnostics"]![0]!;
        Assert.Equal(("NR2001", "small.rules.json"), ((string)found["code"]!, (string)found["file"]!));

        var cured = OpenedDesk.Edited(Rules.Replace("talks.start", "talks.strat", StringComparison.Ordinal), found["cures"]![0]!);
        Assert.Equal(Rules, cured);
        Assert.Empty(Look(desk, ("files", new JsonObject { ["small.rules.json"] = cured }))["diagnostics"]!.AsArray());
    }

    [Fact]
    public void AParameterMayHaveAnotherValueForAsLongAsItIsAskedFor()
    {
        using var desk = Small();

        Assert.Equal("valid", (string)Look(desk, ("parameters", new JsonObject { ["least"] = 2 }))["outcome"]!);
        Assert.Equal("invalid", (string)Look(desk)["outcome"]!);
    }

    [Theory]
    [InlineData("least", new[] { "0 to 2: valid", "3 to 10: invalid" })]
    [InlineData("until", new[] { "737820 to 738164: invalid", "738165 to 738552: valid" })]
    public void TheValuesAtWhichTheVerdictTurnsAreFound(string parameter, string[] parts)
    {
        using var desk = Small();
        var change = new JsonObject { ["least"] = 2 };

        var found = desk.Ask("flips", ("rules", "small.rules.json"), ("scenario", "small.scenario.json"), ("parameter", parameter),
            ("parameters", parameter == "until" ? change : null))["parts"]!.AsArray();

        Assert.Equal(parts, found.Select(part => $"{part!["from"]} to {part["to"]}: {((string)part["outcomes"]!)["talks: ".Length..]}"));
    }

    [Fact]
    public void ARemedyIsTakenWithoutTouchingTheRestOfTheScenario()
    {
        var late = Scenario.Replace("2022-01-10", "2022-03-10", StringComparison.Ordinal);
        using var desk = Small(scenario: late);
        var least = new JsonObject { ["least"] = 2 };

        var ways = desk.Ask("advise", ("rules", "small.rules.json"), ("scenario", "small.scenario.json"), ("stage", "talks"),
            ("parameters", least.DeepClone()))["remedies"]!;
        var taken = OpenedDesk.Edited(late, ways[0]!["edits"]!);

        var after = Look(desk, ("files", new JsonObject { ["small.scenario.json"] = taken }), ("parameters", least));
        Assert.Equal("valid", (string)after["outcome"]!);
        var day = taken.IndexOf("2022", StringComparison.Ordinal);
        Assert.Equal(late.Remove(day, 10), taken.Remove(day, 10));
    }

    [Theory]
    [InlineData("talks.start", "\"2022-01-10\"", true)]
    [InlineData("parties[1].id", "\"US\"", true)]
    [InlineData("parties[1].delegates", """{ "id": "US" }""", false)]
    [InlineData("agreement.form", Scenario, false)]
    public void AFactIsFoundInTheScenarioOrWhatItWouldStandIn(string path, string text, bool isWhole)
    {
        using var desk = Small();

        var place = desk.Ask("place", ("scenario", "small.scenario.json"), ("path", path));

        Assert.Equal((text, isWhole), (Scenario.Substring((int)place["start"]!, (int)place["length"]!), (bool)place["whole"]!));
    }

    [Fact]
    public void TwoScenariosAreComparedByFactsAndByWhatComesOfThem()
    {
        using var desk = Small();
        var other = Scenario.Replace("2022-01-10", "2022-03-10", StringComparison.Ordinal);

        var answer = desk.Ask("compare", ("files", new JsonObject { ["other.scenario.json"] = other }), ("rules", "small.rules.json"),
            ("scenario", "small.scenario.json"), ("with", "other.scenario.json"));

        Assert.Equal(["soon"], answer["rules"]!.AsArray().Select(rule => (string)rule!["rule"]!));
        Assert.Equal(["talks.start"], answer["facts"]!.AsArray().Select(fact => (string)fact!["name"]!));
    }

    [Fact]
    public void AFileOutsideOfTheFolderIsRefused()
    {
        using var desk = Small();

        var answer = desk.Ask("write", ("files", new JsonObject { ["../stray.rules.json"] = "{}" }));

        Assert.Contains("is no path inside the folder", (string)answer["fault"]!, StringComparison.Ordinal);
    }

    public static TheoryData<string> Sets { get; } =
    [
        .. Directory.GetDirectories(Repository.At("rules")).Select(path => Path.GetFileName(path)!).Where(name => name != "schema").Order(),
    ];

    [Theory]
    [MemberData(nameof(Sets))]
    public void EveryRuleSetOpensWithItsTestsAndItsRemediesDo(string name)
    {
        using var desk = OpenedDesk.Shipped(name);
        var tests = desk.Ask("test", ("tests", $"{name}.tests.json"));
        Assert.Equal((0, 0), ((int)tests["failed"]!, tests["diagnostics"]!.AsArray().Count));

        foreach (var scenario in OpenedDesk.FilesOf(name).Where(path => path.StartsWith("scenarios/", StringComparison.Ordinal)).Take(2))
        {
            var before = desk.Look($"{name}.rules.json", scenario);
            Assert.Empty(before["diagnostics"]!.AsArray());
            foreach (var stage in before["stages"]!.AsArray().Where(stage => (string)stage!["outcome"]! != "valid"))
            {
                (string, JsonNode?)[] asked =
                    [("rules", $"{name}.rules.json"), ("scenario", scenario), ("stage", (string)stage!["stage"]!)];
                var written = File.ReadAllText(Repository.At($"rules/{name}/{scenario}"));
                foreach (var way in desk.Ask("advise", asked)["remedies"]?.AsArray().Take(2) ?? [])
                {
                    var taken = new JsonObject { [scenario] = OpenedDesk.Edited(written, way!["edits"]!) };
                    var after = desk.Look($"{name}.rules.json", scenario, ("files", taken))["stages"]!.AsArray();
                    var outcome = (string)after.Single(other => (string)other!["stage"]! == (string)stage["stage"]!)!["outcome"]!;
                    Assert.True(outcome is "valid" or "not applicable", $"{scenario}, {stage["stage"]}: {way["text"]}: {outcome}");
                    desk.Ask("write", ("files", new JsonObject { [scenario] = written }));
                }
            }
        }
    }
}
