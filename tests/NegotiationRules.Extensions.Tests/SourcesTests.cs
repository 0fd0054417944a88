using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.Extensions.Tests.Support;

namespace NegotiationRules.Extensions.Tests;

public sealed class SourcesTests
{
    private const string Including =
        """{ "name": "talks", "vocabulary": "facts.vocabulary.json", "include": ["../shared/terms.rules.json"], "rules": [] }""";

    private const string Facts =
        """
        { "type": "object", "properties": { "agreement": { "type": "object", "properties": { "termYears": { "type": "integer" } } } } }
        """;

    [Theory]
    [InlineData("rules/treaty.rules.json")]
    [InlineData("treaty.rules.json")]
    public async Task ResourcesAreFoundByTheirPathWithWhatTheyInclude(string path)
    {
        await using var application = await Application.StartAsync(services =>
            services.AddNegotiationRules("treaty", typeof(SourcesTests).Assembly, path));

        Assert.Equal(["two-parties", "written"], application.Sets["treaty"].Rules.Select(rule => rule.Id));
        var written = Scenario.Parse("""{ "agreement": { "isWritten": true } }""");
        Assert.Equal(StageOutcome.Undetermined, application.Sets.Evaluate("treaty", written).Outcome);
    }

    [Fact]
    public void AResourceThatIsNotThereIsToldWithThoseThatAre()
    {
        var fault = Assert.Throws<ArgumentException>(() =>
            new ServiceCollection().AddNegotiationRules("treaty", typeof(SourcesTests).Assembly, "treaties.rules.json"));

        Assert.StartsWith(
            "The rule set 'treaty' cannot be added: the assembly `NegotiationRules.Extensions.Tests` has no resource "
                + "`treaties.rules.json`; it has `NegotiationRules.Extensions.Tests.rules.shared.parties.rules.json`, ",
            fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APathThatEndsLikeSeveralResourcesIsAFault()
    {
        var fault = Assert.Throws<ArgumentException>(() =>
            new ServiceCollection().AddNegotiationRules("treaty", typeof(SourcesTests).Assembly, "rules.json"));

        Assert.Contains("has several resources that end in `rules.json`", fault.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new EmbeddedRuleFiles(typeof(SourcesTests).Assembly).Open("rules.json"));
    }

    [Fact]
    public void ResourcesServeWithoutServicesToo()
    {
        var options = new RuleSetOptions { Files = new EmbeddedRuleFiles(typeof(SourcesTests).Assembly) };

        Assert.Equal(2, RuleSet.Load("rules/treaty.rules.json", options).Rules.Count);
    }

    [Fact]
    public async Task AStreamIsOpenedAnewEachTime()
    {
        var years = 10;
        await using var application = await Application.StartAsync(services =>
            services.AddNegotiationRules("talks", _ => new MemoryStream(Encoding.UTF8.GetBytes(RuleFolder.TalksOf(years)))));
        Assert.Equal("10", application.Sets.LeastYears());

        years = 12;
        await application.Sets.ReloadAsync("talks");

        Assert.Equal("12", application.Sets.LeastYears());
    }

    [Fact]
    public async Task AStoreIsAskedForWhatIsIncludedByItsPathAndFollowed()
    {
        var store = new StoredFiles().Put("sets/talks.rules.json", Including).Put("sets/facts.vocabulary.json", Facts)
            .Put("shared/terms.rules.json", RuleFolder.Talks);
        await using var application = await OfStoreAsync(store);
        Assert.Equal(["sets/talks.rules.json", "shared/terms.rules.json", "sets/facts.vocabulary.json"], store.Asked.Take(3));

        await application.Sets.UntilOthersAsync("talks", () => store.Put("shared/terms.rules.json", RuleFolder.TalksOf(12)));

        Assert.Equal("12", application.Sets.LeastYears());
    }

    [Fact]
    public async Task AStoreThatIsAwayLeavesTheRulesInForceAndIsAskedAgain()
    {
        var store = new StoredFiles().Put("sets/talks.rules.json", RuleFolder.Talks);
        await using var application = await OfStoreAsync(store);

        store.IsAway = true;
        store.Put("sets/talks.rules.json", RuleFolder.TalksOf(12));
        await Waiting.UntilAsync(() => application.Sets.GetStatus("talks").Fault == "The store did not answer.");
        var asked = store.Asked.Count;
        await Waiting.UntilAsync(() => store.Asked.Count > asked + 3);
        Assert.Equal("10", application.Sets.LeastYears());
        Assert.Equal(1, application.Messages.Count(3));

        store.IsAway = false;
        await Waiting.UntilAsync(() => application.Sets.GetStatus("talks").Fault is null);
        Assert.Equal("12", application.Sets.LeastYears());
    }

    [Fact]
    public void NothingOutsideOfAStoreIsAskedFor()
    {
        var store = new StoredFiles().Put(
            "talks.rules.json", """{ "name": "talks", "include": ["../../etc/x.rules.json", "/etc/y.rules.json"], "rules": [] }""");

        Assert.False(RuleSet.TryLoad("talks.rules.json", new RuleSetOptions { Files = store }, out _, out var diagnostics));

        Assert.Equal(2, diagnostics.Count(one => one.Code == "NR1103"));
        Assert.Equal(["talks.rules.json"], store.Asked);
    }

    [Fact]
    public void ARootInAStoreIsNotLeft()
    {
        var store = new StoredFiles().Put("sets/talks.rules.json", Including).Put("sets/facts.vocabulary.json", Facts)
            .Put("shared/terms.rules.json", RuleFolder.Talks);

        var options = new RuleSetOptions { Files = store, Root = "sets" };
        Assert.False(RuleSet.TryLoad("sets/talks.rules.json", options, out _, out var diagnostics));

        Assert.Contains(diagnostics, one => one.Message == "`../shared/terms.rules.json` leads out of the folder `sets`");
    }

    [Fact]
    public void TextIncludesWhatIsInAStoreByItsPathFromTheTop()
    {
        var store = new StoredFiles().Put("shared/terms.rules.json", RuleFolder.Talks);

        var rules = RuleSet.Parse(
            """{ "name": "own", "include": ["shared/terms.rules.json"], "rules": [] }""", new RuleSetOptions { Files = store });

        Assert.Equal(["long-term"], rules.Rules.Select(rule => rule.Id));
    }

    [Fact]
    public void AFaultInAStoredFileIsToldByItsPath()
    {
        var store = new StoredFiles()
            .Put("shared/terms.rules.json", RuleFolder.Talks.Replace("termYears", "termYeers", StringComparison.Ordinal))
            .Put("talks.rules.json", """
                {
                  "name": "talks", "vocabulary": "negotiation",
                  "include": ["shared/terms.rules.json", "missing.rules.json"], "rules": []
                }
                """);

        Assert.False(RuleSet.TryLoad("talks.rules.json", new RuleSetOptions { Files = store }, out _, out var diagnostics));

        Assert.Contains(diagnostics, one => one.Code == "NR2001" && one.Place.File == "shared/terms.rules.json");
        Assert.Contains(diagnostics, one => one.Message == "`missing.rules.json` cannot be read: there is no such file");
    }

    private static Task<Application> OfStoreAsync(StoredFiles store) =>
        Application.StartAsync(services => services.AddSingleton(store).AddNegotiationRules(
            "talks", provider => provider.GetRequiredService<StoredFiles>(), "sets/talks.rules.json",
            options => (options.Quiet, options.PollInterval) = (TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20))));
}
