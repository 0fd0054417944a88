namespace NegotiationRules;

/// <summary>One thing in which a verdict is not what a test expects.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
/// <param name="What">What differs: <c>outcome</c>, <c>stage talks</c>, <c>rule no-delay</c>, <c>holder RU</c>, <c>warnings</c> or
/// <c>score</c>.</param>
/// <param name="Expected">What the test says. Outcomes as tests files write them; warnings as ids with commas between, or <c>none</c>; a
/// score as <c>[0.50, 1.00]</c>.</param>
/// <param name="Actual">What came out, written the same way.</param>
/// <param name="Place">Where the tests file says what is expected.</param>
public sealed record RuleTestDifference(string What, string Expected, string Actual, Place Place)
{
    /// <summary>What differs, what was expected and what came out.</summary>
    public override string ToString() => $"{What}: expected {Expected}, but it is {Actual}";
}
