using System.Diagnostics;
using System.Text;
using NegotiationRules.Tests.Fuzz;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Workflows.Tests.Fuzz;

/// <summary>Spoils workflow files in thousands of ways: whatever they hold, they are read or refused with a report, and what is read can be
/// evaluated.</summary>
public sealed class WorkflowFuzzTests
{
    private const int Inputs = 3_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly byte[][] Seeds = [.. Directory
        .GetFiles(Repository.At("tests/NegotiationRules.Workflows.Tests/cases"), "*.workflow.json", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllBytes)];

    private static readonly Scenario[] Scenarios = [.. Directory
        .GetFiles(Repository.At("tests/NegotiationRules.Workflows.Tests/cases"), "*.scenario.json", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(path => Scenario.Load(path))];

    [Fact]
    public void NoSpoiltFileDoesAnythingButBeReadOrRefused()
    {
        var accepted = 0;
        for (var number = 0; number < Inputs; number++)
        {
            var watch = Stopwatch.StartNew();
            try
            {
                accepted += Read(number) ? 1 : 0;
            }
            catch (Exception fault)
            {
                Assert.Fail($"input {number}: {fault}\n{Text(number)}");
            }

            Assert.True(watch.Elapsed < Patience, $"input {number} takes {watch.Elapsed}");
        }

        // Some spoilt files are good files: else nothing behind the reader was tried.
        Assert.InRange(accepted, Inputs / 50, Inputs);
    }

    private static bool Read(int number)
    {
        var options = new WorkflowOptions { MissingIsUnknown = number % 2 == 0, LeavesFaultyRulesOpen = number % 3 == 0 };
        var isRead = WorkflowFile.TryParse(Text(number), options, out var file, out var diagnostics);
        Assert.True(isRead || diagnostics.Count > 0);
        Assert.True(!isRead || options.LeavesFaultyRulesOpen || diagnostics.All(d => d.Severity == DiagnosticSeverity.Warning));
        _ = string.Concat(diagnostics);
        foreach (var workflow in file?.Workflows ?? [])
        {
            _ = workflow.ToRuleFile();
            if (workflow.TryEvaluate(Scenarios[number % Scenarios.Length], out var verdict, out var faults))
            {
                _ = verdict.ToString();
                verdict.Rules.ToList().ForEach(Follow);
            }
            else
            {
                Assert.NotEmpty(string.Concat(faults));
            }
        }

        return file?.Workflows.Count > 0;
    }

    private static void Follow(WorkflowRuleVerdict rule)
    {
        try
        {
            _ = rule.Output;
        }
        catch (ScenarioException refused)
        {
            Assert.NotEmpty(refused.Message);
        }
    }

    private static string Text(int number)
    {
        var random = new Random(number);
        var seed = Seeds[random.Next(Seeds.Length)];
        return Encoding.UTF8.GetString(new Spoiler(random).Spoil(seed, Seeds[random.Next(Seeds.Length)]));
    }
}
