using FsCheck.Xunit;
using NegotiationRules.Tests.Agreement;

namespace NegotiationRules.Tests.Laws;

/// <summary>A property of generated rules or conditions: some hundred cases, and many thousands with <c>LONG_TESTS=1</c>.
/// <c>LAW_SEED=1,2</c> tries the cases of the two numbers that a failed test printed.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LawAttribute : PropertyAttribute
{
    public LawAttribute()
    {
        Arbitrary = [typeof(Generated)];
        MaxTest = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 20_000 : 300;
        QuietOnSuccess = true;
        Replay = Environment.GetEnvironmentVariable("LAW_SEED")!;
    }
}
