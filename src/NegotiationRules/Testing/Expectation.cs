using NegotiationRules.Text;

namespace NegotiationRules.Testing;

/// <summary>One thing that a test says of a verdict: <c>"stages": { "talks": "invalid" }</c>.</summary>
/// <param name="What">What it is about, in words: "stage talks".</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Expected">What the test says, in the words of tests files.</param>
/// <param name="Read">What a verdict says, in the same words.</param>
internal sealed record Expectation(string What, Span Span, string Expected, Func<Verdict, string> Read)
{
    /// <summary>The difference, or <see langword="null"/> if the verdict is as expected.</summary>
    public RuleTestDifference? Compare(Verdict verdict)
    {
        var actual = Read(verdict);
        return actual == Expected ? null : new RuleTestDifference(What, Expected, actual, Span.ToPlace());
    }
}
