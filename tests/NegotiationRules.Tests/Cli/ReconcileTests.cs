using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class ReconcileTests
{
    private static readonly string Report = Repository.At("rules/security-guarantees");

    [Fact]
    public void WhatSidesCanAgreeOnIsTold() => Approved.Check(ToolRun.Of("reconcile", Report, Answers("yielding")).Report);

    [Fact]
    public void WhatCollidesIsToldWithItsSourcesAndTheWaysOut() =>
        Approved.Check(ToolRun.Of("reconcile", Report, Answers("unyielding")).Report);

    [Fact]
    public void OnANarrowScreenLinesAreBrokenBetweenWords() =>
        Approved.Check(new Screen { IsTerminal = true, Width = 60 }.Run("reconcile", Report, Answers("unyielding"), "--most", "1").Report);

    [Fact]
    public void JsonHasAllOfIt()
    {
        var run = ToolRun.Of("reconcile", Report, Answers("unyielding"), "--format", "json");
        var answer = JsonNode.Parse(run.Out)!;

        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.False((bool)answer["possible"]!);
        Assert.Equal((11, 4, 18), (Count("preconditions"), Count("collisions"), Count("concessions")));
        Assert.Equal("delegations[].delegates[].service", (string)answer["collisions"]![0]!["facts"]![0]!);
        Assert.Null(answer["notDecided"]);

        int Count(string name) => answer[name]!.AsArray().Count;
    }

    [Fact]
    public void TheScenarioInJsonIsOneThatEvaluateAccepts()
    {
        using var folder = new TemporaryFolder();
        var answer = JsonNode.Parse(ToolRun.Of("reconcile", Report, Answers("yielding"), "--format", "json").Out)!;
        folder.Write("agreed.scenario.json", answer["front"]![0]!["scenario"]!.ToJsonString());

        Assert.Contains(
            "agreed  talks valid         agreement valid",
            ToolRun.Of("evaluate", Report, folder.At("agreed.scenario.json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void AScenarioMayBeGiven()
    {
        var run = ToolRun.Of("reconcile", Report, Answers("yielding"), "--given", "postponed");

        Assert.Equal(0, run.Code);
        Assert.Contains("cannot be met together: ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotDecidedInTimeEndsWithOne()
    {
        var run = ToolRun.Of("reconcile", Report, Answers("unyielding"), "--time", "0.0000001");

        Assert.Equal(1, run.Code);
        Assert.Contains("not decided: the ", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("members", "--list takes LIST=N, not `members`")]
    [InlineData("members=many", "--list takes LIST=N, not `members=many`")]
    public void AListWithoutItsLengthIsAFaultOfTheCommandLine(string list, string message)
    {
        var run = ToolRun.Of("reconcile", Report, "--list", list);

        Assert.Equal(2, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingScenarioIsReported()
    {
        var run = ToolRun.Of("reconcile", Report, "--given", "no-such");

        Assert.Equal(1, run.Code);
        Assert.Contains("no-such", run.Error, StringComparison.Ordinal);
    }

    private static string Answers(string name) => $"{Report}/counter-demands/{name}.rules.json";
}
