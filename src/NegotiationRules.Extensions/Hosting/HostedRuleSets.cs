using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using NegotiationRules.Extensions.Settings;
using NegotiationRules.Extensions.Telemetry;
using NegotiationRules.Text;

namespace NegotiationRules.Extensions.Hosting;

/// <summary>All rule sets of an application.</summary>
internal sealed class HostedRuleSets : IRuleSets, IAsyncDisposable, IDisposable
{
    private readonly Dictionary<string, HostedRuleSet> _sets = new(StringComparer.Ordinal);
    private readonly List<Follower> _followers = [];
    private bool _isDisposed;

    public HostedRuleSets(
        IEnumerable<HostedRegistration> registrations, IOptionsFactory<HostedRuleSetOptions> options, RuleSetTelemetry telemetry,
        ILoggerFactory loggers, IHostEnvironment? host = null)
    {
        var logger = loggers.CreateLogger("NegotiationRules");
        foreach (var one in registrations)
        {
            _sets.Add(one.Name, new HostedRuleSet(one, options, host?.ContentRootPath, telemetry, logger));
        }

        Names = [.. _sets.Keys];
    }

    public IReadOnlyList<string> Names { get; }

    public RuleSet this[string name] => Followed(name).State.InForce();

    public Verdict Evaluate(string name, Scenario scenario) =>
        TryEvaluate(name, scenario, out var verdict, out var diagnostics) ? verdict : throw new ScenarioException(diagnostics);

    public bool TryEvaluate(
        string name, Scenario scenario, [NotNullWhen(true)] out Verdict? verdict, out IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var set = Followed(name);
        var state = set.State;
        return set.Telemetry.TryEvaluate(name, state.InForce(), state.TracesFacts, scenario, out verdict, out diagnostics);
    }

    public IChangeToken GetChangeToken(string name) => Followed(name).ChangeToken;

    public RuleSetStatus GetStatus(string name) => StateOf(name).Status;

    public async Task<RuleSetStatus> ReloadAsync(string name, CancellationToken cancellationToken = default)
    {
        var set = Find(name);
        var reading = Task.Run(() => set.ReadAsync(CancellationToken.None), cancellationToken);
        var state = await reading.WaitAsync(cancellationToken).ConfigureAwait(false);
        Follow(set);
        return state.Status;
    }

    /// <summary>Reads a rule set, unless it was read.</summary>
    internal Task ReadFirstAsync(string name, CancellationToken stop) => Find(name).ReadFirstAsync(stop);

    /// <summary>Tells of the first reading of each rule set, where nobody listened when it was read.</summary>
    internal void TellFirst()
    {
        foreach (var set in _sets.Values)
        {
            set.TellFirst();
        }
    }

    /// <summary>What was read, and followed from then on.</summary>
    internal RuleSetState StateOf(string name) => Followed(name).State;

    public async ValueTask DisposeAsync()
    {
        Follower[] all;
        lock (_sets)
        {
            _isDisposed = true;
            all = [.. _followers];
            _followers.Clear();
        }

        foreach (var one in all)
        {
            await one.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var set in _sets.Values)
        {
            set.Dispose();
        }
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    // Who asks for a rule set wants to go along with its changes, with a host and without.
    private HostedRuleSet Followed(string name)
    {
        var set = Find(name);
        Follow(set);
        return set;
    }

    private void Follow(HostedRuleSet set)
    {
        if (set.BeginsToBeFollowed())
        {
            lock (_sets)
            {
                if (!_isDisposed)
                {
                    _followers.Add(new Follower(set));
                }
            }
        }
    }

    private HostedRuleSet Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _sets.GetValueOrDefault(name) ?? throw new KeyNotFoundException(
            $"No rule set was added as '{name}'{Spelling.Instead(name, Names)}");
    }
}
