using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Cli;

public sealed class EvaluateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void TheScenariosBesideTheRulesAreTakenWhereNoneIsNamed() => Approved.Check(ToolRun.Of("evaluate", ToolRun.Harbour).Report);

    [Fact]
    public void OnANarrowScreenLinesAreBrokenBetweenWords() =>
        Approved.Check(new Screen { IsTerminal = true, Width = 60 }.Run("evaluate", ToolRun.Harbour, "handshake").Report);

    [Fact]
    public void OnAScreenOutcomesAreColoured() =>
        Approved.Check(
            new Screen { IsTerminal = true, Colour = true }
                .Run("evaluate", ToolRun.Harbour)
                .Report.Replace("\e", "ESC", StringComparison.Ordinal)
        );

    [Fact]
    public void TheRulesOfOneHolderCanBeAskedFor() => Approved.Check(ToolRun.Of("evaluate", ToolRun.Harbour, "--holder", "S").Report);

    [Fact]
    public void JsonIsALineForEachScenario() => Approved.Check(ToolRun.Of("evaluate", ToolRun.Harbour, "--format", "json").Report);

    [Fact]
    public void AScenarioCanBeNamedByItsPathOrItsName() =>
        Assert.Equal(
            ToolRun.Of("evaluate", ToolRun.Harbour, "rumours"),
            ToolRun.Of("evaluate", ToolRun.Harbour, Path.Combine(ToolRun.Harbour, "scenarios", "rumours.scenario.json")));

    [Fact]
    public void AScenarioThatIsNotThereFailsTheRunThoughAnotherIs()
    {
        Assert.Equal(0, ToolRun.Of("evaluate", ToolRun.Harbour, "all-well").Code);
        Assert.Equal(1, ToolRun.Of("evaluate", ToolRun.Harbour, "all-well", "nowhere").Code);
    }

    [Fact]
    public void AParameterCanBeSet()
    {
        Assert.Contains("treaty valid", ToolRun.Of("evaluate", ToolRun.Harbour, "all-well").Out, StringComparison.Ordinal);
        Assert.Contains(
            "treaty invalid",
            ToolRun.Of("evaluate", ToolRun.Harbour, "all-well", "--set", "leastYears=13").Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void AParameterThatIsNotThereIsADiagnostic() =>
        Assert.Equal(
            new ToolRun(
                1,
                string.Empty,
                "error NR2019: a value is given for `mostYears`, which is no parameter of these rules\n   help: did you mean "
                    + "`leastYears`?\n"
            ),
            ToolRun.Of("evaluate", ToolRun.Harbour, "--set", "mostYears=3")
        );

    [Fact]
    public void AParameterThatDoesNotFitIsADiagnostic()
    {
        var run = ToolRun.Of("evaluate", ToolRun.Harbour, "--set", "leastYears=soon");

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Out);
        Assert.Matches("error NR2[0-9]{3}: ", run.Error);
    }

    [Fact]
    public void AnUnknownHolderIsADiagnostic() =>
        Assert.Equal(
            new ToolRun(1, string.Empty, "error NR6007: no rule is held by `X`\n   help: the holders are `N` and `S`\n"),
            ToolRun.Of("evaluate", ToolRun.Harbour, "--holder", "X"));

    [Theory]
    [InlineData("evaluate")]
    [InlineData("explain")]
    public void AFileOfLinesThatIsNoScenarioIsToldWhereItGoes(string command)
    {
        var lines = _folder.Write("many.jsonl", "{}\n{}\n");

        var run = ToolRun.Of(command, ToolRun.Harbour, lines);

        Assert.Equal(1, run.Code);
        Assert.EndsWith(
            $"{lines}: error NR6021: this is no scenario, and by its name a file with a scenario in each line\n"
                + $"   help: name it behind `--scenarios`: negotiate evaluate RULES --scenarios {lines}\n",
            run.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "all-well")]
    [InlineData(0, "handshake")]
    [InlineData(0, "all-well", "--fail-on", "undetermined")]
    [InlineData(1, "handshake", "--fail-on", "invalid")]
    [InlineData(0, "rumours", "--fail-on", "invalid")]
    [InlineData(1, "rumours", "--fail-on", "undetermined")]
    [InlineData(1, "handshake", "--fail-on", "undetermined")]
    public void VerdictsFailARunOnlyIfThatIsAskedFor(int code, params string[] args) =>
        Assert.Equal(code, ToolRun.Of(["evaluate", ToolRun.Harbour, .. args]).Code);

    [Fact]
    public void AScenarioThatCannotBeEvaluatedIsReportedAndTheOthersAreEvaluated()
    {
        var bad = _folder.Write("bad.scenario.json", """{ "treaty": { "years": "ten" } }""");

        var run = ToolRun.Of("evaluate", ToolRun.Harbour, bad, "all-well");

        Assert.Equal(1, run.Code);
        Assert.Contains("✗ bad       cannot be evaluated\n", run.Out, StringComparison.Ordinal);
        Assert.EndsWith("2 scenarios: 1 valid, 1 cannot be evaluated\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("bad.scenario.json:1:24: error NR4", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AScenarioThatIsNotThereIsReported()
    {
        var run = ToolRun.Of("evaluate", ToolRun.Harbour, "nowhere");

        Assert.Equal(new ToolRun(1, string.Empty, "nowhere: error NR6001: there is no such file or folder\n"), run);
    }

    [Fact]
    public void RulesWithoutScenariosBesideThemAreReported()
    {
        var rules = _folder.Write("alone.rules.json", """{ "name": "alone", "stages": ["talks"], "rules": [] }""");

        Assert.Contains(
            "error NR6006: there is no `.scenario.json` to evaluate", ToolRun.Of("evaluate", rules).Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void RulesWithErrorsAreReportedAndNothingElse()
    {
        var run = ToolRun.Of("evaluate", ToolRun.Broken);

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains("error NR2001: unknown fact `talks.strat`", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void ControlCharactersOfAScenarioDoNotReachTheScreen()
    {
        var path = _folder.Write("odd.scenario.json", """{ "cities": [ { "name": "\u001b[2JPort\u202e", "envoys": [] } ] }""");

        Assert.DoesNotMatch("[\u001b\u202e]", ToolRun.Of("evaluate", ToolRun.Harbour, path).Out);
    }

    [Fact]
    public void AStoppedRunExitsWithOneHundredAndThirty() =>
        Assert.Equal(130, new Screen { Stop = new CancellationToken(canceled: true) }.Run("evaluate", ToolRun.Harbour).Code);

    public void Dispose() => _folder.Dispose();
}
