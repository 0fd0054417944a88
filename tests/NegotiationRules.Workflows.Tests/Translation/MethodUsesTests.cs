using NegotiationRules.Workflows.Translation;

namespace NegotiationRules.Workflows.Tests.Translation;

/// <summary>A call with arguments that are not translated is answered with one that is: every method has one.</summary>
public sealed class MethodUsesTests
{
    public static TheoryData<string> Methods { get; } = [.. ExpressionTranslator.MethodNames];

    [Theory]
    [MemberData(nameof(Methods))]
    public void EveryMethodHasAnExampleThatCallsIt(string method)
    {
        var use = MethodUses.Of(method);

        Assert.NotNull(use);
        Assert.True(
            method.Split('.')[^1] is var name
                && (use.Contains(name + "(", StringComparison.OrdinalIgnoreCase) || !method.Contains('.', StringComparison.Ordinal)),
            use
        );
    }
}
