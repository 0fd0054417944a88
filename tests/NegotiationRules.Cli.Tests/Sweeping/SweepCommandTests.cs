using System.Text.Json.Nodes;
using NegotiationRules.Cli.Output;
using NegotiationRules.Tests.Cli;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Cli.Tests.Sweeping;

/// <summary><c>negotiate sweep</c> and <c>negotiate merge</c>, as they are typed.</summary>
public sealed class SweepCommandTests : IDisposable
{
    private static readonly string Council = Repository.At("rules/security-council");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AllCombinationsAreToldWithoutIntervals() => Approved.Check(ToolRun.Of(
        "sweep", Council, "seven-of-eleven", "--vary", "members[0].vote", "--vary", "members[5].vote",
        "--vary", "members[8].vote=yes,no").Report);

    [Fact]
    public void SamplesAreToldWithIntervals() => Approved.Check(Sweep("--sample", "1e4", "--seed", "7").Report);

    [Fact]
    public void ParametersVaryToo() => Approved.Check(ToolRun.Of(
        "sweep", Repository.At("rules/security-guarantees"), "as-reported", "--set", "tolerance=P0D,P1M,P2M",
        "--vary", "talks.start=2022-01-01..2022-04-30/10").Report);

    [Fact]
    public void TheHelpSaysWhatCanBeSaid() => Approved.Check(ToolRun.Of("sweep", "--help").Report);

    [Fact]
    public void CsvHasALineForEachFigure()
    {
        var lines = Sweep("--format", "csv").Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal("what,stage,name,value,count,scenarios,part,low,high", lines[0]);
        Assert.All(lines, line => Assert.Equal(9, line.Split(',').Length));
        Assert.Contains(lines, line => line.StartsWith("valid-by-value,adoption,members[0].vote,yes,", StringComparison.Ordinal));
    }

    [Fact]
    public void JsonHasOutcomesThatAddUpToAllScenarios()
    {
        var json = JsonNode.Parse(Sweep("--format", "json", "--sample", "1000", "--method", "sobol").Out)!;

        Assert.Equal(("sobol", 1_000), ((string?)json["method"], (int)json["scenarios"]!));
        Assert.All(json["stages"]!.AsArray(), stage =>
            Assert.Equal(1_000, stage!["outcomes"]!.AsObject().Sum(outcome => (int)outcome.Value!["count"]!)));
    }

    [Fact]
    public void ShardsPutTogetherAreWhatOneRunGives()
    {
        string[] parts = [.. Enumerable.Range(1, 5).Select(number => _folder.At($"part-{number}.json"))];
        for (var i = 0; i < parts.Length; i++)
        {
            Assert.Equal(0, Sweep("--sample", "1e4", "--shard", $"{i + 1}/5", "-o", parts[i]).Code);
        }

        foreach (var format in (string[])["text", "json", "csv", "html"])
        {
            Assert.Equal(Sweep("--sample", "1e4", "--format", format).Out, ToolRun.Of(["merge", .. parts, "--format", format]).Out);
        }
    }

    [Fact]
    public void PartsThatAreNoWholeAreRefusedAndNamed()
    {
        var (one, two, other) = (_folder.At("one.json"), _folder.At("two.json"), _folder.At("other.json"));
        Sweep("--sample", "100", "--shard", "1/3", "-o", one);
        Sweep("--sample", "100", "--shard", "2/3", "-o", two);
        Sweep("--sample", "100", "--seed", "2", "--shard", "3/3", "-o", other);

        Refused("error NR6051: Shard `3/3` is missing", one, two);
        Refused($"{one}: error NR6052: Shard 1/3 comes twice", one, two, one);
        Refused($"{other}: error NR6054: It does not belong to `{one}`: its seed is 2, and not 1", one, two, other);
        Refused("error NR6050: it is no part of a sweep", one, _folder.Write("no.json", "{}"));

        static void Refused(string why, params string[] parts)
        {
            var run = ToolRun.Of(["merge", .. parts]);
            Assert.Equal((1, string.Empty), (run.Code, run.Out));
            Assert.Contains(why, run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void WhatWasInterruptedGoesOnFromItsCheckpoint()
    {
        var (checkpoint, whole) = (_folder.At("checkpoint.json"), Sweep("--sample", "3e6", "--format", "json"));
        using var stop = new CancellationTokenSource();
        string[] typed = [.. Typed("--sample", "3e6", "--format", "json"), "--checkpoint", checkpoint, "--resume"];
        // On a thread of its own: those of the pool may all be at work.
        var watcher = new Thread(() => StopOnceThereIs(checkpoint, stop));
        watcher.Start();
        var begun = new Screen { Stop = stop.Token }.Run([.. typed, "--threads", "1"]);
        watcher.Join();

        Assert.Equal(ExitCode.Interrupted, begun.Code);
        Assert.Contains("interrupted: ", begun.Error, StringComparison.Ordinal);
        Assert.InRange((int)JsonNode.Parse(begun.Out)!["done"]!, 1, 2_999_999);
        Assert.Equal(whole, ToolRun.Of(typed));
    }

    [Fact]
    public void ACheckpointOfAnotherSweepIsRefusedAndNoneIsOverwritten()
    {
        var checkpoint = _folder.At("checkpoint.json");
        Assert.Equal(0, Sweep("--sample", "100", "--checkpoint", checkpoint).Code);

        Assert.Contains("NR6056", Sweep("--sample", "100", "--checkpoint", checkpoint).Error, StringComparison.Ordinal);
        Assert.Contains(
            "error NR6055: the sweep cannot go on from this checkpoint: it has 100 scenarios, and not 200",
            Sweep("--sample", "200", "--checkpoint", checkpoint, "--resume").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--vary", "members[0].vot=yes,no")]
    [InlineData("--vary", "members[0].vote=yes,perhaps")]
    [InlineData("--vary", "members=1,2")]
    [InlineData("--vary", "members[99].vote=yes,no")]
    [InlineData("--vary", "members[0].vote=5..1")]
    [InlineData("--set", "nothing=1,2")]
    [InlineData("--distribution", "nowhere.distribution.json")]
    public void WhatCannotVaryIsToldAndEndsWithOne(string option, string value)
    {
        var run = ToolRun.Of("sweep", Council, "seven-of-eleven", option, value);

        Assert.Equal((1, string.Empty), (run.Code, run.Out));
        Assert.Contains("error", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("NR6099", run.Error, StringComparison.Ordinal);
    }

    private static void StopOnceThereIs(string file, CancellationTokenSource stop)
    {
        Assert.True(SpinWait.SpinUntil(() => File.Exists(file), TimeSpan.FromMinutes(1)));
        stop.Cancel();
    }

    private static ToolRun Sweep(params string[] more) => ToolRun.Of(Typed(more));

    private static string[] Typed(params string[] more) =>
        ["sweep", Council, "seven-of-eleven", "--vary", "members[0].vote", "--vary", "members[8].vote", .. more];
}
