using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class ShareCommandTests : IDisposable
{
    private const string ForAndAgainst = """{ "members.vote": { "for": 0.8, "against": 0.2 } }""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhatStandsInTheWayAndWhatMattersIsTold() =>
        Approved.Check(ToolRun.Of("share", Rules("security-council"), "veto", "--free", "members.vote").Report);

    [Fact]
    public void WithADistributionValuesOccurAsOftenAsItSays() => Approved.Check(ToolRun.Of(
        "share", Rules("council-of-the-eu"), "abstentions-block", "--stage", "adoption", "--time", "100", "--distribution",
        ForAndAgainst).Report);

    [Fact]
    public void WithoutAScenarioNothingIsGiven() => Approved.Check(ToolRun.Of(
        "share", Rules("security-guarantees"), "--stage", "agreement", "--free", "agreement.status", "--free", "agreement.form",
        "--free", "agreement.legallyBinding").Report);

    [Fact]
    public void WhatHasNoEndIsNotCountedAndEndsWithOne()
    {
        var run = ToolRun.Of("share", Rules("security-guarantees"), "as-reported", "--stage", "talks");

        Assert.Equal(1, run.Code);
        Assert.Contains("Not decided: there is no end to the values of ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ADistributionMayStandInAFile()
    {
        var file = _folder.At("votes.json");
        File.WriteAllText(file, ForAndAgainst);

        Assert.Equal(Of(ForAndAgainst).Out, Of(file).Out);

        static ToolRun Of(string distribution) => ToolRun.Of(
            "share", Rules("council-of-the-eu"), "abstentions-block", "--stage", "adoption", "--time", "100", "--distribution",
            distribution);
    }

    [Fact]
    public void JsonHasAllWithExactFractions()
    {
        var run = ToolRun.Of(
            "share", Rules("security-council"), "veto", "--format", "json",
            "--distribution", """{ "members.vote": { "yes": 1, "no": 1 } }""");
        var json = JsonNode.Parse(run.Out)!;

        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Equal(32_768, (int)json["scenarios"]!);
        Assert.Equal(
            ["valid 53/2048", "invalid 1995/2048", "undetermined 0", "notApplicable 0"],
            json["outcomes"]!.AsObject().Select(outcome => $"{outcome.Key} {outcome.Value!["exact"]}"));
        Assert.Equal(["enough-votes", "no-veto"], json["blocking"]!.AsArray().Select(rule => (string)rule!["rule"]!));
        Assert.Equal(
            "members[2].vote: the vote of China yes 53/1024 no 0",
            json["facts"]!.AsArray().Where(fact => (string)fact!["path"]! == "members[2].vote")
                .Select(fact => $"{fact!["path"]}: {fact["name"]} {fact["bestValues"]} {fact["best"]!["exact"]} {fact["worstValues"]} "
                    + $"{fact["worst"]!["exact"]}")
                .Single());
    }

    [Fact]
    public void WhatIsEstimatedIsToldToBeNoCount() => Approved.Check(Estimate("text").Report);

    [Fact]
    public void InJsonAnEstimateStandsUnderANameOfItsOwn()
    {
        var json = JsonNode.Parse(Estimate("json").Out)!;

        Assert.NotNull(json["notDecided"]);
        Assert.Null(json["outcomes"]);
        Assert.DoesNotContain("exact", json.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((2000, 5, "Wilson, 95 %"),
            ((int)json["estimate"]!["samples"]!, (int)json["estimate"]!["seed"]!, (string)json["estimate"]!["interval"]!));
        var valid = json["estimate"]!["outcomes"]!["valid"]!;
        Assert.InRange((double)valid["estimatedPercent"]!, (double)valid["fromPercent"]!, (double)valid["toPercent"]!);
    }

    [Fact]
    public void OnThePageAnEstimateIsSaidToBeOne()
    {
        var page = Estimate("html").Out;

        Assert.Contains("This is an estimate and not a count", page, StringComparison.Ordinal);
        Assert.Contains("Outcomes, estimated", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2>Outcomes</h2>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--sample takes a whole number above 0, not `0`", "--sample", "0")]
    [InlineData("--seed is for --sample: give both, or leave it out", "--seed", "3")]
    public void ASampleHasANumberAndOnlyItHasASeed(string expected, string option, string value)
    {
        var run = ToolRun.Of("share", Rules("security-council"), "veto", option, value);

        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, run.Code);
    }

    [Fact]
    public void ThePageHasAllItNeedsAndNoScript()
    {
        var file = _folder.At("share.html");
        var run = ToolRun.Of(
            "share", Rules("security-council"), "veto", "--free", "members.vote", "--format", "html", "--output", file);
        var page = File.ReadAllText(file);

        Assert.Equal((0, string.Empty, string.Empty), (run.Code, run.Out, run.Error));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.Contains("Enough members vote in favour", page, StringComparison.Ordinal);
        Assert.Contains("the vote of France", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: the vocabulary has nothing called `members.votes`", "--free", "members.votes")]
    [InlineData("error: --distribution is no JSON that gives each value of each fact a", "--distribution", "{ \"members.vote\": 1 }")]
    [InlineData("error: `nowhere.json` cannot be read", "--distribution", "nowhere.json")]
    [InlineData("error NR4012: `aye` is not a value of `members[0].vote`", "--distribution", "{ \"members.vote\": { \"aye\": 1 } }")]
    [InlineData("error: how often the values of `members.vote` occur", "--distribution", "{ \"members.vote\": { \"yes\": 0 } }")]
    [InlineData("error: the vocabulary has no fact `members` that is one value", "--distribution", "{ \"members\": { \"yes\": 1 } }")]
    public void WhatIsWrongIsSaid(string expected, string option, string value)
    {
        var run = ToolRun.Of("share", Rules("security-council"), "veto", option, value);

        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Code);
    }

    // With no time to count in.
    private static ToolRun Estimate(string format) => ToolRun.Of(
        "share", Rules("security-council"), "veto", "--free", "members.vote", "--time", "0.0000001", "--sample", "2000", "--seed", "5",
        "--format", format);

    private static string Rules(string name) => Repository.At($"rules/{name}");
}
