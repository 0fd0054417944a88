using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;

namespace NegotiationRules.Orleans.Tests.Support;

/// <summary>A cluster in this process, with storage and reminders outside of it.</summary>
internal sealed class Silos : IAsyncDisposable
{
    // How long who calls waits for a silo that is lost.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly InProcessTestCluster _cluster;

    private Silos(InProcessTestCluster cluster) => _cluster = cluster;

    public SharedGrains Stored { get; private init; } = null!;

    public SharedReminders Reminders { get; private init; } = null!;

    public Told Told { get; private init; } = null!;

    public RuleTexts Rules { get; private init; } = null!;

    public InProcessTestCluster Cluster => _cluster;

    public IRuleSets Sets => SetsOf(_cluster.Silos[0]);

    public INegotiation this[string name] => _cluster.Client.GetGrain<INegotiation>(name);

    public static async Task<Silos> StartAsync(
        short count = 1, Action<NegotiationOptions>? options = null, Action<ISiloBuilder>? more = null, bool isBinary = false,
        bool hasHandler = true, SharedGrains? storage = null)
    {
        var (stored, reminders, told, rules) = (storage ?? new SharedGrains(), new SharedReminders(), new Told(), new RuleTexts());
        var builder = new InProcessTestClusterBuilder(count);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddLogging(logging => logging.ClearProviders());
            silo.Services.AddNegotiationRules("talks", _ => rules, "talks.rules.json");
            silo.Services.AddNegotiationRules("short", _ => rules, "short.rules.json");
            silo.Services.AddKeyedSingleton<IGrainStorage>("Default", (services, _) => stored.Of(
                isBinary ? ActivatorUtilities.CreateInstance<OrleansGrainStorageSerializer>(services)
                    : ActivatorUtilities.CreateInstance<JsonGrainStorageSerializer>(services)));
            silo.AddReminders();
            silo.Services.AddSingleton<IReminderTable>(reminders);
            silo.Configure<ClusterMembershipOptions>(members => members.ProbeTimeout = TimeSpan.FromSeconds(1));
            silo.Configure<SiloMessagingOptions>(calls => calls.ResponseTimeout = Patience);
            silo.Configure<ReminderOptions>(reminder => reminder.MinimumReminderPeriod = TimeSpan.FromMilliseconds(100));
            silo.AddNegotiations(negotiations =>
            {
                negotiations.FirstRetry = TimeSpan.FromMilliseconds(20);
                negotiations.LastRetry = TimeSpan.FromMilliseconds(100);
                options?.Invoke(negotiations);
            });
            if (hasHandler)
            {
                silo.Services.AddSingleton<INegotiationHandler>(told);
            }

            more?.Invoke(silo);
        });
        builder.ConfigureClient(client => client.Configure<ClientMessagingOptions>(calls => calls.ResponseTimeout = Patience));
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new Silos(cluster) { Stored = stored, Reminders = reminders, Told = told, Rules = rules };
    }

    public static IRuleSets SetsOf(InProcessSiloHandle silo) => silo.ServiceProvider.GetRequiredService<IRuleSets>();

    /// <summary>A negotiation of which everything is met.</summary>
    public async Task<INegotiation> OpenAsync(string name, string ruleSet = "talks")
    {
        var negotiation = this[name];
        await negotiation.OpenAsync(ruleSet, Scenario.Parse(RuleTexts.Everything));
        return negotiation;
    }

    /// <summary>Takes a negotiation out of memory.</summary>
    public Task LeaveAsync(INegotiation negotiation) => _cluster.DeactivateAsync(negotiation);

    /// <summary>Brings other rules into force on all silos.</summary>
    public async Task ReloadAsync(string talks)
    {
        Rules["talks.rules.json"] = talks;
        foreach (var silo in _cluster.Silos)
        {
            await SetsOf(silo).ReloadAsync("talks");
        }
    }

    /// <summary>From now on, the form of an agreement is its kind.</summary>
    public Task RenameAsync()
    {
        Rules["talks.vocabulary.json"] = Rules["talks.vocabulary.json"].Replace("form", "kind", StringComparison.Ordinal);
        return ReloadAsync(RuleTexts.Talks(10).Replace("form", "kind", StringComparison.Ordinal));
    }

    /// <summary>And its kind is its form again.</summary>
    public Task RenameBackAsync()
    {
        Rules["talks.vocabulary.json"] = Rules["talks.vocabulary.json"].Replace("kind", "form", StringComparison.Ordinal);
        return ReloadAsync(RuleTexts.Talks(10));
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }
}
