namespace NegotiationRules.Orleans.Tests.Support;

/// <summary>One silo for all tests of a class, each with negotiations of its own.</summary>
public sealed class OneSilo : IAsyncLifetime
{
    internal Silos Silos { get; private set; } = null!;

    public async Task InitializeAsync() => Silos = await Silos.StartAsync();

    public async Task DisposeAsync() => await Silos.DisposeAsync();
}
