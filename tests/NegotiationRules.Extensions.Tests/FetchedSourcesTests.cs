using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using NegotiationRules.Extensions.Tests.Support;

namespace NegotiationRules.Extensions.Tests;

/// <summary>Rule files that have to be fetched, here over HTTP.</summary>
public sealed class FetchedSourcesTests : IAsyncLifetime
{
    private const string Including =
        """{ "name": "talks", "vocabulary": "facts.vocabulary.json", "include": ["../shared/terms.rules.json"], "rules": [] }""";

    private const string Facts =
        """
        { "type": "object", "properties": { "agreement": { "type": "object", "properties": { "termYears": { "type": "integer" } } } } }
        """;

    private HttpStore _store = null!;

    public async Task InitializeAsync() => _store = (await HttpStore.StartAsync())
        .Put("sets/talks.rules.json", Including).Put("sets/facts.vocabulary.json", Facts)
        .Put("shared/terms.rules.json", RuleFolder.Talks);

    public async Task DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task WhatAFileNamesIsFetchedOnceTheFileIsThere()
    {
        await using var application = await StartAsync();

        Assert.Equal(["sets/talks.rules.json", "shared/terms.rules.json", "sets/facts.vocabulary.json"], _store.Asked.Take(3));
        Assert.Equal("10", application.Sets.LeastYears());
    }

    [Fact]
    public async Task WhatIsChangedInTheStoreIsInForceAfterTheNextLook()
    {
        await using var application = await StartAsync();

        await application.Sets.UntilOthersAsync("talks", () => _store.Put("shared/terms.rules.json", RuleFolder.TalksOf(12)));

        Assert.Equal("12", application.Sets.LeastYears());
        Assert.Equal(1, application.Sets.GetStatus("talks").Reloads);
    }

    [Fact]
    public async Task NothingIsReplacedWhileTheStoreStaysAsItIs()
    {
        await using var application = await StartAsync();
        var rules = application.Sets["talks"];
        var asked = _store.Asked.Count;

        await Waiting.UntilAsync(() => _store.Asked.Count > asked + 9);

        Assert.Same(rules, application.Sets["talks"]);
    }

    [Fact]
    public async Task AStoreThatFailsLeavesTheRulesInForceAndIsSaidOnceAndAskedAgain()
    {
        await using var application = await StartAsync();

        _store.IsAway = true;
        _store.Put("shared/terms.rules.json", RuleFolder.TalksOf(12));
        await Waiting.UntilAsync(() => application.Sets.GetStatus("talks").Fault is not null);
        var asked = _store.Asked.Count;
        await Waiting.UntilAsync(() => _store.Asked.Count > asked + 3);

        Assert.Equal(
            "`sets/talks.rules.json` cannot be fetched: Response status code does not indicate success: 503 (Service Unavailable).",
            application.Sets.GetStatus("talks").Fault);
        Assert.Equal("10", application.Sets.LeastYears());
        Assert.Equal(1, application.Messages.Count(3));

        _store.IsAway = false;
        await Waiting.UntilAsync(() => application.Sets.GetStatus("talks").Fault is null);
        Assert.Equal("12", application.Sets.LeastYears());
    }

    [Fact]
    public async Task AStoreThatTakesTooLongIsAFaultAndNobodyWhoEvaluatesWaitsForIt()
    {
        await using var application = await StartAsync(options => options.FetchTimeout = TimeSpan.FromMilliseconds(300));

        _store.Pause();
        await Waiting.UntilAsync(() =>
        {
            application.Sets.Evaluate("talks", Scenario.Parse("{}"));
            return application.Sets.GetStatus("talks").Fault is not null;
        });

        Assert.Equal(
            "`sets/talks.rules.json` cannot be fetched: it took longer than 00:00:00.3000000", application.Sets.GetStatus("talks").Fault);

        _store.Put("shared/terms.rules.json", RuleFolder.TalksOf(12));
        _store.Resume();
        await Waiting.UntilAsync(() => application.Sets.GetStatus("talks").Fault is null);
        Assert.Equal("12", application.Sets.LeastYears());
    }

    [Fact]
    public async Task AHostWaitsForASlowStoreBeforeItStarts()
    {
        _store.Pause();

        var starting = StartAsync();
        await Waiting.UntilAsync(() => !_store.Asked.IsEmpty);
        Assert.False(starting.IsCompleted);
        _store.Resume();

        await using var application = await starting;
        Assert.Equal("10", application.Sets.LeastYears());
    }

    [Fact]
    public async Task AStoreThatIsAwayStopsTheStartUnlessItShallNot()
    {
        _store.IsAway = true;

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync());
        Assert.StartsWith(
            "The rule set `talks` cannot be used:\n`sets/talks.rules.json` cannot be fetched: ", fault.Message, StringComparison.Ordinal);
        Assert.IsType<HttpRequestException>(fault.InnerException!.InnerException);

        await using var application = await StartAsync(options => options.FaultStopsStart = false);
        _store.IsAway = false;
        await Waiting.UntilAsync(() => application.Sets.GetStatus("talks").Fault is null);
        Assert.Equal("10", application.Sets.LeastYears());
    }

    [Fact]
    public async Task AStartThatIsGivenUpDoesNotWaitForTheStore()
    {
        _store.Pause();
        using var given = new CancellationTokenSource();
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        Add(builder.Services, null);
        using var host = builder.Build();

        var starting = host.StartAsync(given.Token);
        await Waiting.UntilAsync(() => !_store.Asked.IsEmpty);
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
    }

    [Fact]
    public async Task AnApplicationEndsWhileTheStoreDoesNotAnswer()
    {
        var application = await StartAsync();

        _store.Pause();
        await Waiting.UntilAsync(() => _store.Held > 0);

        await application.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task AFileThatIsNotThereIsToldWhereItIsNamed()
    {
        _store.Put("sets/talks.rules.json", Including.Replace("terms", "term", StringComparison.Ordinal));
        await using var application = await StartAsync(options => options.FaultStopsStart = false);

        var fault = application.Sets.GetStatus("talks").Fault!;
        Assert.True(fault.Contains("term.rules.json` cannot be read: there is no such file", StringComparison.Ordinal), fault);

        await application.Sets.UntilOthersAsync("talks", () => _store.Put("shared/term.rules.json", RuleFolder.TalksOf(7)));
        Assert.Equal("7", application.Sets.LeastYears());
    }

    [Fact]
    public async Task AFileThatIsTooLongIsNotFetchedToItsEnd()
    {
        _store.Put("shared/terms.rules.json", RuleFolder.Talks + new string(' ', 4_000));

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(
            () => StartAsync(options => options.Limits = new ReadingLimits { Characters = 1_000 }));

        Assert.Contains(
            "`shared/terms.rules.json` cannot be fetched: it is longer than the limit `Characters` allows", fault.Message,
            StringComparison.Ordinal);
    }

    // A window, or a test, has a thread of its own that what was awaited goes on with; whoever blocks it must not wait for that.
    [Fact]
    public void WithoutAHostWhoAsksFirstWaitsOnWhateverThread()
    {
        var before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new NeverGoesOn());
        try
        {
            using var provider = Add(new ServiceCollection(), null).BuildServiceProvider();

            Assert.Equal("10", provider.GetRequiredService<IRuleSets>().LeastYears());
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    [Fact]
    public async Task AStoreThatTellsOfChangesIsNotPolled()
    {
        var files = new TellingRules(_store.Client);
        await using var application = await Application.StartAsync(services => services.AddNegotiationRules(
            "talks", _ => files, "sets/talks.rules.json", options => options.Quiet = TimeSpan.FromMilliseconds(10)));

        await application.Sets.UntilOthersAsync("talks", () =>
        {
            _store.Put("shared/terms.rules.json", RuleFolder.TalksOf(12));
            files.Tell();
        });

        Assert.Equal("12", application.Sets.LeastYears());
    }

    [Fact]
    public async Task FilesAreEitherReadOrFetched()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => StartAsync(options =>
        {
            options.Files = new StoredFiles();
            options.FetchTimeout = TimeSpan.Zero;
        }));

        Assert.Equal(
            [
                "`FetchTimeout` of the rule set `talks` is 00:00:00, but it has to be more than nothing",
                "the rule set `talks` has both `Files` and `AsyncFiles`: its files are either read or fetched",
            ],
            fault.Failures);
    }

    private Task<Application> StartAsync(Action<HostedRuleSetOptions>? configure = null) =>
        Application.StartAsync(services => Add(services, configure));

    private IServiceCollection Add(IServiceCollection services, Action<HostedRuleSetOptions>? configure) => services.AddNegotiationRules(
        "talks", _ => new HttpRules(_store.Client), "sets/talks.rules.json", options =>
        {
            options.Poll = true;
            options.PollInterval = TimeSpan.FromMilliseconds(20);
            options.Quiet = TimeSpan.FromMilliseconds(5);
            configure?.Invoke(options);
        });

    // As the page of the package has it, without a word of where to go on.
    private class HttpRules(HttpClient http) : IAsyncRuleFiles
    {
        public async Task<Stream?> OpenAsync(string path, CancellationToken cancellationToken)
        {
            var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
            return answer.StatusCode == HttpStatusCode.NotFound ? null
                : await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken);
        }

        public virtual IChangeToken? Watch() => null;
    }

    private sealed class TellingRules(HttpClient http) : HttpRules(http)
    {
        private ConfigurationReloadToken _changed = new();

        public override IChangeToken Watch() => Volatile.Read(ref _changed);

        public void Tell() => Interlocked.Exchange(ref _changed, new ConfigurationReloadToken()).OnReload();
    }

    private sealed class NeverGoesOn : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
        }
    }
}
