using System.Text.Json.Nodes;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class TestCommandTests
{
    [Fact]
    public void JUnitHasASuiteForEachFileAndACaseForEachTest()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "odd.rules.json",
            """{ "name": "odd", "stages": ["talks"], "rules": [ { "id": "a", "require": { "talks.public": true } } ] }"""
        );
        var tests = folder.Write(
            "odd.tests.json",
            """
            { "rules": "odd.rules.json", "tests": [
              { "name": "fine", "scenario": { "talks": { "public": true } }, "expect": { "stages": { "talks": "valid" } } },
              { "name": "<not> \"so\" \u0001", "scenario": { "talks": { "public": true } },
                "expect": { "stages": { "talks": "invalid" } } },
              { "name": "no scenario", "scenario": { "talks": { "publik": true } }, "expect": { "stages": { "talks": "valid" } } } ] }
            """);
        folder.Write("bad.tests.json", """{ "rules": "nowhere.rules.json", "tests": [] }""");

        var run = ToolRun.Of("test", folder.Path, "--format", "junit");

        Assert.Equal(1, run.Code);
        var suites = System.Xml.Linq.XDocument.Parse(run.Out).Root!;
        Assert.Equal("tests=4 failures=1 errors=2", string.Join(' ', suites.Attributes().Select(a => $"{a.Name}={a.Value}")));
        var suite = suites.Elements().Single(s => s.Attribute("name")!.Value == tests);
        Assert.Equal(["fine", "<not> \"so\" \uFFFD", "no scenario"], suite.Elements().Select(c => c.Attribute("name")!.Value));
        Assert.Equal(
            ["", "failure", "error"],
            suite.Elements().Select(c => c.Elements().SingleOrDefault()?.Name.LocalName ?? string.Empty)
        );
        Assert.Contains("stage talks: expected invalid, but it is valid", suite.Elements().ElementAt(1).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void TestsCanBeRunByTheirNames()
    {
        using var folder = new TemporaryFolder();
        var tests = WithLines(folder, "{ }");

        Assert.Contains("2 passed, 0 failed", ToolRun.Of("test", tests, "--name", "PUBLIC").Out, StringComparison.Ordinal);
        Assert.Contains("1 passed, 0 failed", ToolRun.Of("test", tests, "--name", "votes: v-1").Out, StringComparison.Ordinal);
        Assert.Contains("2 passed, 1 failed", ToolRun.Of("test", tests, "--name", "votes", "--format", "text").Out,
            StringComparison.Ordinal);

        var none = ToolRun.Of("test", tests, "--name", "nothing like it");
        Assert.Equal(1, none.Code);
        Assert.Contains("no test has `nothing like it` in its name", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AChangeThatNoTestNoticesIsToldWithATestThatWould()
    {
        using var folder = new TemporaryFolder();
        var tests = TermTests(folder);

        var run = ToolRun.Of("test", tests, "--mutate");

        Assert.Equal(0, run.Code);
        Assert.Contains("talks.rules.json:2:", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"atLeast\": 10 → \"moreThan\": 10", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"scenario\": { \"agreement\": { \"termYears\": 10 } },", run.Out, StringComparison.Ordinal);
        var mutants = JsonNode.Parse(ToolRun.Of("test", tests, "--mutate", "--rule", "long", "--format", "json").Out)!
            ["files"]![0]!["mutants"]!;
        Assert.Equal(
            (int)mutants["all"]!, (int)mutants["killed"]! + (int)mutants["equivalent"]! + mutants["survivors"]!.AsArray().Count);
        Assert.Contains("did you mean `long`?", ToolRun.Of("test", tests, "--mutate", "--rule", "longer").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void TestsThatAreMissingAreWrittenAsATestsFileThatPasses()
    {
        using var folder = new TemporaryFolder();
        var tests = TermTests(folder);
        var more = Path.Combine(folder.Path, "more.tests.json");

        Assert.Equal(0, ToolRun.Of("test", tests, "--suggest", "--output", more).Code);

        Assert.Contains("see that it is what they ought to say", File.ReadAllText(more), StringComparison.Ordinal);
        Assert.Contains("1 passed, 0 failed", ToolRun.Of("test", more).Out, StringComparison.Ordinal);
        Assert.Contains("name one tests file", ToolRun.Of("test", folder.Path, "--suggest").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--mutate has no place in JUnit's XML", "--mutate", "--format", "junit")]
    [InlineData("--suggest writes a tests file and nothing else", "--suggest", "--mutate")]
    [InlineData("--name leaves out tests that may show it: not with --mutate", "--mutate", "--name", "x")]
    [InlineData("only with --mutate or --suggest", "--rule", "x")]
    public void WhatDoesNotGoTogetherIsSaid(string report, params string[] options)
    {
        Assert.Contains(report, ToolRun.Of(["test", "rules", .. options]).Error, StringComparison.Ordinal);
    }

    private static string TermTests(TemporaryFolder folder)
    {
        folder.Write("talks.rules.json",
            """
            { "name": "talks", "stages": ["talks"],
              "rules": [ { "id": "long", "require": { "agreement.termYears": { "atLeast": 10 } } } ] }
            """);
        return folder.Write("talks.tests.json",
            """
            { "rules": "talks.rules.json", "tests": [
              { "name": "long", "scenario": { "agreement": { "termYears": 20 } }, "expect": { "rules": { "long": "satisfied" } } } ] }
            """);
    }

    [Fact]
    public void ALineThatIsKnownToDifferPasses()
    {
        using var folder = new TemporaryFolder();

        var run = ToolRun.Of("test", WithLines(folder, """{ "v-3": "the record is wrong" }"""));

        Assert.Equal(0, run.Code);
        Assert.Contains("5 passed, 1 of them differ as is known", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "v-3": "the record is wrong", "v-1": "once it was" }""", "deviation: expected a difference, but it is as expected")]
    [InlineData("""{ "v-3": "the record is wrong", "v-33": "a slip" }""", "NR1039: no line of the file is called `v-33`")]
    public void ADeviationThatIsNoneFails(string deviations, string report)
    {
        using var folder = new TemporaryFolder();

        var run = ToolRun.Of("test", WithLines(folder, deviations));

        Assert.Equal(1, run.Code);
        Assert.Contains(report, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeviationThatSeveralLinesAreCalledByFails()
    {
        using var folder = new TemporaryFolder();
        var tests = WithLines(folder, """{ "v-3": "the record is wrong" }""");
        folder.Write(
            "votes.jsonl",
            string.Join(
                '\n',
                Enumerable.Repeat("""{ "id": "v-3", "expected": "open", "facts": { "talks": { "public": false } } }""", 3)
            )
        );

        var run = ToolRun.Of("test", tests);

        Assert.Equal(1, run.Code);
        Assert.Contains("NR1039: several lines of the file are called `v-3`, among them 1 and 2", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ADeviationOfALineThatIsNotRunIsNotMissed()
    {
        using var folder = new TemporaryFolder();

        var run = ToolRun.Of("test", WithLines(folder, """{ "v-3": "the record is wrong" }"""), "--name", "votes: v-1");

        Assert.Equal(0, run.Code);
        Assert.Contains("1 passed, 0 failed", run.Out, StringComparison.Ordinal);
    }

    private static string WithLines(TemporaryFolder folder, string deviations)
    {
        folder.Write(
            "odd.rules.json",
            """{ "name": "odd", "stages": ["talks"], "rules": [ { "id": "a", "require": { "talks.public": true } } ] }"""
        );
        folder.Write(
            "votes.jsonl",
            string.Join(
                '\n',
                Enumerable
                    .Range(1, 3)
                    .Select(i =>
                        $$$"""{ "id": "v-{{{i}}}", "expected": "open", "facts": { "talks": { "public": {{{(i < 3 ? "true" : "false")}}} }"""
                            + $$$""" } }"""
                    )
            )
        );
        return folder.Write(
            "odd.tests.json",
            $$"""
            { "rules": "odd.rules.json", "tests": [
              { "name": "public", "scenario": { "talks": { "public": true } }, "expect": { "outcome": "valid" } },
              { "name": "not public", "scenario": { "talks": { "public": false } }, "expect": { "outcome": "invalid" } },
              { "name": "votes", "lines": "votes.jsonl", "facts": "/facts", "deviations": {{deviations}},
                "expect": { "at": "/expected", "cases": { "open": { "outcome": "valid" } } } } ] }
            """);
    }

    [Fact]
    public void TestsThatPassAreALineForEachFile()
    {
        var run = ToolRun.Of("test", ToolRun.Harbour);

        Assert.Equal(0, run.Code);
        Assert.EndsWith("harbour.tests.json: 2 passed\n2 passed, 0 failed\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void ATestThatFailsShowsWhatWasExpectedWhatCameOutAndWhy() => Approved.Check(ToolRun.Of("test", ToolRun.Broken).Report);

    [Fact]
    public void CoverageShowsWhatWasReachedAndWhatNot() => Approved.Check(ToolRun.Of("test", ToolRun.Harbour, "--coverage").Report);

    [Fact]
    public void JsonHasEveryCase()
    {
        var run = ToolRun.Of("test", ToolRun.Broken, "--format", "json");
        var json = JsonNode.Parse(run.Out)!;

        Approved.Check(run.Report);
        Assert.Equal(3, json["failed"]!.GetValue<int>());
    }

    [Fact]
    public void JsonHasTheCoverage()
    {
        var coverage = JsonNode.Parse(ToolRun.Of("test", ToolRun.Harbour, "--format", "json", "--coverage").Out)!["files"]![0]![
            "coverage"
        ]!;

        Assert.Equal(5, coverage["rules"]!.AsArray().Count);
        Assert.Contains(
            coverage["rules"]!.AsArray(),
            rule =>
                rule!["id"]!.GetValue<string>() == "all-may-sign"
                && rule["reached"]!.ToJsonString() == """["satisfied","violated"]"""
                && rule["missed"]!.ToJsonString() == """["unknown"]"""
        );
        Assert.Contains(coverage["conditions"]!.AsArray(), condition => condition!["missed"]!.AsArray().Count > 0);
    }

    [Fact]
    public void TestsThatCannotBeRunFailTheRunAndTheOthersAreRun()
    {
        using var folder = new TemporaryFolder();
        var bad = folder.Write("bad.tests.json", """{ "rules": "nowhere.rules.json", "tests": [] }""");

        var run = ToolRun.Of("test", bad, ToolRun.Harbour);

        Assert.Equal(1, run.Code);
        Assert.Contains("bad.tests.json: the tests cannot be run\n", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("2 passed, 0 failed, 1 file could not be run\n", run.Out, StringComparison.Ordinal);
        Assert.Contains(": error NR", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsWrongWithAScenarioOfManyTestsIsShownInFullOnce()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            "a.rules.json",
            """{ "name": "a", "stages": ["talks"], "rules": [ { "id": "mediated", "require": { "talks.mediated": true } } ] }"""
        );
        folder.Write("a.scenario.json", """{ "talks": { "mediatid": true } }""");
        var tests = folder.Write("a.tests.json", """
            { "rules": "a.rules.json", "tests": [
              { "name": "first", "scenario": "a.scenario.json", "expect": { "outcome": "valid" } },
              { "name": "second", "scenario": "a.scenario.json", "expect": { "outcome": "valid" } } ] }
            """);

        var lines = ToolRun.Of("test", tests).Out.Split('\n');

        Assert.Equal(
            2,
            lines.Count(line => line.Contains("error NR4010: the vocabulary has no fact `talks.mediatid`", StringComparison.Ordinal))
        );
        Assert.Single(lines, line => line.Contains("help: did you mean `mediated`?", StringComparison.Ordinal));
    }

    [Fact]
    public void AFolderWithoutTestsIsAnError()
    {
        var run = ToolRun.Of("test", Path.Combine(ToolRun.Harbour, "scenarios"));

        Assert.Equal(1, run.Code);
        Assert.Contains("error NR6003: the folder holds no file whose name ends in `.tests.json`", run.Error, StringComparison.Ordinal);
    }
}
