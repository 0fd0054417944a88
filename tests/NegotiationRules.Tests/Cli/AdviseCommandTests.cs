using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class AdviseCommandTests
{
    [Theory]
    [InlineData("security-guarantees", "civilian-defence-official")]
    [InlineData("security-guarantees", "postponed")]
    [InlineData("security-guarantees", "political-declaration")]
    [InlineData("council-of-the-eu", "before-the-vote")]
    [InlineData("four-empires", "khan-threatens")]
    public void WhatItWouldTakeIsTold(string rules, string scenario) =>
        Approved.CheckFile(
            ToolRun.Of("advise", Rules(rules), scenario).Report,
            Repository.At($"tests/NegotiationRules.Tests/Cli/AdviseCommandTests.{scenario}.approved.txt"));

    [Fact]
    public void JsonHasEachStepWithItsRoomAndTheScenarioThatComesOfIt()
    {
        var run = ToolRun.Of("advise", Rules("security-guarantees"), "postponed", "--stage", "talks", "--format", "json");
        var json = JsonNode.Parse(run.Out)!;
        var remedy = json["remedies"]![0]!;

        Assert.Equal((0, string.Empty), (run.Code, run.Error));
        Assert.Equal(("talks", "invalid", true), ((string)json["stage"]!, (string)json["outcome"]!, (bool)json["all"]!));
        Assert.Equal(
            ["change talks.status postponed neither postponed nor cancelled", "change talks.start 2022-04-04 on or before 2022-01-31"],
            remedy["steps"]!.AsArray().Select(step => $"{step!["kind"]} {step["path"]} {step["from"]} {step["room"]}"));
        Assert.Equal("2022-01-31", (string)remedy["scenario"]!["talks"]!["start"]!);
        Assert.Equal("no-delay", (string)remedy["changes"]![0]!["rule"]!);
    }

    [Fact]
    public void WhatIsAskedForIsFixedAndCostsWhatIsSaid()
    {
        var fixedOnes = ToolRun.Of(
            "advise", Rules("security-guarantees"), "political-declaration", "--stage", "agreement", "--fixed", "agreement.reliable");
        var dear = ToolRun.Of(
            "advise", Rules("security-guarantees"), "political-declaration", "--stage", "agreement", "--cost", "agreement=3");

        Assert.Contains("but whether the agreement is reliable is fixed", fixedOnes.Out, StringComparison.Ordinal);
        Assert.Contains("cost 6", dear.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fixed", "agreement.reliabel", "The vocabulary has no fact `agreement.reliabel`")]
    [InlineData("--cost", "agreement.reliable", "--cost takes FACT=N")]
    [InlineData("--limit", "0", "--limit takes a number from 1 to 60")]
    [InlineData("--stage", "talk", "the rules have no stage `talk`")]
    public void WhatCannotBeMeantIsRefused(string option, string value, string message)
    {
        var run = ToolRun.Of("advise", Rules("security-guarantees"), "political-declaration", option, value);

        Assert.NotEqual(0, run.Code);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private static string Rules(string name) => Repository.At($"rules/{name}");
}
