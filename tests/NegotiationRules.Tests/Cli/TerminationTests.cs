using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using NegotiationRules.Cli;
using NegotiationRules.Cli.Output;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

/// <summary>The tool as a process of its own, asked to end while it is at work that nobody will see the end of.</summary>
public sealed class TerminationTests : IDisposable
{
    // Far more than it takes, on any machine; the work would take years.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan AtWork = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan BetweenPresses = TimeSpan.FromMilliseconds(30);

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("TERM", "evaluate", "endless.rules.json", "endless.scenario.json")]
    [InlineData("INT", "evaluate", "endless.rules.json", "endless.scenario.json")]
    [InlineData("TERM", "evaluate", "endless.rules.json", "--scenarios", "lines.jsonl")]
    [InlineData("TERM", "explain", "endless.rules.json", "endless.scenario.json")]
    [InlineData("TERM", "test", "endless.tests.json", "--coverage")]
    public async Task ACommandThatIsAskedToEndDoesSo(string signal, params string[] command)
    {
        if (OperatingSystem.IsWindows() || (signal == "INT" && IsInterruptIgnored()))
        {
            return;
        }

        WriteFiles();
        using var tool = Start([.. command, "--most-steps", "1000000000000000"]);
        try
        {
            await IsEndedBy(signal, tool);
        }
        finally
        {
            tool.Kill();
        }
    }

    [Fact]
    public async Task WhoPressesTwiceStillGetsWhatWasDone()
    {
        if (OperatingSystem.IsWindows() || IsInterruptIgnored())
        {
            return;
        }

        using var tool = Start(
        [
            "sweep", Repository.At("rules/security-council"), "seven-of-eleven", "--vary", "members[0].vote", "--vary", "members[8].vote",
            "--sample", "1e15", "--format", "json",
        ]);
        try
        {
            var (answer, said) = (tool.StandardOutput.ReadToEndAsync(), tool.StandardError.ReadToEndAsync());
            await IsEndedBy("INT", tool, times: 2);

            Assert.InRange((long)JsonNode.Parse(await answer)!["done"]!, 1, 999_999_999_999_999);
            Assert.Contains("interrupted: ", await said, StringComparison.Ordinal);
        }
        finally
        {
            tool.Kill();
        }
    }

    [Fact]
    public void TheFirstRequestStopsTheSecondIsAnsweredAndTheThirdEndsIt()
    {
        var error = new StringWriter();
        using var stop = new StopRequests(error);

        Assert.False(stop.Token.IsCancellationRequested);
        Assert.True(stop.Take());
        Assert.True(stop.Token.IsCancellationRequested);
        Assert.Equal(string.Empty, error.ToString());
        Assert.True(stop.Take());
        Assert.Equal("what was done is still being written, for 2 seconds at most; once more ends it at once", error.ToString().TrimEnd());
        Assert.False(stop.Take());
    }

    // A shell starts what is to run in the background so, and whatever that starts ignores interrupts as well.
    private static bool IsInterruptIgnored()
    {
        const string Ignored = "SigIgn:";
        const string Status = "/proc/self/status";
        const int Interrupt = 1 << 1;
        var line = File.Exists(Status) ? File.ReadLines(Status).FirstOrDefault(l => l.StartsWith(Ignored, StringComparison.Ordinal)) : null;
        return line is not null
            && (ulong.Parse(line[Ignored.Length..].Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & Interrupt) != 0;
    }

    private static async Task IsEndedBy(string signal, Process tool, int times = 1)
    {
        while (tool.TotalProcessorTime < AtWork)
        {
            await Task.Delay(50);
            Assert.False(tool.HasExited, "it ended by itself");
        }

        for (var i = 0; i < times; i++)
        {
            // Of two that wait at the same time a process is told once.
            await Task.Delay(i == 0 ? TimeSpan.Zero : BetweenPresses);
            using var kill = Process.Start("kill", [$"-{signal}", tool.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        using var patience = new CancellationTokenSource(Patience);
        await tool.WaitForExitAsync(patience.Token);
        Assert.Equal(ExitCode.Interrupted, tool.ExitCode);
    }

    public void Dispose() => _folder.Dispose();

    // Five lists inside each other that never fit.
    private void WriteFiles()
    {
        var condition =
            """{ "value": { "fact": "a0.x" }, "moreThan": { "fact": "a1.x", "plus": { "fact": "a2.x", "plus": { "fact": "a3.x","""
                + """ "plus": { "fact": "a4.x" } } } } }""";
        for (var i = 4; i >= 0; i--)
        {
            condition = $$"""{ "some": "list", "as": "a{{i}}", "where": {{condition}} }""";
        }

        var list = $$"""{ "list": [ {{string.Join(", ", Enumerable.Range(0, 900).Select(i => $$"""{ "x": {{10 + (i % 7)}} }"""))}} ] }""";
        _folder.Write(
            "f.vocabulary.json",
            """{ "properties": { "list": { "items": { "properties": { "x": { "type": "integer" } } } } } }"""
        );
        _folder.Write(
            "endless.rules.json",
            $$"""{ "name": "endless", "vocabulary": "f.vocabulary.json", "stages": ["s"],"""
                + $$""" "rules": [ { "id": "a", "require": {{condition}} } ] }"""
        );
        _folder.Write("endless.scenario.json", list);
        _folder.Write("lines.jsonl", list + "\n" + list + "\n");
        _folder.Write(
            "endless.tests.json",
            """{ "rules": "endless.rules.json", "tests": [ { "name": "t", "scenario": "endless.scenario.json","""
                + """ "expect": { "outcome": "invalid" } } ] }"""
        );
    }

    private Process Start(IEnumerable<string> command)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(NegotiateTool).Assembly.Location, .. command])
        {
            WorkingDirectory = _folder.At("."),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
