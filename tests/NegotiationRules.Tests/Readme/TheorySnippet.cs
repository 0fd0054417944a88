namespace NegotiationRules.Tests.Readme;

// What stands between the marks is what stands in rules/README.md, to the letter.
// <theory>
public sealed class RulesTests
{
    private static readonly RuleTests Tests = RuleTests.Load(
        Path.Combine(AppContext.BaseDirectory, "rules/delegations/delegations.tests.json"));

    public static TheoryData<string> Names => [.. Tests.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheRulesDoWhatTheirTestsSay(string name)
    {
        var results = Tests.Run(name);
        Assert.True(results.Failed == 0, results.Explain());
    }
}
// </theory>
