namespace NegotiationRules;

/// <summary>What came of all cases of a tests file.</summary>
/// <remarks>Immutable and safe to share between threads. It keeps every verdict; for files of very many lines, go through
/// <see cref="RuleTests.Stream()"/> instead.</remarks>
public sealed class RuleTestResults
{
    internal RuleTestResults(RuleSet rules, IReadOnlyList<RuleTestResult> cases)
    {
        Rules = rules;
        Cases = cases;
        Passed = cases.Count(c => c.Passed);
    }

    /// <summary>The rules that were tested.</summary>
    public RuleSet Rules { get; }

    /// <summary>The cases in the order of the tests file; a test of lines has one for each line.</summary>
    public IReadOnlyList<RuleTestResult> Cases { get; }

    /// <summary>How many cases passed.</summary>
    public int Passed { get; }

    /// <summary>How many cases failed.</summary>
    public int Failed => Cases.Count - Passed;

    /// <summary>What of the rules these cases have tested.</summary>
    public RuleTestCoverage Cover()
    {
        var coverage = new RuleTestCoverage(Rules);
        foreach (var result in Cases)
        {
            coverage.Add(result);
        }

        return coverage;
    }

    /// <summary>The same with the explanation of each verdict that is not what the test expects: for the message of a test that fails. No
    /// line break at the end.</summary>
    /// <param name="options">What to explain and in which language; <see langword="null"/> for what changed the answer.</param>
    public string Explain(ExplanationOptions? options = null) => Report(c => c.Explain(options));

    /// <summary>The reports of the cases that failed, with an empty line between, and how many passed and failed. No line break at the
    /// end.</summary>
    public override string ToString() => Report(c => c.ToString());

    private string Report(Func<RuleTestResult, string> report) =>
        string.Join("\n\n", Cases.Where(c => !c.Passed).Select(report).Append($"{Passed} passed, {Failed} failed"));
}
