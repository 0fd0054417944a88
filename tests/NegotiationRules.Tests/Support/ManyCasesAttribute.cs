using FsCheck.Xunit;

namespace NegotiationRules.Tests.Support;

/// <summary>A property of values made at random, so many of them; <see cref="CaseCount"/> says when there are more.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ManyCasesAttribute : PropertyAttribute
{
    public ManyCasesAttribute(int cases)
    {
        Cases = cases;
        MaxTest = CaseCount.Of(cases);
    }

    public int Cases { get; }
}
