using System.Diagnostics;
using System.Globalization;
using NegotiationRules.Cli;
using NegotiationRules.Cli.Output;

namespace NegotiationRules.Tests.Cli;

/// <summary>The tool as a process of its own, asked to end while it is at work that nobody will see the end of.</summary>
public sealed class TerminationTests : IDisposable
{
    // Far more than it takes, on any machine; the work would take years.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly TimeSpan AtWork = TimeSpan.FromSeconds(1);

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

    private static async Task IsEndedBy(string signal, Process tool)
    {
        while (tool.TotalProcessorTime < AtWork)
        {
            await Task.Delay(50);
            Assert.False(tool.HasExited, "it ended by itself");
        }

        using (var kill = Process.Start("kill", [$"-{signal}", tool.Id.ToString(CultureInfo.InvariantCulture)]))
        {
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
