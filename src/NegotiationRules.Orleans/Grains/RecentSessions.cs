using Microsoft.Extensions.Options;

namespace NegotiationRules.Orleans.Grains;

/// <summary>Keeps the sessions that were used last on this silo; all others may go, as a negotiation makes its own anew of what is stored.
/// So a million negotiations that nobody calls take the memory of their facts.</summary>
internal sealed class RecentSessions(IOptions<NegotiationOptions> options)
{
    private readonly Session?[] _used = new Session?[options.Value.SessionsInMemory];
    private int _last;

    /// <summary>Keeps a session until so many others were used.</summary>
    public void Keep(Session session)
    {
        var place = (uint)Interlocked.Increment(ref _last) % (uint)_used.Length;
        Volatile.Write(ref _used[place], session);
    }
}
