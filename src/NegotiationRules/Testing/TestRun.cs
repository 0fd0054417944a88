using System.Collections.Immutable;
using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>Evaluates tests and compares. Whatever is wrong with a scenario becomes a failed case.</summary>
internal static class TestRun
{
    /// <summary>What comes of a test; of one that is not wanted by its name, nothing.</summary>
    public static IEnumerable<RuleTestResult> Run(
        TestCase test, FileStore store, ReadingLimits limits, Func<string, bool>? isWanted = null) => test switch
        {
            ScenarioTest scenario => isWanted is null || isWanted(scenario.Name.Text) ? [Run(scenario)] : [],
            LinesTest lines => LinesRun.Run(lines, lines.Path, store, limits, isWanted),
            _ => throw new InvalidOperationException($"no run for {test.GetType().Name}"),
        };

    /// <summary>Evaluates the rules of a test on a scenario and compares the verdict with what is expected.</summary>
    /// <param name="test">The test.</param>
    /// <param name="scenario">The facts, changes made.</param>
    /// <param name="expectations">What is expected of the verdict.</param>
    /// <param name="line">The line it comes from, with the case's id; <see langword="null"/> if it comes from none.</param>
    public static RuleTestResult Evaluate(
        TestCase test, Scenario scenario, ImmutableArray<Expectation> expectations,
        (int Number, string? Id)? line
    )
    {
        scenario = test.Fit?.Invoke(scenario) ?? scenario;

        // Diagnostics may be warnings beside a verdict; without a verdict the case has failed.
        return test.Rules.TryEvaluate(scenario, out var verdict, out var found)
            ? new RuleTestResult(
                test, line, scenario, verdict,
                [.. expectations.Select(e => e.Compare(verdict)).OfType<RuleTestDifference>()],
                found
            )
            {
                Expectations = expectations,
            }
            : new RuleTestResult(test, line, scenario, null, [], found);
    }

    private static RuleTestResult Run(ScenarioTest test) => test.Scenario is null
        ? new RuleTestResult(test, null, null, null, [], test.Faults)
        : Evaluate(test, test.Scenario, test.Expectations, null);
}
