using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using NegotiationRules.Syntax;
using NegotiationRules.Testing;

namespace NegotiationRules;

/// <summary>What came of one case of a tests file.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class RuleTestResult
{
    private readonly TestCase _test;

    internal RuleTestResult(
        TestCase test,
        (int Number, string? Id)? line,
        Scenario? scenario,
        Verdict? verdict,
        IReadOnlyList<RuleTestDifference> differences,
        IReadOnlyList<Diagnostic> diagnostics)
    {
        _test = test;
        Line = line is { Number: > 0 } ? line.Value.Number : null;
        Id = line?.Id;
        Scenario = scenario;
        Verdict = verdict;
        Differences = differences;
        Diagnostics = diagnostics;
    }

    /// <summary>The test's name; for a case that is a line, followed by its id, or by the number of the line if it has none: <c>votes of
    /// 1994: unsc-m-1</c>.</summary>
    public string Name => NameOf(_test, Line ?? 0, Id);

    /// <summary>The name of the test in the tests file; cases that are lines of one file share it.</summary>
    public string Test => _test.Name.Text;

    /// <summary>What the line calls itself; <see langword="null"/> if it does not, or the case is no line.</summary>
    public string? Id { get; }

    /// <summary>The line the case comes from, counted from 1; <see langword="null"/> if it comes from none.</summary>
    public int? Line { get; }

    /// <summary>Where the test stands in the tests file.</summary>
    public Place Place => _test.Name.Span.ToPlace();

    /// <summary>Whether there is a verdict and it is what the test expects, or differs where <see cref="Deviation"/> says that it
    /// does.</summary>
    public bool Passed => Verdict is not null && (Differences.Count == 0 || Deviation is not null);

    /// <summary>Why the case is known to differ, where the test lists it among its <c>deviations</c> and it does; otherwise <see
    /// langword="null"/>.</summary>
    public string? Deviation { get; private init; }

    /// <summary>In what the verdict is not what the test expects; empty if it is, and if there is no verdict.</summary>
    public IReadOnlyList<RuleTestDifference> Differences { get; }

    /// <summary>The verdict; <see langword="null"/> if the scenario could not be evaluated.</summary>
    public Verdict? Verdict { get; }

    /// <summary>What was found about the scenario; without a verdict, why there is none.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    internal Scenario? Scenario { get; }

    /// <summary>What was compared with the verdict; nothing without one.</summary>
    internal ImmutableArray<Expectation> Expectations { get; init; } = [];

    internal static string NameOf(TestCase test, int line, string? id) => id is not null ? $"{test.Name.Text}: {id}"
        : line > 0 ? string.Create(CultureInfo.InvariantCulture, $"{test.Name.Text}: line {line}")
        : test.Name.Text;

    /// <summary>The same for a case that is known to differ: if it does not, it has failed, or the list of those that do would
    /// rot.</summary>
    internal RuleTestResult AsDeviation(Name why) => Verdict is null ? this
        : Differences.Count > 0
            ? new RuleTestResult(_test, (Line ?? 0, Id), Scenario, Verdict, Differences, Diagnostics)
            {
                Deviation = why.Text,
                Expectations = Expectations,
            }
        : new RuleTestResult(_test, (Line ?? 0, Id), Scenario, Verdict,
            [new RuleTestDifference("deviation", "a difference", "as expected", why.Span.ToPlace())], Diagnostics);

    internal RuleSet Rules => _test.Rules;

    /// <summary>The report of <see cref="ToString"/>, and below it why the verdict is what it is. No line break at the end.</summary>
    /// <param name="options">What to explain and in which language; <see langword="null"/> for what changed the answer.</param>
    public string Explain(ExplanationOptions? options = null) =>
        Verdict is null ? ToString() : $"{this}\n\n{Verdict.Explain(options).ToString().TrimEnd()}";

    /// <summary>Whether it passed and its name; then the differences and the reports on the scenario, a line each or more. No line break at
    /// the end.</summary>
    public override string ToString()
    {
        var report = new StringBuilder(Deviation is not null ? "deviates: " : Passed ? "passed: " : "failed: ").Append(Name);
        if (Deviation is not null)
        {
            report.Append(" (").Append(Deviation).Append(')');
        }

        foreach (var difference in Differences)
        {
            report.Append("\n  ").Append(difference.Place).Append(": ").Append(difference);
        }

        foreach (var diagnostic in Diagnostics)
        {
            report.Append("\n  ").Append(diagnostic.ToString().Replace("\n", "\n  ", StringComparison.Ordinal));
        }

        return report.ToString();
    }
}
