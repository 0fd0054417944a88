using Orleans.Runtime;

namespace NegotiationRules.Orleans.Storing;

/// <summary>Where a negotiation is stored, and as what.</summary>
internal sealed class StateConfiguration(string storage) : IPersistentStateConfiguration
{
    public string StateName => "negotiation";

    public string StorageName => storage;
}
