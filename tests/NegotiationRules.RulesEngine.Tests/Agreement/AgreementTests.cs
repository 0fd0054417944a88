namespace NegotiationRules.RulesEngine.Tests.Agreement;

/// <summary>Whatever a workflow says and whatever its inputs are: the results are those of RulesEngine.</summary>
public sealed class AgreementTests
{
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task ResultsAreThoseOfTheOriginal(int seed)
    {
        var run = new AgreementRun(seed);
        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(await run.OriginalAsync(i), await run.OursAsync(i));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task ActionsOfOneRuleAreThoseOfTheOriginal(int seed)
    {
        var run = new AgreementRun(seed);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal(await run.OriginalActionAsync(i), await run.OursActionAsync(i));
        }
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 48)];
}
