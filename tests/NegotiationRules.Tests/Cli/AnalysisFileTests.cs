using NegotiationRules.Cli.Output;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

/// <summary><c>negotiate check</c> of a <c>NAME.analysis.json</c>.</summary>
public sealed class AnalysisFileTests : IDisposable
{
    private const string Rules = """
        { "name": "talks", "stages": ["talks"], "rules": [
          { "id": "mediated", "require": { "talks.mediated": true } }
        ] }
        """;

    private const string Faulty = """
        { "given": { "talks": { "mediatd": true } },
          "assume": [ { "talks.publik": true }, { "talks.rounds": "many" } ],
          "lists": { "partys": 15, "demands": "few" },
          "ignore": [
            { "code": "NR5044", "rule": "mediatedd", "stage": "talk", "because": "It is meant so." },
            { "code": "NR5004" },
          ],
          "ignored": [] }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void OfAFolderEveryFaultOfItIsToldWithPlaceAndCure()
    {
        Write(Faulty);
        Approved.Check(Check(_folder.At(".")).Out.Replace(_folder.At("."), string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void ItIsCheckedAloneToo()
    {
        Write(Faulty);
        Assert.Equal(
            Check(_folder.At(".")).Out.Split("\n2 files")[0].Replace("/./", "/", StringComparison.Ordinal),
            Check(_folder.At("talks.analysis.json")).Out.Split("\n1 file")[0]);
    }

    [Fact]
    public void AnalyzeTellsTheSameFaults()
    {
        Write(Faulty);
        var told = Check(_folder.At("talks.analysis.json")).Out.Split("\n1 file")[0];
        Assert.StartsWith(told, ToolRun.Of("analyze", _folder.At("talks.rules.json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void WhetherWhatItIgnoresIsStillFoundIsLeftToAnalyze()
    {
        Write("""{ "ignore": [ { "code": "NR5004", "rule": "mediated", "because": "It was so." } ] }""");
        Assert.Equal("2 files, everything fine\n", Check(_folder.At(".")).Out);
        Assert.Contains("NR5022", ToolRun.Of("analyze", _folder.At("talks.rules.json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsWrongInAScenarioThatItNamesIsToldWhereItStands()
    {
        _folder.Write("given.scenario.json", """{ "talks": { "mediated": "yes" } }""");
        Write("""{ "given": "given.scenario.json" }""");
        var run = Check(_folder.At("talks.analysis.json"));
        Assert.Equal(ExitCode.Errors, run.Code);
        Assert.Contains("given.scenario.json:1:26: error NR4011", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void OfAnyOtherFileThatItNamesNothingIsShown()
    {
        _folder.Write("settings.json", """{ "password": "hunter2" }""");
        Write("""{ "given": "settings.json" }""");
        var run = Check(_folder.At("talks.analysis.json"));
        Assert.Contains("talks.analysis.json:1:12: error NR1136", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("password", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void AScenarioThatIsNotThereIsMissedWhereItIsNamed()
    {
        _folder.Write("given.scenario.json", "{ }");
        Write("""{ "given": "givn.scenario.json" }""");
        Assert.Contains("did you mean `given.scenario.json`?", Check(_folder.At("talks.analysis.json")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void WhereTheRulesHaveErrorsItsNamesAreNotCheckedAndItsShapeIs()
    {
        _folder.Write("talks.rules.json", Rules.Replace("require", "requires", StringComparison.Ordinal));
        var analysis = _folder.Write("talks.analysis.json", """{ "lists": { "members": "few" }, "ignore": [ { "code": "NR5044" } ] }""");
        var run = Check(analysis);
        Assert.Contains("error NR1022", run.Out, StringComparison.Ordinal);
        Assert.Contains("warning NR6005", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("no list", run.Out, StringComparison.Ordinal);
    }

    private static ToolRun Check(string path) => ToolRun.Of("check", path);

    private void Write(string analysis)
    {
        _folder.Write("talks.rules.json", Rules);
        _folder.Write("talks.analysis.json", analysis);
    }
}
