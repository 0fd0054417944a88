using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class ConvertTests : IDisposable
{
    private const string Quay = """{ "WorkflowName": "Quay", "Rules": [ { "RuleName": "Deep", "Expression": "ship.draught < 6" } ] }""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void AWorkflowBecomesRulesAndAVocabularyWithAllThatWasInferredAndLost() =>
        Approved.Check(
            ToolRun
                .Of(
                    "convert", ToolRun.Ferry, "--to", "rules", "--samples",
                    Path.Combine(ToolRun.Ferry, "scenarios", "sailor.scenario.json")
                )
                .Report
        );

    [Fact]
    public void RulesBecomeAWorkflowForEachStageAndWhatIsLostIsListed()
    {
        var run = ToolRun.Of("convert", ToolRun.Harbour, "--to", "workflow", "--output", _folder.At("harbour.workflow.json"));

        Assert.Equal(new ToolRun(0, $"made {_folder.At("harbour.workflow.json")}\n", run.Error), run);
        Assert.Equal(
            ["harbour/talks", "harbour/treaty"],
            JsonNode
                .Parse(File.ReadAllText(_folder.At("harbour.workflow.json")))!
                .AsArray()
                .Select(w => w!["WorkflowName"]!.GetValue<string>())
        );
        Assert.Contains("warning NR7304: a workflow has no warnings: `lawyer-present` and `broken`", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatWasConvertedChecksAndGivesTheSameOutcomes()
    {
        var workflow = _folder.Write("quay.workflow.json", Quay);
        var scenario = _folder.Write("a.scenario.json", """{ "ship": { "draught": 5 } }""");

        var run = ToolRun.Of("convert", workflow, "--to", "rules", "--output", _folder.At("out"));

        Assert.Equal(0, run.Code);
        Assert.Equal($"made {_folder.At("out/Quay.rules.json")}\nmade {_folder.At("out/Quay.vocabulary.json")}\n", run.Out);
        Assert.Equal("2 files, everything fine\n", ToolRun.Of("check", _folder.At("out")).Out);
        var outcomes = new[] { workflow, _folder.At("out") }.Select(rules =>
            JsonNode.Parse(ToolRun.Of("evaluate", rules, scenario, "--format", "json").Out)!["rules"]!.ToJsonString()
        );
        Assert.Single(outcomes.Distinct());
    }

    [Fact]
    public void SeveralWorkflowsBecomeSeveralFiles()
    {
        Assert.Equal(0, ToolRun.Of("convert", ToolRun.Islands, "--to", "rules", "--output", _folder.At("out")).Code);

        Assert.Equal(
            ["Berths.rules.json", "Berths.vocabulary.json", "Tolls.rules.json", "Tolls.vocabulary.json"],
            Directory.GetFiles(_folder.At("out")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OneOfSeveralMayBeNamedAndWrittenIntoAFile()
    {
        var path = _folder.At("berths.rules.json");
        Assert.EndsWith(
            "error NR6013: the file holds several workflows: `Berths` and `Tolls`\n   help: let `--output` name a folder, or name one "
                + "workflow with `--workflow NAME`\n",
            ToolRun.Of("convert", ToolRun.Islands, "--to", "rules", "--output", path).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(path));

        Assert.Equal(0, ToolRun.Of("convert", ToolRun.Islands, "--to", "rules", "--workflow", "Berths", "--output", path).Code);
        Assert.Equal("berths.vocabulary.json", JsonNode.Parse(File.ReadAllText(path))!["vocabulary"]!.GetValue<string>());
        Assert.Equal(0, ToolRun.Of("check", path).Code);
    }

    [Fact]
    public void NothingIsOverwritten()
    {
        var workflow = _folder.Write("quay.workflow.json", Quay);
        _folder.Write("out/Quay.vocabulary.json", "mine");

        var run = ToolRun.Of("convert", workflow, "--to", "rules", "--output", _folder.At("out"));

        Assert.Equal(1, run.Code);
        Assert.Contains("Quay.vocabulary.json: error NR6010: there is something of that name already", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(_folder.At("out/Quay.vocabulary.json")));
        Assert.False(File.Exists(_folder.At("out/Quay.rules.json")));
    }

    [Fact]
    public void NothingIsConvertedWhereARuleHasErrors()
    {
        var run = ToolRun.Of("convert", ToolRun.Leaky, "--to", "rules", "--output", _folder.At("out"));

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains("error NR7204: `System.IO.File.Exists` is not translated", run.Error, StringComparison.Ordinal);
        Assert.EndsWith(
            "\nnothing was converted; `--partial` leaves rules with errors undecided and converts the others\n",
            run.Error,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(_folder.At("out")));
    }

    [Fact]
    public void InPartRulesWithErrorsStayInTheirPlacesAndAreUnknown() =>
        Approved.Check(ToolRun.Of("convert", ToolRun.Leaky, "--to", "rules", "--partial").Report);

    [Fact]
    public void AStageOfWhichRulesAreLeftOpenIsValidOnlyOnceSomebodyDecidesThem()
    {
        var run = ToolRun.Of("convert", ToolRun.Leaky, "--to", "rules", "--partial", "--output", _folder.At("out"));
        var dry = _folder.Write("dry.scenario.json", """{ "input1": { "water": 0 } }""");
        var decided = _folder.Write(
            "decided.scenario.json",
            """{ "input1": { "water": 0 }, "decidedElsewhere": { "Manned": true, "Logged": true } }"""
        );

        Assert.Equal(3, run.Code);
        Assert.Equal("2 files, everything fine\n", ToolRun.Of("check", _folder.At("out")).Out);
        Approved.Check(
            string.Join(
                '\n', ToolRun.Of("evaluate", _folder.At("out"), dry, decided).Out,
                ToolRun.Of("explain", _folder.At("out"), dry).Out, ToolRun.Of("describe", _folder.At("out")).Out
            )
        );
    }

    [Fact]
    public void WithAGivenVocabularyRulesAreLeftOpenToo()
    {
        var given = _folder.Write(
            "given.vocabulary.json",
            """{ "properties": { "input1": { "properties": { "water": { "type": "integer" }, "crew": { "type": "integer" } } } } }"""
        );

        var run = ToolRun.Of("convert", ToolRun.Leaky, "--to", "rules", "--partial", "--vocabulary", given, "--output", _folder.At("out"));

        Assert.Equal(3, run.Code);
        Assert.Equal("2 files, everything fine\n", ToolRun.Of("check", _folder.At("out")).Out);
    }

    [Fact]
    public void SamplesThatContradictTheExpressionsAreErrors()
    {
        var workflow = _folder.Write("quay.workflow.json", Quay);
        var sample = _folder.Write("a.scenario.json", """{ "ship": { "draught": "deep" } }""");

        foreach (var partial in new[] { false, true })
        {
            var run = ToolRun.Of([
                "convert", workflow, "--to", "rules", "--samples", sample,
                .. partial ? ["--partial"] : Array.Empty<string>(),
            ]);

            Assert.Equal(1, run.Code);
            Assert.Empty(run.Out);
            Assert.Contains("a.scenario.json:1:24: error NR72", run.Error, StringComparison.Ordinal);
            Assert.Contains("\nnothing was converted", run.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void ASampleThatIsNotThereIsAnError() =>
        Assert.Contains(
            "nowhere: error NR6001",
            ToolRun.Of("convert", ToolRun.Ferry, "--to", "rules", "--samples", "nowhere").Error,
            StringComparison.Ordinal
        );

    [Fact]
    public void RulesThatWereAWorkflowGoBackWithTheirOwnInputs()
    {
        var workflow = _folder.Write("quay.workflow.json", Quay);
        ToolRun.Of("convert", workflow, "--to", "rules", "--output", _folder.At("rules"));

        var run = ToolRun.Of("convert", _folder.At("rules"), "--to", "workflow", "--inputs", "facts");

        Assert.Equal("ship.draught < 6", JsonNode.Parse(run.Out)!["Rules"]![0]!["Expression"]!.GetValue<string>());
    }

    [Fact]
    public void ARuleThatNoWorkflowCanSayIsLeftOutOnlyIfThatIsAskedFor()
    {
        _folder.Write(
            "codes.vocabulary.json",
            """{ "type": "object", "properties": { "code": { "type": "string" }, "open": { "type": "boolean" } } }"""
        );
        var rules = _folder.Write(
            "codes.rules.json",
            """
            { "name": "codes", "vocabulary": "codes.vocabulary.json", "stages": ["talks"], "rules": [
              { "id": "spelt", "require": { "code": { "matches": "^[A-Z]{3}$" } } },
              { "id": "open", "require": { "open": true } } ] }
            """);

        var refused = ToolRun.Of("convert", rules, "--to", "workflow");
        var inPart = ToolRun.Of("convert", rules, "--to", "workflow", "--partial");

        Assert.Equal((1, string.Empty), (refused.Code, refused.Out));
        Assert.Contains("error NR73", refused.Error, StringComparison.Ordinal);
        Assert.Equal(3, inPart.Code);
        var written = JsonNode.Parse(inPart.Out)!["Rules"]!.AsArray();
        Assert.Equal(
            "open",
            Assert.Single(written, rule => rule!["Expression"]!.GetValue<string>() != "false")!["RuleName"]!.GetValue<string>()
        );
        var back = ToolRun.Of("describe", _folder.Write("back.workflow.json", inPart.Out)).Out;
        Assert.All(
            written.Where(rule => rule!["Expression"]!.GetValue<string>() == "false"),
            rule =>
            {
                Assert.Contains(
                    "is not decided: it cannot be written as an expression",
                    rule!["ErrorMessage"]!.GetValue<string>(), StringComparison.Ordinal
                );
                Assert.Contains($"decidedElsewhere.{rule["RuleName"]}", back, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [InlineData("rules", "rule file", "workflow")]
    [InlineData("workflow", "workflow file", "rules")]
    public void WhatIsAlreadyWhatItIsToBecomeIsSaidToBe(string kind, string name, string other) =>
        Assert.EndsWith(
            $"error NR6016: there is nothing to convert: this is a {name} already\n   help: `--to {other}` makes the other of it\n",
            ToolRun.Of("convert", kind == "rules" ? ToolRun.Harbour : ToolRun.Ferry, "--to", kind).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "error NR1001: the file is empty")]
    [InlineData("\uFEFF", "error NR1001: the file is empty")]
    [InlineData("\0\0\0\0", "it is not UTF-8 text")]
    [InlineData("""{ "rules": [] }""", "error NR1")]
    public void WhatIsNeitherAWorkflowNorARuleFileIsNotSaidToBeOne(string text, string fault)
    {
        var run = ToolRun.Of("convert", _folder.Write("a.json", text), "--to", "rules");

        Assert.Equal(1, run.Code);
        Assert.Contains(fault, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("NR6016", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rules", "--inputs", "facts")]
    [InlineData("rules", "--root", ".")]
    [InlineData("workflow", "--workflow", "Fares")]
    [InlineData("workflow", "--samples", "a")]
    [InlineData("workflow", "--missing-is-null")]
    public void OptionsOfTheOtherDirectionAreRefused(string kind, params string[] option) =>
        Assert.Contains(
            $"error NR6015: `{option[0]}` is for",
            ToolRun.Of(["convert", kind == "rules" ? ToolRun.Ferry : ToolRun.Harbour, "--to", kind, .. option]).Error,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Order discount / 2024: \"new\"", "Order-discount-2024-new")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("Größe", "Größe")]
    [InlineData("…", "unnamed")]
    public void NamesOfFilesAreMadeOfLettersAndDigits(string name, string file) =>
        Assert.Equal(file, NegotiationRules.Cli.Converting.FileNames.Of(name));

    [Fact]
    public void NamesOfFilesDifferByMoreThanLetterCase() =>
        Assert.Equal(["a-b", "A-B-2", "a-b-3"], NegotiationRules.Cli.Converting.FileNames.Distinct(["a b", "A B", "a/b"]));

    public void Dispose() => _folder.Dispose();
}
