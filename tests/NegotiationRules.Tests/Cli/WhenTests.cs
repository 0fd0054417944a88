using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class WhenTests : IDisposable
{
    private const string Stage = "entry-into-force";

    private static readonly string Treaties = Rules("treaty-entry-into-force");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheDaysOfTheTreatiesAreTold() =>
        Approved.Check(ToolRun.Of("when", Treaties, "kyoto-eve", "test-ban", "rome-statute-eve", "antarctic-treaty-eve").Report);

    [Fact]
    public void TheDaysOfTheFourEmpiresAreTold() =>
        Approved.Check(ToolRun.Of("when", Rules("four-empires"), "khan-threatens", "fog-of-war", "peace-of-ember").Report);

    [Fact]
    public void TheDaysOfTheCeasefireAreTold() =>
        Approved.Check(ToolRun.Of("when", Rules("phased-ceasefire"), "a-bad-week", "reports-outstanding", "on-schedule").Report);

    [Fact]
    public void TheDaysOfTheTalksAreTold() =>
        Approved.Check(ToolRun.Of("when", Rules("security-guarantees"), "as-reported", "postponed").Report);

    [Fact]
    public void OnANarrowScreenLinesAreBrokenBetweenWords() =>
        Approved.Check(new Screen { IsTerminal = true, Width = 72 }.Run("when", Treaties, "kyoto-eve").Report);

    [Fact]
    public void JsonHasEveryChangeWithItsFacts() =>
        Approved.Check(JsonNode.Parse(ToolRun.Of("when", Treaties, "kyoto-eve", "--rule", "kyoto-emissions", "--format", "json").Out)!
            .ToString());

    [Fact]
    public void ThereIsALineOfJsonForEachScenario()
    {
        var run = ToolRun.Of(
            "when", Treaties, "kyoto-eve", "test-ban", "--stage", Stage, "--from", "1985", "--to", "2035-06", "--format", "json");
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();

        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Equal(["kyoto-eve", "test-ban"], lines.Select(line => (string)line["id"]!));
        Assert.All(lines, line => Assert.Equal(("1985-01-01", "2035-06-30"), ((string)line["from"]!, (string)line["to"]!)));
        Assert.Equal(
            ["2005-02-16 invalid valid"],
            lines[0]["changes"]!.AsArray().Where(change => change!["rule"] is null)
                .Select(change => $"{change!["day"]} {change["before"]} {change["after"]}"));
        Assert.All(lines, line => Assert.Empty(line["notDecided"]!.AsArray()));
    }

    [Fact]
    public void WhatIsNotDecidedInTimeIsListedAndEndsWithOne()
    {
        var run = ToolRun.Of("when", Treaties, "kyoto-eve", "--rule", "kyoto-parties", "--time", "0.0000001");

        Assert.Equal(1, run.Code);
        Assert.Contains("Kyoto Protocol: 55 parties: not decided from ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void TheTimelineCanGoIntoAFile()
    {
        var run = ToolRun.Of("when", Treaties, "kyoto-eve", "--output", _folder.At("when.txt"));

        Assert.Equal(new ToolRun(0, string.Empty, string.Empty), run);
        Assert.Equal(ToolRun.Of("when", Treaties, "kyoto-eve").Out, File.ReadAllText(_folder.At("when.txt")));
    }

    [Fact]
    public void AnotherDateMayBeTheDay()
    {
        var run = ToolRun.Of("when", ToolRun.Harbour, "handshake", "--fact", "start", "--format", "json");

        Assert.Equal(("start", 0), ((string)JsonNode.Parse(run.Out)!["fact"]!, run.Code));
    }

    [Theory]
    [InlineData("error: the rules have no rule `kyoto-partys`\n help: did you mean `kyoto-parties`?\n", "--rule", "kyoto-partys")]
    [InlineData("error: the rules have no stage `x`\n help: they have `entry-into-force`\n", "--stage", "x")]
    [InlineData(
        "error: there is no date `consents.date` outside of lists among the facts\n"
            + " help: name the fact that the rules read the day by with `--fact FACT`\n",
        "--fact", "consents.date")]
    public void WhatTheRulesDoNotHaveIsSaid(string error, string option, string value) =>
        Assert.Equal(new ToolRun(1, string.Empty, error), ToolRun.Of("when", Treaties, "kyoto-eve", option, value));

    [Theory]
    [InlineData("error: --from takes a day, a month or a year, such as 2022-01-31, 2022-01 or 2022, not `tomorrow`", "--from", "tomorrow")]
    [InlineData("error: --to is before --from", "--from", "2022", "--to", "2021")]
    [InlineData("error: --time takes a number of seconds above 0, not `0`", "--time", "0")]
    public void ACommandLineThatIsWrongIsSaidToBeSo(string error, params string[] options)
    {
        var run = ToolRun.Of(["when", Treaties, "kyoto-eve", .. options]);

        Assert.Equal((2, error), (run.Code, run.Error.Split('\n')[0]));
    }

    [Fact]
    public void WhereNoDayIsMeantTheDaysAreAskedFor()
    {
        var run = ToolRun.Of("when", Rules("council-of-the-eu"), "before-the-vote");

        Assert.Equal(
            new ToolRun(
                1, string.Empty,
                "error: before-the-vote: which days are meant cannot be told from the scenario and the rules\n"
                    + " help: say `--from` and `--to`\n"),
            run);
    }

    private static string Rules(string name) => Repository.At($"rules/{name}");
}
