using System.Diagnostics;
using System.Text.Json.Nodes;
using NegotiationRules.Cli.Output;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

/// <summary><c>negotiate diff</c>: which outcomes change.</summary>
public sealed class DiffTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ScenariosThatAreNamedComeFirstThenAllThereCanBe()
    {
        _folder.Write("two.scenario.json", """{ "parties": [{ "id": "RU" }, { "id": "US" }] }""");
        var run = ToolRun.Of("diff", Rules("old", 2), Rules("new", 3), _folder.At("two.scenario.json"));
        Approved.Check(run.Report);
    }

    [Fact]
    public void JsonHasTheScenarios()
    {
        var told = JsonNode.Parse(ToolRun.Of("diff", Rules("old", 2), Rules("new", 3), "--format", "json").Out)!;
        Assert.False(told["equivalent"]!.GetValue<bool>());
        Assert.Equal("lost", told["differences"]![0]!["change"]!.GetValue<string>());
        Assert.Equal(2, told["differences"]![0]!["scenario"]!["parties"]!.AsArray().Count);
    }

    [Fact]
    public void ARevisionOfGitStandsForTheOlderRules()
    {
        Rules("new", 2);
        Git("init", "-q", ".");
        Git("add", "-A");
        Git("-c", "user.email=a@example.org", "-c", "user.name=a", "commit", "-qm", "two");
        var run = ToolRun.Of("diff", "HEAD", Rules("new", 3));
        Assert.Contains("- `talks` is no longer valid", run.Out, StringComparison.Ordinal);
        Assert.Contains("no revision `nowhere`", ToolRun.Of("diff", "nowhere", Rules("new", 3)).Error, StringComparison.Ordinal);
        Assert.Contains("in HEAD", ToolRun.Of("diff", "HEAD", Rules("other", 3)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereNothingDiffersThatIsProved()
    {
        var run = ToolRun.Of("diff", Rules("old", 2), Rules("new", 2));
        Assert.Equal(
            (ExitCode.Fine, "= every stage has the same outcome in all scenarios, each fact being known or not known at all (proved)\n"),
            (run.Code, run.Out));
    }

    [Fact]
    public void WhatIsLeftOpenWhileSomethingIsNotKnownIsTold()
    {
        var rules = """{ "name": "r", "stages": ["talks"], "rules": [{ "id": "ready", "require": REQUIRED }] }""";
        var ready = """{ "talks.participantsAnnounced": true }""";
        var eitherWay = """
            { "any": [
              { "all": [{ "talks.participantsAnnounced": true }, { "talks.mediated": true }] },
              { "all": [{ "talks.participantsAnnounced": true }, { "talks.mediated": false }] }] }
            """;
        var old = _folder.Write("old.rules.json", rules.Replace("REQUIRED", ready, StringComparison.Ordinal));
        var @new = _folder.Write("new.rules.json", rules.Replace("REQUIRED", eitherWay, StringComparison.Ordinal));
        var run = ToolRun.Of("diff", old, @new);
        Approved.Check(run.Report);
        var told = JsonNode.Parse(ToolRun.Of("diff", old, @new, "--format", "json").Out)!;
        Assert.True(told["equivalent"]!.GetValue<bool>());
        Assert.False(told["equivalentWhileUnknown"]!.GetValue<bool>());
        Assert.Equal("newer", told["whileUnknown"]![0]!["leftOpenBy"]!.GetValue<string>());
        Assert.Equal("talks.mediated", told["whileUnknown"]![0]!["unknown"]![0]!.GetValue<string>());
    }

    private string Rules(string name, int least) => _folder.Write($"{name}.rules.json", $$"""
        { "name": "r", "stages": ["talks"], "rules": [{ "id": "enough", "require": { "count": "parties", "atLeast": {{least}} } }] }
        """);

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.Path })!;
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
    }
}
