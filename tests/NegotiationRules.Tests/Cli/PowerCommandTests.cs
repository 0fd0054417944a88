using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class PowerCommandTests : IDisposable
{
    private const string YesOrNo = "members.vote=yes|no";
    private const string ForOrAgainst = "members.vote=for|against";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheVotesOfTheSecurityCouncilAreTold() =>
        Approved.Check(ToolRun.Of("power", Rules("security-council"), "veto", "--votes", YesOrNo).Report);

    [Fact]
    public void TheVotesOfTheCouncilOfTheEuropeanUnionAreTold() => Approved.Check(ToolRun.Of(
        "power", Rules("council-of-the-eu"), "abstentions-block", "--stage", "adoption", "--time", "100", "--votes", ForOrAgainst).Report);

    [Fact]
    public void NumbersThatNobodyReadsAreShortened() => Approved.Check(ToolRun.Of(
        "power", Rules("general-assembly"), "resolution-es-11-1", "--stage", "adoption", "--votes", YesOrNo).Report);

    [Fact]
    public void WhereUnanimityIsAskedForAllVotesDecideAsMuch() => Approved.Check(ToolRun.Of(
        "power", Rules("council-of-the-eu"), "sanctions-vetoed", "--stage", "adoption", "--time", "100", "--votes", ForOrAgainst).Report);

    // Whoever would meet the conditions today met them on the day of the last of them; then they are looked at no more.
    [Fact]
    public void WhereNobodyCanMakeAStageValidNoVoteDecides() => Approved.Check(ToolRun.Of(
        "power", Rules("shipping-convention"), "in-force", "--stage", "conditions", "--votes",
        "states.act=ratification|signature-subject-to-ratification").Report);

    [Fact]
    public void WhatCanBeToldForOneWayOfVotingAtATimeIsNotCounted() => Approved.Check(ToolRun.Of(
        "power", Rules("shipping-convention"), "in-force", "--stage", "entry-into-force", "--votes",
        "states.act=ratification|signature-subject-to-ratification").Report);

    [Fact]
    public void JsonHasAllVotersWithExactFractions()
    {
        var run = ToolRun.Of("power", Rules("security-council"), "veto", "--votes", YesOrNo, "--format", "json");
        var json = JsonNode.Parse(run.Out)!;

        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Equal((32_768, 848, 5_080), ((int)json["ways"]!, (int)json["winning"]!, (int)json["swings"]!));
        Assert.Equal(
            ["Albania: 84 21/1270 1.653543 4/2145 0.186480", "China: 848 106/635 16.692913 421/2145 19.627040"],
            json["voters"]!.AsArray().Where(voter => (string)voter!["name"]! is "Albania" or "China").Select(voter =>
                $"{voter!["name"]}: {voter["swings"]} {voter["banzhaf"]!["exact"]} {voter["banzhaf"]!["percent"]!.ToJsonString()} "
                    + $"{voter["shapleyShubik"]!["exact"]} {voter["shapleyShubik"]!["percent"]!.ToJsonString()}"));
    }

    [Fact]
    public void NumbersBeyondThoseOfJsonAreTexts()
    {
        var run = ToolRun.Of(
            "power", Rules("general-assembly"), "resolution-es-11-1", "--stage", "adoption", "--votes", YesOrNo, "--format", "json");

        Assert.Equal(
            "12554203470773361527671578846415332832204710888928069025792", (string)JsonNode.Parse(run.Out)!["ways"]!);
    }

    [Fact]
    public void ThePageHasAllItNeedsAndNoScript()
    {
        var file = _folder.At("power.html");
        var run = ToolRun.Of("power", Rules("security-council"), "veto", "--votes", YesOrNo, "--format", "html", "--output", file);
        var page = File.ReadAllText(file);

        Assert.Equal((0, string.Empty, string.Empty), (run.Code, run.Out, run.Error));
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
        Assert.Contains("<td>United Kingdom<small>permanent member</small></td><td>848</td>", page, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Shapley–Shubik 19.63 %\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotDecidedInTimeEndsWithOne()
    {
        var run = ToolRun.Of(
            "power", Rules("council-of-the-eu"), "abstentions-block", "--stage", "adoption", "--votes", ForOrAgainst, "--nodes", "100");

        Assert.Equal(1, run.Code);
        Assert.Contains("it takes more than 100 parts to count", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error: --votes takes FACT=FOR|AGAINST, such as members.vote=yes|no, not `members.vote`", 2, "members.vote")]
    [InlineData("error: the vocabulary has no fact `members.votes` of the elements of a list", 1, "members.votes=yes|no")]
    [InlineData("\n help: did you mean `members.vote`?\n", 1, "members.votes=yes|no")]
    [InlineData("error: the vocabulary has no fact `matter` of the elements of a list", 1, "matter=substantive|procedural")]
    [InlineData("error NR4012: `aye` is not a value of `members[0].vote`", 1, "members.vote=aye|no")]
    [InlineData("Not decided: no rule that `adoption` hangs on reads `members.name`", 1, "members.name=a|b")]
    public void WhatIsWrongWithVotesIsSaid(string expected, int code, string votes)
    {
        var run = ToolRun.Of("power", Rules("security-council"), "veto", "--votes", votes);

        Assert.Contains(expected, run.Error + run.Out, StringComparison.Ordinal);
        Assert.Equal(code, run.Code);
    }

    [Fact]
    public void OfSeveralStagesOneHasToBeNamed()
    {
        var run = ToolRun.Of("power", Rules("council-of-the-eu"), "abstentions-block", "--votes", ForOrAgainst);

        Assert.Equal(
            (1, "error: the rules have several stages\n help: say which with `--stage STAGE`: `voting` or `adoption`\n"),
            (run.Code, run.Error));
    }

    private static string Rules(string name) => Repository.At($"rules/{name}");
}
