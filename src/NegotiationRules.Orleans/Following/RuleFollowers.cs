using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using NegotiationRules.Orleans.Telling;
using Orleans;

namespace NegotiationRules.Orleans.Following;

/// <summary>Which negotiations are in the memory of this silo, by rule set; tells them, a few at a time, when other rules are in
/// force.</summary>
internal sealed class RuleFollowers(IRuleSets sets, IGrainFactory grains, ILogger<RuleFollowers> logger) : IDisposable
{
    // Enough to keep a silo busy, and few enough for those who call meanwhile.
    private const int AtOnce = 32;

    private readonly ConcurrentDictionary<string, Lazy<Followers>> _bySet = new(StringComparer.Ordinal);

    /// <summary>From now on a negotiation is told; of changes before that it is not.</summary>
    public void Join(string ruleSet, string negotiation)
    {
        // One of which this silo has no rules hears nothing of them.
        if (sets.Names.Contains(ruleSet))
        {
            var followers = _bySet.GetOrAdd(ruleSet, name => new Lazy<Followers>(() => new Followers(name, this)));
            followers.Value.Names.TryAdd(negotiation, 0);
        }
    }

    public void Leave(string ruleSet, string negotiation)
    {
        if (_bySet.TryGetValue(ruleSet, out var followers))
        {
            followers.Value.Names.TryRemove(negotiation, out _);
        }
    }

    public void Dispose()
    {
        foreach (var followers in _bySet.Values)
        {
            followers.Value.Dispose();
        }
    }

    private async Task TellAsync(string ruleSet, IEnumerable<string> names)
    {
        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (name, _) =>
        {
            try
            {
                await grains.GetGrain<IRuleFollower>(name).FollowAsync().ConfigureAwait(false);
            }
            catch (Exception e)
            {
                // It looks at the rules in force at each call, and when it is next in memory.
                logger.CannotTellFollower(e, name, ruleSet);
            }
        }).ConfigureAwait(false);
    }

    private IChangeToken TokenOf(string ruleSet) => sets.GetChangeToken(ruleSet);

    private sealed class Followers : IDisposable
    {
        private readonly IDisposable _registration;

        public Followers(string ruleSet, RuleFollowers all) =>
            _registration = ChangeToken.OnChange(
                () => all.TokenOf(ruleSet), () => _ = Task.Run(() => all.TellAsync(ruleSet, Names.Keys)));

        public ConcurrentDictionary<string, byte> Names { get; } = new(StringComparer.Ordinal);

        public void Dispose() => _registration.Dispose();
    }
}
