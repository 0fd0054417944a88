using FsCheck.Xunit;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Laws;

/// <summary>A property of generated rules or conditions: a hundred cases, and as many times as many as <c>CASES_TIMES</c> says.
/// <c>LAW_SEED=1,2</c> tries the cases of the two numbers that a failed test printed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LawAttribute : PropertyAttribute
{
    public LawAttribute()
    {
        Arbitrary = [typeof(Generated)];
        MaxTest = CaseCount.Of(100);
        QuietOnSuccess = true;
        Replay = Environment.GetEnvironmentVariable("LAW_SEED")!;
    }
}
