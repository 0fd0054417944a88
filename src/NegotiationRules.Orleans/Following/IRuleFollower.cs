using Orleans;

namespace NegotiationRules.Orleans.Following;

/// <summary>A grain that goes by a rule set, and is told by its silo when other rules are in force.</summary>
[Alias("NegotiationRules.IRuleFollower")]
internal interface IRuleFollower : IGrainWithStringKey
{
    [Alias("Follow")]
    Task FollowAsync();
}
