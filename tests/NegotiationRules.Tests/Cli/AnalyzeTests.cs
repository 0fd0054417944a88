using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NegotiationRules.Cli.Output;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

/// <summary><c>negotiate analyze</c>: what makes no sense, whatever the facts are.</summary>
public sealed class AnalyzeTests : IDisposable
{
    private const string Twice = """
        { "name": "twice", "stages": ["talks"], "rules": [
          { "id": "three", "require": { "count": "parties", "atLeast": 3 } },
          { "id": "two", "require": { "count": "parties", "atLeast": 2 } },
          { "id": "early", "when": { "talks.mediated": true }, "require": { "talks.start": { "before": "2022-02-01" } } },
          { "id": "late", "require": { "talks.start": { "after": "2022-03-01" } } }
        ] }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // What is meant to be so is said in NAME.analysis.json, with a reason.
    [Fact]
    public void InTheRulesThatShipNothingIsFoundThatIsNotMeantToBeSo()
    {
        var run = ToolRun.Of("analyze", Repository.At("rules"), "--exclude", "broken", "--time", "2", "--fail-on", "finding");
        Assert.True(run.Code == ExitCode.Fine, run.Report);
    }

    [Fact]
    public void WhatIsFoundIsToldWithPlaceAndCure() =>
        Approved.Check(Analyze().Out.Replace(_folder.At("x")[..^1], string.Empty, StringComparison.Ordinal));

    [Fact]
    public void JsonHasTheRulesAndAScenarioThatShowsIt()
    {
        var found = JsonNode.Parse(Analyze("--format", "json").Out)!["findings"]!.AsArray();
        Assert.Equal(["NR5004", "NR5005"], found.Select(finding => finding!["code"]!.GetValue<string>()));
        Assert.Equal("early", found[1]!["with"]![0]!.GetValue<string>());
        Assert.Equal("2022", found[1]!["scenario"]!["talks"]!["start"]!.GetValue<string>()[..4]);
    }

    [Fact]
    public void SarifHasAResultForEachFinding() => Assert.Equal(
        ["NR5004", "NR5005"],
        JsonNode.Parse(Analyze("--format", "sarif").Out)!["runs"]![0]!["results"]!.AsArray()
            .Select(result => result!["ruleId"]!.GetValue<string>()));

    // Of a contradiction, both rules are shown where they stand, and a scenario in which neither of them helps.
    [Fact]
    public void SarifHasTheOtherRulesWhereTheyStandAndAScenarioThatShowsIt() => Approved.Check(
        JsonNode.Parse(Analyze("--format", "sarif").Out)!["runs"]![0]!["results"]!.ToJsonString(Indented)
            .Replace(new Uri(_folder.At("x")).AbsoluteUri[..^1], string.Empty, StringComparison.Ordinal));

    [Fact]
    public void AFindingIsAFailureOnlyWhereThatIsAskedFor()
    {
        Assert.Equal(ExitCode.Fine, Analyze().Code);
        Assert.Equal(ExitCode.Errors, Analyze("--fail-on", "finding").Code);
    }

    [Fact]
    public void WhatIsMeantToBeSoIsIgnored()
    {
        _folder.Write("twice.analysis.json", """
            { "ignore": [
              { "code": "NR5004", "rule": "two", "because": "It is the law, whatever the parties agree on." },
              { "code": "NR5005", "because": "It was so." },
            ] }
            """);
        var run = Analyze("--fail-on", "finding");
        Assert.Equal(ExitCode.Fine, run.Code);
        Assert.Contains("2 findings ignored with a reason", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void EachQuestionIsWrittenWithItsAnswerForAnotherSolver()
    {
        var folder = _folder.At("questions");
        Analyze("--smtlib", folder);

        var questions = Directory.GetFiles(folder).Select(File.ReadAllText).ToList();
        Assert.NotEmpty(questions);
        Assert.All(questions, question => Assert.Matches(@"\(set-info :status (sat|unsat)\)[\s\S]*\(check-sat\)\n\z", question));
    }

    [Fact]
    public void WhatIsNotDecidedIsSaid()
    {
        var run = Analyze("--time", "0.0000001", "--fail-on", "not-decided");
        Assert.Equal(ExitCode.Errors, run.Code);
        Assert.Contains("whether `three` can be satisfied", run.Out, StringComparison.Ordinal);
    }

    private static JsonSerializerOptions Indented { get; } =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private ToolRun Analyze(params string[] more)
    {
        _folder.Write("twice.rules.json", Twice);
        return ToolRun.Of(["analyze", _folder.At("twice.rules.json"), .. more]);
    }
}
