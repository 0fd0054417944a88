using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

/// <summary>Every command takes workflow files of Microsoft RulesEngine as they are.</summary>
public sealed class WorkflowTests : IDisposable
{
    private const string Quay = """{ "WorkflowName": "Quay", "Rules": [ { "RuleName": "Deep", "Expression": "ship.draught < 6" } ] }""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void AllRulesAreShownWithMessagesReasonsEventsAndOutputs() => Approved.Check(ToolRun.Of("evaluate", ToolRun.Ferry).Report);

    [Fact]
    public void OnANarrowScreenLinesAreBrokenBetweenWords() =>
        Approved.Check(new Screen { IsTerminal = true, Width = 50 }.Run("evaluate", ToolRun.Ferry, "sailor").Report);

    [Fact]
    public void JsonHasEventsMessagesAndOutputsToo() => Approved.Check(ToolRun.Of("evaluate", ToolRun.Ferry, "--format", "json").Report);

    [Fact]
    public void ALineOfAStreamIsAnsweredLikeAScenarioOfAFile()
    {
        var files = Directory.GetFiles(Path.Combine(ToolRun.Ferry, "scenarios")).Order(StringComparer.Ordinal).ToList();
        var lines = files.Select(file =>
            $$"""{ "name": "{{NameOf(file)}}", "facts": {{File.ReadAllText(file).ReplaceLineEndings(" ")}} }"""
        );

        var run = ToolRun.With(
            string.Join('\n', lines), "evaluate", ToolRun.Ferry, "--scenarios", "-", "--facts", "/facts", "--id",
            "/name"
        );

        Assert.Equal(ToolRun.Of("evaluate", ToolRun.Ferry, "--format", "json").Out, run.Out);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void BadLinesOfAStreamAreAnsweredWithTheirFaultAndTheRunGoesOn() => Approved.Check(ToolRun.With(
        """
        { "INPUT1": { "DAYSAHEAD": 45, "home": "North", "price": 10, "passengers": [] } }
        { "input1": { "daysAhead": "soon" } }
        nonsense
        """,
        "evaluate", ToolRun.Ferry, "--scenarios", "-").Report);

    [Fact]
    public void WhatTheInputsAreIsInferredFromTheFirstLines()
    {
        var rules = _folder.Write(
            "flags.workflow.json",
            """{ "WorkflowName": "Flags", "Rules": [ { "RuleName": "Same", "Expression": "ship.flag == port.flag" } ] }"""
        );
        var lines = _folder.Write(
            "lines.jsonl",
            """
            { "ship": { "flag": 3 }, "port": { "flag": 3.5 } }
            { "ship": { "flag": 4.5 }, "port": { "flag": 4.5 } }
            """);

        var ofFile = ToolRun.Of("evaluate", rules, "--scenarios", lines).Out;

        Assert.Contains("\"Same\":\"violated\"", ofFile.Split('\n')[0], StringComparison.Ordinal);
        Assert.Contains("\"Same\":\"satisfied\"", ofFile.Split('\n')[1], StringComparison.Ordinal);
        Assert.Equal(ofFile, ToolRun.With(File.ReadAllText(lines), "evaluate", rules, "--scenarios", "-").Out);
        Assert.Equal(
            ofFile,
            new Screen { Input = new Unseekable(File.ReadAllBytes(lines)) }
                .Run("evaluate", rules, "--scenarios", "-")
                .Out
        );
    }

    [Fact]
    public void WholeNumbersInTheFirstLinesDoNotKeepALaterOneFromHavingDecimals()
    {
        var rules = _folder.Write(
            "fees.workflow.json",
            """{ "WorkflowName": "Fees", "Rules": [ { "RuleName": "High", "Expression": "ship.fee > 100" } ] }"""
        );
        var lines = string.Concat(Enumerable.Repeat("{ \"ship\": { \"fee\": 100 } }\n", 120)) + """{ "ship": { "fee": 100.5 } }""";

        var run = ToolRun.With(lines, "evaluate", rules, "--scenarios", "-");

        Assert.Contains("\"High\":\"satisfied\"", run.Out.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
        Assert.Equal(0, run.Code);
    }

    [Theory]
    [InlineData("2017-03-07T17:26:40.352Z", "✓ Same")]
    [InlineData("2017-03-07T17:26:40Z", "✗ Same")]
    [InlineData("2017-03-07", "✗ Same")]
    [InlineData("none", "✗ Same")]
    public void ATextThatLooksLikeADateStaysTextWhateverTheScenarioHas(string code, string expected)
    {
        var rules = _folder.Write(
            "codes.workflow.json",
            """{ "WorkflowName": "Codes", "Rules": [ { "RuleName": "Same", "Expression": "ship.code == \"2017-03-07T17:26:40.352Z\"" } ]"""
                + """ }"""
        );
        var scenario = _folder.Write("a.scenario.json", $$"""{ "ship": { "code": "{{code}}" } }""");

        Assert.Equal("1 file, everything fine\n", ToolRun.Of("check", rules).Out);
        Assert.Contains(expected, ToolRun.Of("evaluate", rules, scenario).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void WithAVocabularyNothingIsInferred()
    {
        var rules = _folder.Write("quay.workflow.json", Quay);
        var scenario = _folder.Write("a.scenario.json", """{ "ship": { "draught": 5.5 } }""");
        var whole = _folder.Write(
            "quay.vocabulary.json",
            """{ "type": "object", "properties": { "ship": { "type": "object", "properties": { "draught": { "type": "integer" } } } } }"""
        );

        Assert.Equal(0, ToolRun.Of("evaluate", rules, scenario).Code);
        Assert.Contains("error NR4", ToolRun.Of("evaluate", rules, scenario, "--vocabulary", whole).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsMissingIsUnknownUnlessNullIsAskedFor()
    {
        var rules = _folder.Write(
            "crew.workflow.json",
            """{ "WorkflowName": "Crew", "Rules": [ { "RuleName": "Led", "Expression": "ship.captain == \"Ana\" || ship.mate != null" } ]"""
                + """ }"""
        );
        var scenario = _folder.Write("a.scenario.json", """{ "ship": { "mate": null } }""");

        Assert.Contains("? Led", ToolRun.Of("evaluate", rules, scenario).Out, StringComparison.Ordinal);
        Assert.Contains("✗ Led", ToolRun.Of("evaluate", rules, scenario, "--missing-is-null").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void AScenarioThatContradictsTheExpressionsIsReportedAndTheOthersAreEvaluated()
    {
        var rules = _folder.Write("quay.workflow.json", Quay);
        _folder.Write("scenarios/a.scenario.json", """{ "ship": { "draught": "deep" } }""");
        _folder.Write("scenarios/b.scenario.json", """{ "ship": { "draught": 5 } }""");

        var run = ToolRun.Of("evaluate", rules);

        Assert.Contains("✗ a  cannot be evaluated\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("✓ b  valid\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("a.scenario.json:1:24: error NR4", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AWorkflowFileIsToldByWhatItHolds()
    {
        var rules = _folder.Write(
            "quay.json",
            $"// the quay\n[ {Quay.Replace("WorkflowName", "workflowname", StringComparison.Ordinal)} ]"
        );
        var scenario = _folder.Write("a.scenario.json", """{ "ship": { "draught": 5 } }""");

        Assert.Contains("✓ Deep", ToolRun.Of("evaluate", rules, scenario).Out, StringComparison.Ordinal);
        Assert.Equal("1 file, everything fine\n", ToolRun.Of("check", rules).Out);
    }

    [Fact]
    public void AFolderStandsForTheWorkflowFileInItUnlessThereAreRules()
    {
        var path = _folder.Write("quay.workflow.json", Quay);
        Assert.Equal(ToolRun.Of("describe", path), ToolRun.Of("describe", _folder.Path));

        _folder.Write("other.workflow.json", Quay);
        Assert.Contains(
            "error NR6018: the folder holds several workflow files: `other.workflow.json` and `quay.workflow.json`",
            ToolRun.Of("describe", _folder.Path).Error,
            StringComparison.Ordinal
        );

        _folder.Write("a.rules.json", """{ "name": "a", "stages": ["talks"], "rules": [] }""");
        Assert.StartsWith("# a\n", ToolRun.Of("describe", _folder.Path).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("describe")]
    public void OfSeveralWorkflowsOneMustBeNamed(string command)
    {
        var run = ToolRun.Of(command, ToolRun.Islands);

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Out);
        Assert.EndsWith(
            "error NR6013: the file holds several workflows: `Berths` and `Tolls`\n   help: name one of them with `--workflow NAME`\n",
            run.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void TheWorkflowThatIsNamedIsTaken()
    {
        Assert.StartsWith("# Tolls\n", ToolRun.Of("describe", ToolRun.Islands, "--workflow", "Tolls").Out, StringComparison.Ordinal);
        Assert.EndsWith(
            "error NR6014: the file holds no workflow `tolls`\n   help: it holds `Berths` and `Tolls`\n",
            ToolRun.Of("describe", ToolRun.Islands, "--workflow", "tolls").Error,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("--set", "a=1")]
    [InlineData("--root", ".")]
    public void OptionsOfRuleFilesAreRefused(params string[] option) =>
        Assert.EndsWith(
            $"error NR6015: `{option[0]}` is for rule files, and this is a workflow file\n   help: leave it out\n",
            ToolRun.Of(["describe", ToolRun.Ferry, .. option]).Error,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("--workflow", "Fares")]
    [InlineData("--vocabulary", "negotiation")]
    [InlineData("--missing-is-null")]
    public void OptionsOfWorkflowFilesAreRefusedForRules(params string[] option) =>
        Assert.EndsWith(
            $"error NR6015: `{option[0]}` is for workflow files, and this is none\n   help: leave it out\n",
            ToolRun.Of(["describe", ToolRun.Harbour, .. option]).Error,
            StringComparison.Ordinal
        );

    [Fact]
    public void ReasonsAreExplained() => Approved.Check(ToolRun.Of("explain", ToolRun.Ferry, "sailor").Report);

    [Fact]
    public void EverythingThatIsWrongIsListedWithPlaceAndCure() => Approved.Check(ToolRun.Of("check", ToolRun.Leaky).Report);

    [Fact]
    public void AllWorkflowsOfAFileAreChecked()
    {
        Assert.Equal("1 file, everything fine\n", ToolRun.Of("check", ToolRun.Islands).Out);
        Assert.Contains("\nTolls (1 rules)\n", ToolRun.Of("check", ToolRun.Islands, "--program").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ScenariosAreCheckedByTheWorkflowBesideThem()
    {
        _folder.Write("quay.workflow.json", Quay);
        _folder.Write("scenarios/a.scenario.json", """{ "Ship": { "Draught": 5 } }""");
        Assert.Equal("2 files, everything fine\n", ToolRun.Of("check", _folder.Path).Out);

        var wrong = _folder.Write("scenarios/b.scenario.json", """{ "Ship": { "Draught": "deep" } }""");
        Assert.Contains("b.scenario.json:1:24: error NR4", ToolRun.Of("check", wrong).Out, StringComparison.Ordinal);
        Assert.Contains(
            "b.scenario.json:1:24: error NR4", ToolRun.Of("check", wrong, "--rules", _folder.Path).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void TestsMayNameAWorkflowFile() => Approved.Check(ToolRun.Of("test", ToolRun.Ferry).Report);

    [Fact]
    public void ATestOfAWorkflowThatFailsShowsWhy()
    {
        _folder.Write("quay.workflow.json", Quay);
        var tests = _folder.Write("quay.tests.json", """
            { "rules": "quay.workflow.json", "tests": [
              { "name": "a barge", "scenario": { "Ship": { "Draught": 2 } }, "with": { "SHIP.draught": 7.5 },
                "expect": { "rules": { "Deep": "satisfied" } } } ] }
            """);

        var run = ToolRun.Of("test", tests);

        Assert.Equal(1, run.Code);
        Assert.Contains("rule Deep: expected satisfied, but it is violated", run.Out, StringComparison.Ordinal);
        Assert.Contains("− Ship.Draught is 7.5; less than 6 is allowed", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void TestsOfLinesMayNameAWorkflowFile()
    {
        _folder.Write("quay.workflow.json", Quay);
        _folder.Write("ships.jsonl", """
            { "id": "a", "facts": { "ship": { "draught": 2 } }, "expected": "fits" }
            { "id": "b", "facts": { "SHIP": { "draught": 6.5 } }, "expected": "fits not" }
            """);
        var tests = _folder.Write("quay.tests.json", """
            { "rules": "quay.workflow.json", "tests": [ { "name": "ships", "lines": "ships.jsonl", "facts": "/facts",
              "expect": { "at": "/expected", "cases": { "fits": { "outcome": "valid" }, "fits not": { "outcome": "invalid" } } } } ] }
            """);

        Assert.EndsWith("2 passed, 0 failed\n", ToolRun.Of("test", tests).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void AnActionThatLeadsRoundIsAFaultOfTheScenario()
    {
        var rules = _folder.Write("round.workflow.json", """
            { "WorkflowName": "Round", "Rules": [ { "RuleName": "Again", "Expression": "ship.length > 1",
              "Actions": { "OnSuccess": { "Name": "EvaluateRule", "Context": { "workflowName": "Round", "ruleName": "Again" } } } } ] }
            """);
        var scenario = _folder.Write("a.scenario.json", """{ "ship": { "length": 9 } }""");

        var run = ToolRun.Of("evaluate", rules, scenario);

        Assert.Equal(1, run.Code);
        Assert.Contains("cannot be evaluated", run.Out, StringComparison.Ordinal);
        Assert.Contains("error NR7", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void FailOnLooksAtAllRulesTogether()
    {
        Assert.Equal(0, ToolRun.Of("evaluate", ToolRun.Ferry, "smiths", "--fail-on", "undetermined").Code);
        Assert.Equal(1, ToolRun.Of("evaluate", ToolRun.Ferry, "sailor", "--fail-on", "invalid").Code);
    }

    [Fact]
    public void JsonOfAnActionThatGivesAnObjectIsAnObject()
    {
        var rules = _folder.Write("gift.workflow.json", """
            { "WorkflowName": "Gift", "Rules": [ { "RuleName": "Given", "Expression": "ship.length > 1",
              "Actions": { "OnSuccess": { "Name": "OutputExpression",
              "Context": { "Expression": "new (ship.length * 2 as Rope, ship.name as Name)" } } } } ] }
            """);
        var scenario = _folder.Write("a.scenario.json", """{ "ship": { "length": 9, "name": "Ida" } }""");

        var json = JsonNode.Parse(ToolRun.Of("evaluate", rules, scenario, "--format", "json").Out)!;

        Assert.Equal("""{"Rope":18,"Name":"Ida"}""", json["outputs"]!["Given"]!.ToJsonString());
    }

    [Theory]
    [InlineData("evaluate")]
    [InlineData("explain")]
    [InlineData("describe")]
    [InlineData("check")]
    [InlineData("convert")]
    public void WhatAMethodOfOnesOwnMeansCanBeSaid(string command)
    {
        var rules = _folder.Write(
            "club.workflow.json",
            """{ "WorkflowName": "Club", "Rules": [ { "RuleName": "Vip", "Expression": "Own.IsVip(input1.member) && Own.Fits(input1.size,"""
                + """ 3)" } ] }"""
        );
        var scenario = _folder.Write("a.scenario.json", """{ "input1": { "member": { "level": "gold" }, "size": 3 } }""");
        string[] given =
            command is "evaluate" or "explain" ? [command, rules, scenario]
            : command is "convert" ? [command, rules, "--to", "rules"]
            : [command, rules];

        Assert.Contains("NR7204", ToolRun.Of(given).Report, StringComparison.Ordinal);
        var run = ToolRun.Of([.. given, "--helper", "Own.IsVip = m => m.level == \"gold\"", "--helper", "Own.Fits=(a, b) => a >= b"]);

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("NR7204", run.Report, StringComparison.Ordinal);
    }

    [Fact]
    public void AMeaningNeedsAMethod()
    {
        var run = ToolRun.Of("check", ToolRun.Ferry, "--helper", "Own.A=x => x > 1", "--helper", "Own.B");

        Assert.Equal(2, run.Code);
        Assert.Contains("--helper takes METHOD=MEANING", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string NameOf(string path) => Path.GetFileName(path).Replace(".scenario.json", string.Empty, StringComparison.Ordinal);

    // A pipe.
    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
