using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.Extensions.Tests.Support;

namespace NegotiationRules.Extensions.Tests;

public sealed class ReloadTests : IDisposable
{
    private readonly RuleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AFileThatIsWrittenIsReadAgain()
    {
        _folder.Write("talks.rules.json", RuleFolder.Talks);
        await using var application = await Application.OfTalksAsync(_folder.Path);

        await application.Sets.UntilOthersAsync("talks", () => _folder.Write("talks.rules.json", RuleFolder.TalksOf(12)));

        Assert.Equal("12", application.Sets.LeastYears());
        Assert.Equal(1, application.Sets.GetStatus("talks").Reloads);
        Assert.Contains(application.Messages.All, one => one.Id == 2);
    }

    [Fact]
    public async Task AFileThatIsSavedByRenamingIsReadAgainAndAgain()
    {
        _folder.Write("talks.rules.json", RuleFolder.Talks);
        await using var application = await Application.OfTalksAsync(_folder.At("talks.rules.json"));

        foreach (var years in new[] { 12, 13, 14 })
        {
            await application.Sets.UntilOthersAsync("talks", () => _folder.WriteByRename("talks.rules.json", RuleFolder.TalksOf(years)));

            Assert.Equal($"{years}", application.Sets.LeastYears());
        }
    }

    [Fact]
    public async Task WhatIsIncludedAndTheVocabularyAreFollowedToo()
    {
        _folder.Write("talks.rules.json", """
            { "name": "talks", "vocabulary": "facts/own.vocabulary.json", "include": ["shared/terms.rules.json"], "rules": [] }
            """);
        _folder.Write("shared/terms.rules.json", RuleFolder.Talks);
        var vocabulary = """
            { "type": "object", "properties": { "agreement": { "type": "object", "properties": { "termYears": { "type": "integer" } } } } }
            """;
        _folder.Write("facts/own.vocabulary.json", vocabulary);
        await using var application = await Application.OfTalksAsync(_folder.At("talks.rules.json"));
        var more = Scenario.Parse("""{ "agreement": { "termYears": 12, "signed": true } }""");

        await application.Sets.UntilOthersAsync("talks", () => _folder.WriteByRename("shared/terms.rules.json", RuleFolder.TalksOf(12)));
        Assert.Equal("12", application.Sets.LeastYears());
        Assert.False(application.Sets.TryEvaluate("talks", more, out _, out _));

        await application.Sets.UntilOthersAsync("talks", () => _folder.Write("facts/own.vocabulary.json",
            vocabulary.Replace("\"termYears\"", "\"signed\": { \"type\": \"boolean\" }, \"termYears\"", StringComparison.Ordinal)));
        Assert.True(application.Sets.TryEvaluate("talks", more, out _, out _));
    }

    [Fact]
    public async Task AFileThatIsOnlyTouchedIsNotReadAgain()
    {
        var path = _folder.Write("talks.rules.json", RuleFolder.Talks);
        await using var application = await Application.OfTalksAsync(_folder.Path);
        var rules = application.Sets["talks"];

        // Until it is watched, touching it goes unnoticed.
        await Waiting.UntilAsync(() =>
        {
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            _folder.WriteByRename("talks.rules.json", RuleFolder.Talks);
            return application.Messages.Count(6) > 0;
        });

        Assert.Same(rules, application.Sets["talks"]);
        Assert.Equal(0, application.Sets.GetStatus("talks").Reloads);
    }

    [Fact]
    public async Task WhatCannotBeUsedLeavesTheRulesOfBeforeInForceAndIsLoggedWithItsReport()
    {
        var path = _folder.Write("talks.rules.json", RuleFolder.Talks);
        await using var application = await Application.OfTalksAsync(_folder.Path);
        var rules = application.Sets["talks"];

        _folder.Write("talks.rules.json", RuleFolder.Talks.Replace("termYears", "termYeers", StringComparison.Ordinal));
        await Waiting.UntilAsync(() => application.Sets.GetStatus("talks").Fault?.Contains("termYeers", StringComparison.Ordinal) == true);

        var report = Assert.Throws<RuleFileException>(() => RuleSet.Load(path)).Message;
        Assert.Equal(report, application.Sets.GetStatus("talks").Fault);
        Assert.Contains(
            $"Rule set talks: what changed cannot be used, so the rules that were read before stay in force\n{report}",
            application.Messages.All.Where(one => one.Id == 3).Select(one => one.Text));
        Assert.Same(rules, application.Sets["talks"]);

        await application.Sets.UntilOthersAsync("talks", () => _folder.Write("talks.rules.json", RuleFolder.TalksOf(12)));
        Assert.Null(application.Sets.GetStatus("talks").Fault);
        Assert.Equal("12", application.Sets.LeastYears());
    }

    [Fact]
    public async Task AFileThatWasMissingIsReadOnceItIsThere()
    {
        _folder.Write("talks.rules.json", """{ "name": "talks", "include": ["later/terms.rules.json"], "rules": [] }""");
        await using var application = await Application.OfTalksAsync(_folder.Path, options => options.FaultStopsStart = false);
        Assert.Contains("there is no such file", application.Sets.GetStatus("talks").Fault, StringComparison.Ordinal);

        await application.Sets.UntilOthersAsync("talks", () => _folder.Write("later/terms.rules.json", RuleFolder.TalksOf(7)));

        Assert.Equal("7", application.Sets.LeastYears());
    }

    // As a checkout of another branch does.
    [Fact]
    public async Task AFolderThatIsReplacedByAnotherIsFollowedOn()
    {
        _folder.Write("set/talks.rules.json", RuleFolder.Talks);
        await using var application = await Application.OfTalksAsync(_folder.At("set"));

        foreach (var years in new[] { 12, 13 })
        {
            await application.Sets.UntilOthersAsync("talks", () =>
            {
                _folder.Write("other/talks.rules.json", RuleFolder.TalksOf(years));
                Directory.Move(_folder.At("set"), _folder.At($"old-{years}"));
                Directory.Move(_folder.At("other"), _folder.At("set"));
            });
            Assert.Equal($"{years}", application.Sets.LeastYears());
        }

        await application.Sets.UntilOthersAsync("talks", () => _folder.Write("set/talks.rules.json", RuleFolder.TalksOf(14)));
        Assert.Equal("14", application.Sets.LeastYears());
    }

    // As the volumes of Kubernetes do: files are links through a link that is replaced.
    [Fact]
    public async Task AFileThatIsALinkToAnotherIsReadAgainWhenTheLinkLeadsElsewhere()
    {
        _folder.Write("v1/talks.rules.json", RuleFolder.Talks);
        _folder.Write("v2/talks.rules.json", RuleFolder.TalksOf(12));
        Directory.CreateDirectory(_folder.At("mounted"));
        Directory.CreateSymbolicLink(_folder.At("mounted/data"), _folder.At("v1"));
        File.CreateSymbolicLink(_folder.At("mounted/talks.rules.json"), "data/talks.rules.json");
        await using var application = await Application.OfTalksAsync(_folder.At("mounted/talks.rules.json"));

        await application.Sets.UntilOthersAsync("talks", () =>
        {
            Directory.CreateSymbolicLink(_folder.At("mounted/new"), _folder.At("v2"));
            Directory.Delete(_folder.At("mounted/data"));
            Directory.Move(_folder.At("mounted/new"), _folder.At("mounted/data"));
        });

        Assert.Equal("12", application.Sets.LeastYears());
    }

    [Fact]
    public async Task FilesAreLookedAtAgainAndAgainWhereThatIsAskedFor()
    {
        _folder.Write("talks.rules.json", RuleFolder.Talks);
        await using var application = await Application.OfTalksAsync(_folder.Path, options =>
        {
            options.Poll = true;
            options.PollInterval = TimeSpan.FromMilliseconds(20);
        });

        await application.Sets.UntilOthersAsync("talks", () => _folder.Write("talks.rules.json", RuleFolder.TalksOf(12)));

        Assert.Equal("12", application.Sets.LeastYears());
        Assert.Equal(0, application.Messages.Count(6));
    }

    [Fact]
    public async Task WhoReadsAgainByHandIsToldHowItWent()
    {
        var path = _folder.Write("talks.rules.json", RuleFolder.Talks);
        await using var application = await Application.OfTalksAsync(_folder.Path, options => options.Reload = false);

        File.WriteAllText(path, RuleFolder.TalksOf(12));
        Assert.Null((await application.Sets.ReloadAsync("talks")).Fault);
        Assert.Equal("12", application.Sets.LeastYears());

        File.Delete(path);
        Assert.Contains("no `.rules.json` file", (await application.Sets.ReloadAsync("talks")).Fault, StringComparison.Ordinal);
        Assert.Equal("12", application.Sets.LeastYears());
    }

    [Fact]
    public async Task SomebodyWhoFailsWhenToldDoesNotKeepOthersFromBeingTold()
    {
        _folder.Write("talks.rules.json", RuleFolder.Talks);
        await using var application = await Application.OfTalksAsync(_folder.Path);
        using var failing = application.Sets.GetChangeToken("talks")
            .RegisterChangeCallback(_ => throw new InvalidOperationException("no"), null);

        await application.Sets.UntilOthersAsync("talks", () => _folder.Write("talks.rules.json", RuleFolder.TalksOf(12)));
        await application.Sets.UntilOthersAsync("talks", () => _folder.Write("talks.rules.json", RuleFolder.TalksOf(13)));

        Assert.Equal("13", application.Sets.LeastYears());
        await Waiting.UntilAsync(() => application.Messages.Count(8) == 1);
    }

    // Disposing waits until nothing is read any more, so it must not be waited for by what reads.
    [Fact]
    public async Task WhoIsToldMayEndTheApplication()
    {
        _folder.Write("talks.rules.json", RuleFolder.Talks);
        var provider = new ServiceCollection()
            .AddNegotiationRules("talks", _folder.Path, options => options.Quiet = TimeSpan.FromMilliseconds(20))
            .BuildServiceProvider();
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = provider.GetRequiredService<IRuleSets>().GetChangeToken("talks").RegisterChangeCallback(
            _ =>
            {
                provider.Dispose();
                ended.SetResult();
            },
            null);

        _folder.Write("talks.rules.json", RuleFolder.TalksOf(12));

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
