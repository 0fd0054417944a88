using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Testing;

public sealed class RuleTestsTests
{
    [Fact]
    public void EveryCaseOfASoundFilePasses()
    {
        var results = TestCases.Load("talks.tests.json").Run();

        Assert.Equal("8 passed, 0 failed", results.ToString());
        Assert.Equal((8, 0), (results.Passed, results.Failed));
        Assert.All(results.Cases, c => Assert.NotNull(c.Verdict));
    }

    [Fact]
    public void LinesAreCasesOfTheirOwnAndBlankOnesArePassedOver()
    {
        var results = TestCases.Load("talks.tests.json").Run();

        Assert.Equal(
            [("days: first", "first", 1), ("days: last", "last", 2), ("days: line 4", null, 4)],
            results.Cases.Where(c => c.Test == "days").Select(c => (c.Name, c.Id, c.Line)));
    }

    [Fact]
    public void OneTestIsRunByItsName()
    {
        var tests = TestCases.Load("talks.tests.json");

        Assert.All(tests.Names, name => Assert.All(tests.Run(name).Cases, c => Assert.Equal(name, c.Test)));
        Assert.Equal(tests.Run().Cases.Count, tests.Names.Sum(name => tests.Run(name).Cases.Count));
        Assert.Equal(["days: first", "days: last", "days: line 4"], tests.Run("days").Cases.Select(c => c.Name));
        Assert.Equal("days: last", Assert.Single(tests.Run("days: last").Cases).Name);
    }

    [Fact]
    public void ATestThatIsNotThereIsNotRun()
    {
        var tests = TestCases.Load("talks.tests.json");

        Assert.StartsWith(
            "There is no test 'day' in ", Assert.Throws<KeyNotFoundException>(() => tests.Run("day")).Message, StringComparison.Ordinal);
        Assert.Throws<KeyNotFoundException>(() => TestCases.Load("failing.tests.json").Run("nothing"));
    }

    [Fact]
    public void ATestThatFailsIsExplained()
    {
        var results = TestCases.Load("failing.tests.json").Run("all of it is wrong");

        Assert.StartsWith(results.Cases[0].ToString(), results.Explain(), StringComparison.Ordinal);
        Assert.Contains(results.Cases[0].Verdict!.Explain().ToText().TrimEnd(), results.Explain(), StringComparison.Ordinal);
        Assert.EndsWith("\n\n0 passed, 1 failed", results.Explain(), StringComparison.Ordinal);
        Assert.Equal("1 passed, 0 failed", TestCases.Load("failing.tests.json").Run("this much is right").Explain());
    }

    [Fact]
    public void ATestWithoutAVerdictIsExplainedByItsDiagnostics()
    {
        var result = TestCases.Load("failing.tests.json").Run("a fact of the wrong type").Cases[0];

        Assert.Equal(result.ToString(), result.Explain());
    }

    [Fact]
    public void FailuresAreReportedAsApproved() =>
        Approved.CheckFile(TestCases.Relative(TestCases.Load("failing.tests.json").Run().ToString()), TestCases.At("failing.approved.txt"));

    [Fact]
    public void ADifferenceSaysWhatWasExpectedWhatCameOutAndWhere()
    {
        var result = TestCases.Load("failing.tests.json").Run().Cases[0];

        Assert.False(result.Passed);
        Assert.Equal(
            ["outcome", "stage talks", "rule mediated", "holder RU", "warnings", "score"],
            result.Differences.Select(d => d.What));
        var rule = result.Differences[2];
        Assert.Equal(("satisfied", "violated", 9), (rule.Expected, rule.Actual, rule.Place.Line));
    }

    [Fact]
    public void ABadScenarioIsAFailedCaseWithoutAVerdict()
    {
        var result = TestCases.Load("failing.tests.json").Run().Cases.Single(c => c.Name == "a change of the wrong type");

        Assert.False(result.Passed);
        Assert.Null(result.Verdict);
        Assert.Empty(result.Differences);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal(("NR4011", 15), (diagnostic.Code, diagnostic.Place.Line));
    }

    [Fact]
    public void ParametersOfATestDoNotOutliveIt()
    {
        var tests = TestCases.Load("talks.tests.json");

        Assert.Equal("\"2022-01-31\"", tests.Rules.Parameters.Single(p => p.Name == "lastDay").Value);
        Assert.Equal(0, tests.Run().Failed);
        Assert.Equal(0, tests.Run().Failed);
    }

    [Fact]
    public void OptionsGiveParametersThatTestsStartFrom()
    {
        var options = new RuleSetOptions { Parameters = new Dictionary<string, object?> { ["leastTermYears"] = 11 } };

        var results = RuleTests.Load(TestCases.At("talks.tests.json"), options).Run();

        Assert.Equal(
            ["everything is met", "put off to April", "nobody says who comes"],
            results.Cases.Where(c => !c.Passed).Select(c => c.Name)
        );
    }

    [Fact]
    public void StreamingGivesTheSameResultsOneByOne()
    {
        var tests = TestCases.Load("failing.tests.json");

        Assert.Equal(tests.Run().Cases.Select(c => c.ToString()), tests.Stream().Select(c => c.ToString()));
    }

    [Fact]
    public void TheMappingOfLinesRunsOnOtherData()
    {
        var tests = TestCases.Load("talks.tests.json");
        var folder = Directory.CreateTempSubdirectory("lines");
        var path = Path.Combine(folder.FullName, "more.jsonl");
        File.WriteAllText(path, """
            {"case": {"name": "a", "expected": "too late"}, "facts": {"talks": {"start": "2023"}}}
            {"case": {"name": "b", "expected": "too late"}, "facts": {"talks": {"start": "2022-01"}}}
            """);

        Assert.Equal(["days"], tests.NamesOfLines);
        Assert.Equal([true, false], tests.Stream("days", path).Select(r => r.Passed));
        folder.Delete(recursive: true);

        Assert.Equal("NR1150", Assert.Single(Assert.Single(tests.Stream("days", path)).Diagnostics).Code);
        Assert.Throws<KeyNotFoundException>(() => tests.Stream("put off to April", path));
    }

    [Fact]
    public void LinesAreReadOneAtATime()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("lines").FullName, "cut.jsonl");
        var good = """{"case": {"name": "a", "expected": "in time"}, "facts": {"talks": {"start": "2022-01-01"}}}"""u8.ToArray();
        File.WriteAllBytes(path, [.. Enumerable.Repeat<byte[]>([.. good, (byte)'\n'], 5000).SelectMany(l => l), 0xFF, 0xFE]);

        var results = TestCases.Load("talks.tests.json").Stream("days", path);

        // What comes before the fault has been seen by the time that it is met.
        Assert.Equal(Enumerable.Repeat(true, 100), results.Take(100).Select(r => r.Passed));
        var last = results.Last();
        Assert.False(last.Passed);
        Assert.Equal("NR1150", Assert.Single(last.Diagnostics).Code);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }
}
