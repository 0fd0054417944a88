using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using NegotiationRules.Cli.Verdicts;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli.Streaming;

public sealed class ScenarioStreamTests
{
    private const string Well = """{ "treaty": { "form": "written", "years": 12 } }""";
    private const string Odd = """{ "treaty": { "form": "oral" } }""";

    [Theory]
    [InlineData(StageOutcome.Undetermined, StageOutcome.Undetermined, StageOutcome.Valid)]
    [InlineData(StageOutcome.Undetermined, StageOutcome.Valid, StageOutcome.Undetermined)]
    [InlineData(StageOutcome.Invalid, StageOutcome.Invalid, StageOutcome.Undetermined)]
    [InlineData(StageOutcome.Invalid, StageOutcome.Undetermined, StageOutcome.Invalid)]
    public void AScenarioCountsAsItsWorstStage(StageOutcome together, StageOutcome first, StageOutcome second)
    {
        var tally = new OutcomeTally(["talks", "treaty"], []);

        tally.Add([first, second], []);

        Assert.Equal(1, tally.Of(together));
    }

    [Fact]
    public void EveryLineIsAnsweredInOrderAndSummedUp() =>
        Approved.Check(ToolRun.With($"{Well}\n{Odd}\n\n{{}}", "evaluate", ToolRun.Harbour, "--scenarios", "-").Report);

    [Fact]
    public void ABadLineIsAnsweredWithItsFaultAndTheRunGoesOn() => Approved.Check(ToolRun.With(
        $$"""
        { "treaty": { "from": "oral" } }
        {{Well}}
        { "treaty": { "form": "spoken", "years": -1 } }
        not JSON at all
        []
        { "treaty": { "form": "oral" }, "treaty": {} }
        {{Odd}}
        """,
        "evaluate", ToolRun.Harbour, "--scenarios", "-").Report);

    [Fact]
    public void ScenarioAndNameAreFoundByPointers() => Approved.Check(ToolRun.With(
        $$"""
        { "the/facts": [0, {{Well}}], "~": "first" }
        { "the/facts": [0, {{Odd}}], "~": 2.50 }
        { "the/facts": [0], "~": "no facts" }
        { "the/facts": [0, {{Odd}}] }
        { "the/facts": [0, {{Odd}}], "~": null }
        { "the/facts": [0, {{Odd}}], "~": "a", "~": "b" }
        { "the/facts": [0, { "treaty": { "from": "oral" } }], "~": "Привет \u00e9" }
        { "the/facts": [0, {{Odd}}], "~": "cut off
        """,
        "evaluate", ToolRun.Harbour, "--scenarios", "-", "--facts", "/the~1facts/1", "--id", "/~0").Report);

    [Fact]
    public void LinesWithOneIdAreNamed()
    {
        var run = ToolRun.With(
            string.Join('\n', new[] { "a", "b", "a", "c", "b" }.Select(id => $$"""{ "id": "{{id}}", "f": {{Well}} }""")),
            "evaluate", ToolRun.Harbour, "--scenarios", "-", "--facts", "/f", "--id", "/id");

        Assert.Contains("2 lines with the id of a line before, the first of them line 3 with that of line "
            + "1\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(5, run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("""{ "asOf": "2022-13-45" }""")]
    [InlineData("""{ "talks": { "format": "by pigeon" } }""")]
    [InlineData("""{ "agreement": { "termYears": -1 } }""")]
    public void WhatNoRuleReadsIsLookedAtOnlyIfThatIsAskedFor(string line)
    {
        using var folder = new TemporaryFolder();
        var rules = folder.Write(
            "t.rules.json",
            """{ "name": "t", "stages": ["talks"], "rules": [ { "id": "m", "require": { "talks.mediated": { "known": false } } } ] }"""
        );

        Assert.DoesNotContain("\"error\"", ToolRun.With(line, "evaluate", rules, "--scenarios", "-").Out, StringComparison.Ordinal);
        Assert.Contains("\"error\"", ToolRun.With(line, "evaluate", rules, "--scenarios", "-", "--strict").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsNotUtf8IsABadLine()
    {
        var input = new MemoryStream([
            .. Encoding.UTF8.GetBytes(Well),
            (byte)'\n',
            (byte)'"',
            0xFF,
            (byte)'"',
            (byte)'\n',
            .. Encoding.UTF8.GetBytes(Odd),
        ]);

        var lines = new Screen { Input = input }.Run("evaluate", ToolRun.Harbour, "--scenarios", "-").Out.Split('\n');

        Assert.Equal("""{"id":2,"line":2,"error":"the line is not UTF-8 text"}""", lines[1]);
        Assert.StartsWith("""{"id":3,"stages":""", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void LinesComeFromAFileAsWell()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("lines.jsonl", $"{Well}\n{Odd}\n");

        Assert.Equal(
            ToolRun.With($"{Well}\n{Odd}\n", "evaluate", ToolRun.Harbour, "--scenarios", "-"),
            ToolRun.Of("evaluate", ToolRun.Harbour, "--scenarios", path));
    }

    [Fact]
    public void AFileThatIsNotThereIsADiagnostic() =>
        Assert.Equal(
            new ToolRun(1, string.Empty, "nowhere.jsonl: error NR6001: there is no such file or folder\n"),
            ToolRun.Of("evaluate", ToolRun.Harbour, "--scenarios", "nowhere.jsonl"));

    [Theory]
    [InlineData(0, Odd)]
    [InlineData(1, "[]")]
    [InlineData(1, Odd, "--fail-on", "invalid")]
    [InlineData(0, "{}", "--fail-on", "invalid")]
    [InlineData(1, "{}", "--fail-on", "undetermined")]
    public void TheExitCodeTellsOfBadLinesAndUnwantedVerdicts(int code, string line, params string[] args) =>
        Assert.Equal(code, ToolRun.With(line, ["evaluate", ToolRun.Harbour, "--scenarios", "-", .. args]).Code);

    [Fact]
    public void TheRulesOfOneHolderAreAnsweredAlone() =>
        Assert.StartsWith(
            """{"id":1,"stages":{"talks":"valid","treaty":"valid"},"rules":{"written":"satisfied"}}""",
            ToolRun.With(Well, "evaluate", ToolRun.Harbour, "--scenarios", "-", "--holder", "S").Out,
            StringComparison.Ordinal);

    [Fact]
    public async Task ALineIsAnsweredBeforeTheNextIsRead()
    {
        using var input = new DialogueStream();
        using var output = new MeetingStream();
        var run = Task.Run(() => new Screen { Input = input, Output = output }.Run("evaluate", ToolRun.Harbour, "--scenarios", "-"));

        foreach (var (line, answer) in new[] { (Well, "\"treaty\":\"valid\""), (Odd, "\"treaty\":\"invalid\"") })
        {
            input.Say(line + "\n");
            Assert.Contains(answer, await output.NextAsync(), StringComparison.Ordinal);
        }

        input.End();
        Assert.Equal(0, (await run).Code);
    }

    [Fact]
    public async Task WhoeverStopsARunGetsTheAnswersToWhatWasReadAndTheSummary()
    {
        using var stop = new CancellationTokenSource();
        using var input = new DialogueStream();
        using var output = new MeetingStream();
        var run = Task.Run(() =>
            new Screen
            {
                Input = input,
                Output = output,
                Stop = stop.Token,
            }.Run("evaluate", ToolRun.Harbour, "--scenarios", "-")
        );
        input.Say(Well + "\n");
        Assert.Contains("\"id\":1", await output.NextAsync(), StringComparison.Ordinal);

        await stop.CancelAsync();
        var result = await run;

        Assert.Equal(130, result.Code);
        Assert.StartsWith("interrupted after 1 scenario in 2.0 s", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AHundredThousandLinesAreAnsweredInConstantMemory()
    {
        const int Lines = 100_000;
        using var input = new RepeatingStream(Encoding.UTF8.GetBytes(Well + "\n"), Lines);
        using var output = new CountingStream(input);

        var run = new Screen { Input = input, Output = output }.Run("evaluate", ToolRun.Harbour, "--scenarios", "-");

        Assert.Equal(0, run.Code);
        Assert.Equal(Lines, output.Lines);
        Assert.StartsWith("100,000 scenarios in", run.Error, StringComparison.Ordinal);

        // Never more unanswered than the blocks that are under way: whoever reads waits for one to come back.
        var blocks = Environment.ProcessorCount + 2;
        Assert.InRange(output.MostUnanswered, 1, blocks * 512 * 1024 / Well.Length);
    }

    // A line of three bytes has an answer of twenty for each rule: a block full of such lines would not fit in memory.
    [Fact]
    public void ShortLinesForManyRulesAreAnsweredInConstantMemory()
    {
        const int Lines = 5000;
        using var folder = new TemporaryFolder();
        var rules = string.Join(
            ',',
            Enumerable
                .Range(1, 2000)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$"""{ "id": "r{{i}}", "require": { "talks.rounds": { "atLeast": {{i}} } } }"""
                    )
                )
        );
        var path = folder.Write("many.rules.json", $$"""{ "name": "many", "stages": ["talks"], "rules": [ {{rules}} ] }""");
        using var input = new RepeatingStream("{}\n"u8.ToArray(), Lines);
        using var output = new CountingStream(input);

        Assert.Equal(0, new Screen { Input = input, Output = output }.Run("evaluate", path, "--scenarios", "-").Code);
        Assert.Equal(Lines, output.Lines);
        Assert.Equal(1000, output.MostAtOnce);
    }

    [Fact]
    public void TheAnswersAreThoseThatFilesGet()
    {
        var facts = File.ReadAllText(Path.Combine(ToolRun.Harbour, "scenarios", "handshake.scenario.json")).ReplaceLineEndings(" ");
        var streamed = JsonNode.Parse(ToolRun.With(facts, "evaluate", ToolRun.Harbour, "--scenarios", "-").Out)!.AsObject();
        var filed = JsonNode.Parse(ToolRun.Of("evaluate", ToolRun.Harbour, "handshake", "--format", "json").Out)!.AsObject();

        streamed.Remove("id");
        filed.Remove("id");
        Assert.Equal(filed.ToJsonString(), streamed.ToJsonString());
    }

    [Fact]
    public void OnlyTheTenRulesThatBlockedMostAreListed()
    {
        using var folder = new TemporaryFolder();
        var rules = string.Join(
            ',',
            Enumerable
                .Range(1, 12)
                .Select(i =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$"""{ "id": "r{{i:00}}", "require": { "talks.rounds": { "atLeast": {{i}} } } }"""
                    )
                )
        );
        var path = folder.Write("many.rules.json", $$"""{ "name": "many", "stages": ["talks"], "rules": [ {{rules}} ] }""");

        var error = ToolRun
            .With("""{ "talks": { "rounds": 0 } }""" + "\n" + """{ "talks": { "rounds": 11 } }""", "evaluate", path, "--scenarios", "-")
            .Error;

        Assert.Contains("r12", error, StringComparison.Ordinal);
        Assert.EndsWith("… and 2 more rules\n", error, StringComparison.Ordinal);
        Assert.True(error.IndexOf("r12", StringComparison.Ordinal) < error.IndexOf("r01", StringComparison.Ordinal));
    }
}
