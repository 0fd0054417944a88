using Orleans;
using Orleans.Runtime;

namespace NegotiationRules.Orleans.Tests.Support;

/// <summary>A grain that keeps a number, to measure beside: what Orleans and the storage take without rules.</summary>
[Alias("NegotiationRules.Tests.ICounter")]
public interface ICounter : IGrainWithStringKey
{
    [Alias("Increment")]
    Task<long> IncrementAsync();
}

[GenerateSerializer]
[Alias("NegotiationRules.Tests.CounterState")]
public sealed class CounterState
{
    [Id(0)]
    public long Count { get; set; }
}

public sealed class CounterGrain([PersistentState("counter", "Default")] IPersistentState<CounterState> stored) : Grain, ICounter
{
    public async Task<long> IncrementAsync()
    {
        stored.State.Count++;
        await stored.WriteStateAsync();
        return stored.State.Count;
    }
}
