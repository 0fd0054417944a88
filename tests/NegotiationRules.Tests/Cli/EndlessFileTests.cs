using System.Diagnostics;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

/// <summary>Pipes and devices in the place of files: what never ends or never begins is refused, and what can be read once is read
/// once.</summary>
public sealed class EndlessFileTests : IDisposable
{
    private const string Rules =
        """{ "name": "piped", "stages": ["talks"], "rules": [ { "id": "mediated", "require": { "talks.mediated": true } } ] }""";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("evaluate")]
    [InlineData("explain")]
    [InlineData("describe")]
    [InlineData("convert")]
    public void ADeviceThatNeverEndsIsNoRuleFile(string command)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var scenario = _folder.Write("one.scenario.json", "{}");
        string[] rest = command switch
        {
            "describe" => [],
            "convert" => ["--to", "rules"],
            _ => [scenario],
        };
        var run = ToolRun.Of([command, "/dev/zero", .. rest]);

        Assert.Equal(1, run.Code);
        Assert.Contains("`/dev/zero` cannot be read: it is not UTF-8 text", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "name": "a", "include": ["pipe.rules.json"], "stages": ["talks"], "rules": [] }""")]
    [InlineData("""{ "name": "a", "vocabulary": "pipe.vocabulary.json", "stages": ["talks"], "rules": [] }""")]
    public void APipeThatAFileNamesIsReadAsEmpty(string rules)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        MakePipe("pipe.rules.json");
        MakePipe("pipe.vocabulary.json");

        var run = ToolRun.Of("check", _folder.Write("a.rules.json", rules));

        Assert.Equal(1, run.Code);
        Assert.Contains("error NR1001: the file is empty", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("test")]
    public void APipeThatTestsNameAsTheirRulesIsNotWaitedFor(string command)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        MakePipe("pipe.rules.json");

        var run = ToolRun.Of(command, _folder.Write("a.tests.json",
            """{ "rules": "pipe.rules.json", "tests": [ { "name": "a", "scenario": {}, "expect": { "outcome": "valid" } } ] }"""));

        Assert.Equal(1, run.Code);
        Assert.Contains("NR1112: there is nothing in the rule file `pipe.rules.json`", run.Out + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void APipeThatLiesInAFolderIsNotWaitedFor()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        MakePipe("pipe.rules.json");
        MakePipe("pipe.scenario.json");
        var scenario = _folder.Write("one.scenario.json", "{}");

        Assert.Contains(
            "NR6019: there is nothing in the file", ToolRun.Of("check", Path.GetDirectoryName(scenario)!).Out,
            StringComparison.Ordinal
        );
        Assert.Contains("NR6004", ToolRun.Of("check", scenario).Out, StringComparison.Ordinal);
        Assert.Contains("the file is empty", ToolRun.Of("describe", Path.GetDirectoryName(scenario)!).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Rules, "mediated")]
    [InlineData("""{ "WorkflowName": "piped", "Rules": [ { "RuleName": "adult", "Expression": "input1.Age >= 18" } ] }""", "adult")]
    public async Task RulesAndWorkflowsAreReadFromAPipe(string rules, string rule)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var pipe = MakePipe("pipe");
        // Opening it waits for a reader.
        var writing = Task.Run(() => File.WriteAllText(pipe, rules));

        var run = ToolRun.Of("evaluate", pipe, _folder.Write("one.scenario.json", "{}"));
        await writing;

        Assert.Equal(string.Empty, run.Error);
        Assert.Contains(rule, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatCannotBeWrittenIsNoSuccess()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        Assert.All(
            (string[][])
                [
                    ["check", ToolRun.Harbour],
                    ["evaluate", ToolRun.Harbour],
                    ["describe", ToolRun.Harbour],
                    ["schema", "rules"],
                    ["test", ToolRun.Harbour],
                ],
            command => Assert.Equal(1, ToolRun.Of([.. command, "--output", "/dev/full"]).Code)
        );
    }

    public void Dispose() => _folder.Dispose();

    private string MakePipe(string name)
    {
        using var made = Process.Start("mkfifo", [_folder.At(name)]);
        made.WaitForExit();
        return _folder.At(name);
    }
}
