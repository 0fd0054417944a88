using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.RuleSets;

/// <summary>Every rule set that the repository ships: it loads, its tests pass, its scenarios can be evaluated, its broken files are
/// reported as approved.</summary>
public sealed class RuleSetTests
{
    private const string RulesSuffix = ".rules.json";

    public static TheoryData<string> Folders { get; } = [.. RuleSetFolder.All];

    public static TheoryData<string> RuleFiles { get; } = RuleSetFolder.Files($"*{RulesSuffix}");

    public static TheoryData<string> TestsFiles { get; } = RuleSetFolder.Files("*.tests.json");

    public static TheoryData<string> Scenarios { get; } = RuleSetFolder.Files("*.scenario.json", "scenarios");

    public static TheoryData<string> BrokenFiles { get; } = RuleSetFolder.Files($"*{RulesSuffix}", "broken");

    [Theory]
    [MemberData(nameof(Folders))]
    public void TheFolderHoldsAllThatARuleSetNeeds(string folder)
    {
        Assert.True(File.Exists(Repository.At($"{folder}/README.md")), $"{folder} has no README.md");
        Assert.True(
            File.Exists(Repository.At($"{folder}/{Path.GetFileName(folder)}{RulesSuffix}")),
            $"{folder} has no rule file named like it"
        );
        Assert.True(RuleSetFolder.FilesOf(folder, "*.tests.json").Count > 0, $"{folder} has no tests");
        Assert.True(RuleSetFolder.FilesOf(folder, "*.scenario.json", "scenarios").Count > 0, $"{folder}/scenarios has no scenario");
        Assert.True(RuleSetFolder.FilesOf(folder, $"*{RulesSuffix}", "broken").Count > 0, $"{folder}/broken has no rule file");
    }

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void TheRulesLoadWithoutADiagnostic(string file)
    {
        var loaded = RuleSet.TryLoad(Repository.At(file), null, out _, out var diagnostics);

        Assert.True(loaded && diagnostics.Count == 0, Report(diagnostics));
    }

    [Theory]
    [MemberData(nameof(TestsFiles))]
    public void EveryTestPasses(string file)
    {
        Assert.True(RuleTests.TryLoad(Repository.At(file), null, out var tests, out var diagnostics), Report(diagnostics));

        var results = tests!.Run();

        Assert.NotEmpty(results.Cases);
        Assert.True(results.Failed == 0, RuleSetFolder.Relative(results.ToString()));
    }

    // A folder may hold several rule files with vocabularies of their own; a scenario is for at least one of them.
    [Theory]
    [MemberData(nameof(Scenarios))]
    public void TheScenarioCanBeEvaluated(string file)
    {
        var scenario = Scenario.Load(Repository.At(file));
        var reports = new List<string>();
        foreach (
            var rules in RuleSetFolder.FilesOf(Path.GetDirectoryName(Path.GetDirectoryName(file))!.Replace('\\', '/'), $"*{RulesSuffix}")
        )
        {
            if (RuleSet.Load(Repository.At(rules)).TryEvaluate(scenario, out _, out var diagnostics))
            {
                return;
            }

            reports.Add($"by {rules}:\n{Report(diagnostics)}");
        }

        Assert.Fail(string.Join("\n\n", reports.Prepend($"no rule file can be evaluated on {file}")));
    }

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void TheReportOnTheBrokenFileIsTheApprovedOne(string file)
    {
        RuleSet.TryLoad(Repository.At(file), null, out _, out var diagnostics);

        Assert.NotEmpty(diagnostics);
        Approved.CheckFile(Report(diagnostics), Repository.At($"{file[..^RulesSuffix.Length]}.approved.txt"));
    }

    private static string Report(IEnumerable<Diagnostic> diagnostics) => RuleSetFolder.Relative(string.Join("\n\n", diagnostics));
}
