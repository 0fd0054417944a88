using FsCheck.Xunit;
using NegotiationRules.Tests.Agreement;

namespace NegotiationRules.Tests.Laws;

/// <summary>A property of generated rules or conditions: some hundred cases, and many thousands with <c>LONG_TESTS=1</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LawAttribute : PropertyAttribute
{
    public LawAttribute()
    {
        Arbitrary = [typeof(Generated)];
        MaxTest = Environment.GetEnvironmentVariable("LONG_TESTS") == "1" ? 20_000 : 300;
        QuietOnSuccess = true;
    }
}
