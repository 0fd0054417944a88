using System.Collections.Concurrent;

namespace NegotiationRules.Orleans.Tests.Support;

/// <summary>A handler that takes down what it is told, for all silos of a cluster, and can fail.</summary>
internal sealed class Told : INegotiationHandler
{
    private readonly ConcurrentQueue<NegotiationFlips> _all = [];
    private int _refused;

    /// <summary>Whether it fails.</summary>
    public bool IsAway { get; set; }

    /// <summary>How often it failed.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>What else it does when it is told.</summary>
    public Func<NegotiationFlips, Task> Also { get; set; } = _ => Task.CompletedTask;

    public IReadOnlyList<NegotiationFlips> All => [.. _all];

    public IReadOnlyList<NegotiationFlips> Of(string negotiation) => [.. _all.Where(one => one.Negotiation == negotiation)];

    public async Task OnFlipsAsync(NegotiationFlips flips, CancellationToken cancellationToken)
    {
        if (IsAway)
        {
            Interlocked.Increment(ref _refused);
            throw new IOException("Nobody is there to be told.");
        }

        await Also(flips);
        _all.Enqueue(flips);
    }

    /// <summary>Waits until a negotiation has told so many.</summary>
    public async Task<IReadOnlyList<NegotiationFlips>> WaitAsync(string negotiation, int count)
    {
        await Waiting.UntilAsync(() => Of(negotiation).Count >= count, $"{negotiation} tells {count}");
        return Of(negotiation);
    }
}
