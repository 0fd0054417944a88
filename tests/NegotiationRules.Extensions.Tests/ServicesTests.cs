using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.Extensions.Tests.Support;

namespace NegotiationRules.Extensions.Tests;

public sealed class ServicesTests : IDisposable
{
    private readonly RuleFolder _folder = new();

    public ServicesTests() => _folder.Write("talks.rules.json", RuleFolder.Talks);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ARuleSetIsHadByItsName()
    {
        await using var application = await Application.OfTalksAsync(_folder.Path);

        Assert.Equal(["talks"], application.Sets.Names);
        Assert.Equal("talks", application.Sets["talks"].Name);
        Assert.Equal(
            StageOutcome.Valid,
            application.Sets.Evaluate("talks", Scenario.Parse("""{ "agreement": { "termYears": 10 } }""")).Outcome);
    }

    [Fact]
    public async Task ARuleSetIsAKeyedServiceToo()
    {
        await using var application = await Application.StartAsync(services =>
            services.AddNegotiationRules("talks", _folder.Path).AddTransient<NeedsTalks>());

        Assert.Same(application.Sets["talks"], application.Services.GetRequiredService<NeedsTalks>().Talks);
    }

    [Fact]
    public async Task ANameThatWasNotAddedIsToldWithThoseThatWere()
    {
        await using var application = await Application.OfTalksAsync(_folder.Path);

        Assert.Equal(
            ["No rule set was added as 'talk': did you mean 'talks'?", "No rule set was added as 'parley'; there is only 'talks'."],
            new[] { "talk", "parley" }.Select(name => Assert.Throws<KeyNotFoundException>(() => application.Sets[name]).Message));
    }

    [Fact]
    public void ANameIsGivenOnce()
    {
        var services = new ServiceCollection().AddNegotiationRules("talks", "rules/talks");

        var fault = Assert.Throws<ArgumentException>(() => services.AddNegotiationRules("talks", "rules/others"));

        Assert.Contains("A rule set was added as 'talks' already; give this one another name.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARelativePathIsOneInTheContentRoot()
    {
        await using var application = await Application.StartAsync(
            services => services.AddNegotiationRules("talks", "talks.rules.json"), _folder.Path);

        Assert.Equal("talks", application.Sets["talks"].Name);
    }

    [Fact]
    public async Task WithoutAHostItIsReadWhenItIsAskedForAndFollowed()
    {
        await using var provider = new ServiceCollection()
            .AddNegotiationRules("talks", _folder.Path, options => options.Quiet = TimeSpan.FromMilliseconds(20))
            .BuildServiceProvider();
        var sets = provider.GetRequiredService<IRuleSets>();
        Assert.Equal("10", sets.LeastYears());

        await sets.UntilOthersAsync("talks", () => _folder.Write("talks.rules.json", RuleFolder.TalksOf(12)));

        Assert.Equal("12", sets.LeastYears());
    }

    [Fact]
    public async Task AFaultyScenarioIsRefusedAsTheRulesThemselvesRefuseIt()
    {
        await using var application = await Application.OfTalksAsync(_folder.Path);
        var misspelt = Scenario.Parse("""{ "agrement": { "termYears": 10 } }""");

        Assert.False(application.Sets.TryEvaluate("talks", misspelt, out _, out var diagnostics));

        Assert.Equal(["NR4010"], diagnostics.Select(one => one.Code));
        var fault = Assert.Throws<ScenarioException>(() => application.Sets.Evaluate("talks", misspelt));
        Assert.Equal(diagnostics[0].ToString(), fault.Message);
    }

    private sealed class NeedsTalks([FromKeyedServices("talks")] RuleSet talks)
    {
        public RuleSet Talks => talks;
    }
}
