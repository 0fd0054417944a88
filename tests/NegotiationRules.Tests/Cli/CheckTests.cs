using System.Text.Json.Nodes;
using NegotiationRules.Cli.Output;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void TheStepsOfTheRulesCanBeSeen() => Approved.Check(ToolRun.Of("check", ToolRun.Harbour, "--program").Report);

    [Fact]
    public void EverythingThatIsWrongIsListedWithPlaceAndCure() => Approved.Check(ToolRun.Of("check", ToolRun.Broken).Report);

    [Fact]
    public void OnAScreenSeverityCaretAndHelpAreColoured()
    {
        // So wide that no line is broken: where one would be depends on how long the path of the checkout is.
        var screen = new Screen { IsTerminal = true, Colour = true, Width = 1000 };

        Approved.Check(Visible(screen.Run("check", Path.Combine(ToolRun.Broken, "broken.rules.json")).Report));
    }

    [Fact]
    public void WithoutColourAWideScreenShowsTheSameAsAFile() =>
        Assert.Equal(ToolRun.Of("check", ToolRun.Broken), new Screen { IsTerminal = true, Width = 1000 }.Run("check", ToolRun.Broken));

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(200)]
    public void OnAScreenNoLineIsWiderThanTheScreenButForASingleWord(int width)
    {
        var path = _folder.Write("long.rules.json", $$"""
            { "name": "long", "stages": ["talks"],
                "rules": [ { "id": "a", "title": "{{new string('x', 150)}}",
                "require": { "talks.publik": true, "talks.venu": "{{new string('y', 90)}}" } } ] }
            """);

        var lines = new Screen { IsTerminal = true, Width = width }.Run("check", path).Out.Split('\n');

        Assert.All(lines, line =>
            Assert.True(line.Length <= width || !line.Trim().Contains(' ') || line.Contains(".rules.json:", StringComparison.Ordinal),
            line));
        foreach (var caret in lines.Where(line => line.Contains(" | ^", StringComparison.Ordinal)
            || line.TrimStart().StartsWith("| ", StringComparison.Ordinal)))
        {
            var shown = lines[Array.IndexOf(lines, caret) - 1];
            Assert.Contains(shown.Substring(caret.IndexOf('^', StringComparison.Ordinal),
                caret.TrimEnd().Length - caret.IndexOf('^', StringComparison.Ordinal)), (string[])["\"talks.publik\"", "\"talks.venu\""]);
        }
    }

    [Fact]
    public void WhatIsWrongWithTheFactsOfTestsIsReportedWhereItStands()
    {
        _folder.Write(
            "odd.rules.json",
            """{ "name": "odd", "stages": ["talks"], "rules": [ { "id": "a", "require": { "talks.public": true } } ] }"""
        );
        _folder.Write("named.scenario.json", """{ "talks": { "publik": true } }""");
        _folder.Write("lines.jsonl", """{ "id": 1, "expected": "a", "facts": { "talks": { "public": "yes" } } }""");
        var tests = _folder.Write("odd.tests.json", """
            { "rules": "odd.rules.json", "tests": [
              { "name": "inline", "scenario": { "civz": [], "talks": { "public": 1 } }, "expect": { "outcome": "valid" } },
              { "name": "changed", "scenario": {}, "with": { "talks.format": "by post" }, "expect": { "outcome": "valid" } },
              { "name": "named", "scenario": "named.scenario.json", "expect": { "outcome": "valid" } },
              { "name": "lines", "lines": "lines.jsonl", "facts": "/facts",
                  "expect": { "at": "/expected", "cases": { "a": { "outcome": "valid" } } } } ] }
            """);

        var run = ToolRun.Of("check", "--format", "json", tests);

        var found = JsonNode.Parse(run.Out)!["diagnostics"]!.AsArray().Select(d =>
            $"{Path.GetFileName(d!["file"]!.GetValue<string>())}:{d["line"]} {d["code"]}");
        Assert.Equal(["odd.tests.json:2 NR4010", "odd.tests.json:2 NR4011", "odd.tests.json:3 NR4012", "named.scenario.json:1 NR4010",
            "lines.jsonl:1 NR4011"], found);
    }

    [Fact]
    public void WhatIsFineIsSaidToBeFine() =>
        Assert.Equal(new ToolRun(0, "6 files, everything fine\n", string.Empty), ToolRun.Of("check", ToolRun.Harbour));

    [Fact]
    public void JsonHasEveryFinding() => Approved.Check(ToolRun.Of("check", "--format", "json", ToolRun.Broken).Report);

    [Fact]
    public void SarifHasOneRunWithItsRulesAndResults()
    {
        var run = ToolRun.Of("check", "--format", "sarif", ToolRun.Broken);
        var sarif = JsonNode.Parse(run.Out)!["runs"]!.AsArray().Single()!;

        Approved.Check(run.Report.Replace($"\"{VersionLine.Number}\"", "\"VERSION\"", StringComparison.Ordinal));
        Assert.All(
            sarif["results"]!.AsArray(),
            result =>
            {
                Assert.Equal(
                    result!["ruleId"]!.GetValue<string>(),
                    sarif["tool"]!["driver"]!["rules"]![result["ruleIndex"]!.GetValue<int>()]!["id"]!.GetValue<string>()
                );
                Assert.True(
                    Uri.IsWellFormedUriString(
                        result["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]!.GetValue<string>(),
                        UriKind.RelativeOrAbsolute
                    )
                );
            }
        );
    }

    [Fact]
    public void SarifOfWhatIsFineIsARunWithoutResults() =>
        Assert.Empty(JsonNode.Parse(ToolRun.Of("check", "--format", "sarif", ToolRun.Harbour).Out)!["runs"]![0]!["results"]!.AsArray());

    [Fact]
    public void GitHubShowsAnAnnotationForEachFinding() => Approved.Check(ToolRun.Of("check", "--format", "github", ToolRun.Broken).Report);

    [Fact]
    public void GitHubAnnotationsEscapeWhatWouldEndThem()
    {
        var path = _folder.Write(
            "50%, a:b/odd.rules.json",
            """{ "name": "odd", "stages": ["talks"], "rules": [ { "id": "100%", "require": { "talks.publik": true } } ] }"""
        );

        var annotation = ToolRun.Of("check", "--format", "github", path).Out.Split('\n')[0];

        Assert.Contains("/50%25%2C a%3Ab/odd.rules.json,line=1,col=", annotation, StringComparison.Ordinal);
        Assert.EndsWith(
            ",title=NR2001::unknown fact `talks.publik`%0Ahelp: did you mean `talks.public`?",
            annotation,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AzureShowsAnIssueForEachFinding() => Approved.Check(ToolRun.Of("check", "--format", "azure", ToolRun.Broken).Report);

    [Fact]
    public void AzureIssuesEscapeWhatWouldEndThem()
    {
        var path = _folder.Write(
            "50%; [a]/odd.rules.json",
            """{ "name": "odd", "stages": ["talks"], "rules": [ { "id": "100%", "require": { "talks.100%": true } } ] }"""
        );

        var issue = ToolRun.Of("check", "--format", "azure", path).Out.Split('\n')[0];

        Assert.Contains("/50%AZP25%3B [a%5D/odd.rules.json;linenumber=1;", issue, StringComparison.Ordinal);
        Assert.Contains(";code=NR2001;]unknown fact `talks.100%AZP25`", issue, StringComparison.Ordinal);
    }

    [Fact]
    public void GitLabKnowsAFindingAgainWhereverItsLineHasMoved()
    {
        const string Rules =
            """{ "name": "odd", "stages": ["talks"], "rules": [ { "id": "a", "require": { "talks.publik": true } },"""
                + """ { "id": "b", "require": { "talks.publik": false } } ] }""";
        var path = _folder.Write("odd.rules.json", Rules);
        var before = JsonNode.Parse(ToolRun.Of("check", "--format", "gitlab", path).Out)!.AsArray();
        _folder.Write("odd.rules.json", "\n\n" + Rules);
        var after = JsonNode.Parse(ToolRun.Of("check", "--format", "gitlab", path).Out)!.AsArray();

        Assert.Equal([1, 1], before.Select(finding => finding!["location"]!["lines"]!["begin"]!.GetValue<int>()));
        Assert.Equal([3, 3], after.Select(finding => finding!["location"]!["lines"]!["begin"]!.GetValue<int>()));
        Assert.Equal(2, before.Select(Fingerprint).Distinct().Count());
        Assert.Equal(before.Select(Fingerprint), after.Select(Fingerprint));
        Assert.All(before, finding => Assert.Equal("major", finding!["severity"]!.GetValue<string>()));

        static string Fingerprint(JsonNode? finding) => finding!["fingerprint"]!.GetValue<string>();
    }

    [Fact]
    public void WhatIsPrintedCanGoToAFile()
    {
        var run = ToolRun.Of("check", ToolRun.Broken, "--format", "sarif", "--output", _folder.At("report.sarif"));

        Assert.Equal(new ToolRun(1, string.Empty, string.Empty), run);
        Assert.Equal(ToolRun.Of("check", ToolRun.Broken, "--format", "sarif").Out, File.ReadAllText(_folder.At("report.sarif")));
    }

    [Fact]
    public void AFileThatCannotBeWrittenIsAnError() =>
        Assert.Contains(
            "error NR6008: the file cannot be written",
            ToolRun.Of("check", ToolRun.Harbour, "--output", _folder.At("nowhere/report.txt")).Error,
            StringComparison.Ordinal
        );

    [Fact]
    public void APathThatLeadsNowhereIsComparedWithWhatLiesThere()
    {
        var path = _folder.Write("talks.rules.json", "{}");

        Assert.Contains(
            $"help: did you mean `{path}`?",
            ToolRun.Of("check", path.Replace("talks", "tlaks", StringComparison.Ordinal)).Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void APathThatLeadsNowhereIsAnError() =>
        Assert.Equal(
            new ToolRun(1, "nowhere: error NR6001: there is no such file or folder\n\n0 files, 1 error, 0 warnings\n", string.Empty),
            ToolRun.Of("check", "nowhere")
        );

    [Fact]
    public void AFileOfNoKnownKindIsAnError() =>
        Assert.StartsWith(
            "error NR6002: what kind of file this is cannot be told from its name\n   help: names end in `.rules.json`, "
                + "`.scenario.json`, `.tests.json`, `.vocabulary.json`, `.workflow.json`, `.analysis.json` or `.distribution.json`\n",
            ToolRun
                .Of("check", _folder.Write("notes.json", "{}"))
                .Out.Replace($"{_folder.At("notes.json")}: ", string.Empty, StringComparison.Ordinal),
            StringComparison.Ordinal
        );

    [Fact]
    public void AnEmptyFolderIsAnError() =>
        Assert.Contains("error NR6003", ToolRun.Of("check", _folder.Path).Out, StringComparison.Ordinal);

    [Fact]
    public void AFileThatIncludesItselfAndACircleThatNobodyEntersAreReported()
    {
        _folder.Write("self.rules.json", """{ "name": "self", "include": ["self.rules.json"], "stages": ["talks"], "rules": [] }""");
        _folder.Write("there.rules.json", """{ "name": "there", "include": ["back.rules.json"], "stages": ["talks"], "rules": [] }""");
        _folder.Write("back.rules.json", """{ "name": "back", "include": ["there.rules.json"], "rules": [] }""");

        var report = ToolRun.Of("check", _folder.Path).Out;

        Assert.Equal(2, report.Split("error NR1102").Length - 1);
        Assert.Contains("`self.rules.json` → `self.rules.json`", report, StringComparison.Ordinal);
        Assert.Contains("`back.rules.json` → `there.rules.json` → `back.rules.json`", report, StringComparison.Ordinal);
    }

    [Fact]
    public void ExcludedAndHiddenNamesArePassedOver()
    {
        _folder.Write(
            "a.rules.json",
            """{ "name": "a", "stages": ["talks"], "rules": [ { "id": "r", "require": { "talks.mediated": true } } ] }"""
        );
        _folder.Write("old/b.rules.json", "nonsense");
        _folder.Write("old-1.rules.json", "nonsense");
        _folder.Write(".hidden/c.rules.json", "nonsense");

        Assert.Equal(
            new ToolRun(0, "1 file, everything fine\n", string.Empty),
            ToolRun.Of("check", _folder.Path, "--exclude", "old", "--exclude", "old-*")
        );
        Assert.Equal(1, ToolRun.Of("check", _folder.Path).Code);
    }

    [Fact]
    public void AFileThatIsOnlyAPartIsCheckedWithTheOneThatIncludesIt()
    {
        _folder.Write("whole.rules.json", """{ "name": "whole", "include": ["part.rules.json"], "stages": ["talks"], "rules": [] }""");
        var part = _folder.Write(
            "part.rules.json",
            """{ "name": "part", "rules": [ { "id": "public", "stage": "talks", "require": { "talks.public": true } } ] }"""
        );

        Assert.Equal("2 files, everything fine\n", ToolRun.Of("check", _folder.Path).Out);
        Assert.Equal(1, ToolRun.Of("check", part).Code);
    }

    [Fact]
    public void AFindingInAPartOfTwoFilesIsListedOnce()
    {
        _folder.Write("one.rules.json", """{ "name": "one", "include": ["part.rules.json"], "stages": ["talks"], "rules": [] }""");
        _folder.Write("two.rules.json", """{ "name": "two", "include": ["part.rules.json"], "stages": ["talks"], "rules": [] }""");
        _folder.Write(
            "part.rules.json",
            """{ "name": "part", "rules": [ { "id": "public", "stage": "talks", "require": { "talks.publik": true } } ] }"""
        );

        Assert.EndsWith("3 files, 1 error, 0 warnings\n", ToolRun.Of("check", _folder.Path).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void AScenarioIsCheckedWithTheVocabularyOfTheRulesBesideIt()
    {
        var here = _folder.Write("here.scenario.json", """{ "cities": [ { "mayor": "Ana" } ] }""");
        var below = _folder.Write("scenarios/below.scenario.json", """{ "cities": [ { "mayor": "Ana" } ] }""");
        foreach (var file in new[] { "harbour.rules.json", "harbour.vocabulary.json" })
        {
            File.Copy(Path.Combine(ToolRun.Harbour, file), _folder.At(file));
        }

        Assert.All(
            new[] { here, below },
            path => Assert.Contains("the vocabulary has no fact `cities[0].mayor`", ToolRun.Of("check", path).Out, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void TheVocabularyOfScenariosCanBeNamed()
    {
        var path = _folder.Write("a.scenario.json", """{ "cities": [ { "name": "Northport" } ] }""");

        Assert.Equal(0, ToolRun.Of("check", path, "--vocabulary", Path.Combine(ToolRun.Harbour, "harbour.vocabulary.json")).Code);
        Assert.Equal(0, ToolRun.Of("check", path, "--rules", ToolRun.Harbour).Code);
        Assert.Equal(1, ToolRun.Of("check", path, "--vocabulary", "negotiation").Code);
    }

    [Fact]
    public void AScenarioWhoseFactsNobodyKnowsIsAWarning()
    {
        var run = ToolRun.Of("check", _folder.Write("alone.scenario.json", """{ "x": 1 }"""));

        Assert.Equal(0, run.Code);
        Assert.Contains(
            "warning NR6004: the facts are not checked: no rule file lies in this folder or the one above",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AScenarioBesideBrokenRulesIsAWarningThatNamesThem()
    {
        _folder.Write("bad.rules.json", "nonsense");
        var run = ToolRun.Of("check", _folder.Write("a.scenario.json", """{ "x": 1 }"""));

        Assert.Contains(
            $"warning NR6005: scenarios beside the rules in `{_folder.Path}` are not checked, because those have errors",
            run.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void BrokenRulesAreNamedOnceHoweverManyScenariosTheyHave()
    {
        _folder.Write("bad.rules.json", "nonsense");
        _folder.Write("a.scenario.json", """{ "x": 1 }""");
        _folder.Write("scenarios/b.scenario.json", """{ "x": 1 }""");
        _folder.Write("scenarios/c.scenario.json", """{ "x": 1 }""");

        Assert.EndsWith("4 files, 1 error, 1 warning\n", ToolRun.Of("check", _folder.Path).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void RuleFilesBesideAScenarioMustAgreeOnTheFacts()
    {
        var scenario = _folder.Write("a.scenario.json", """{ "talks": { "public": true } }""");
        _folder.Write("one.rules.json", """{ "name": "one", "stages": ["talks"], "rules": [] }""");
        _folder.Write("two.rules.json", """{ "name": "two", "stages": ["talks"], "rules": [] }""");
        Assert.Equal("1 file, everything fine\n", ToolRun.Of("check", scenario).Out);

        _folder.Write("own.vocabulary.json", """{ "type": "object", "properties": { "x": { "type": "boolean" } } }""");
        _folder.Write("three.rules.json", """{ "name": "three", "vocabulary": "own.vocabulary.json", "stages": ["talks"], "rules": [] }""");
        Assert.Contains(
            "warning NR6012: the facts are not checked: the rule files in `",
            ToolRun.Of("check", scenario).Out,
            StringComparison.Ordinal
        );
    }

    public void Dispose() => _folder.Dispose();

    private static string Visible(string text) => text.Replace("\e", "ESC", StringComparison.Ordinal);
}
