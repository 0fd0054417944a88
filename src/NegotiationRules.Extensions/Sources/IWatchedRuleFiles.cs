using Microsoft.Extensions.Primitives;

namespace NegotiationRules;

/// <summary>Rule files that are kept elsewhere than in folders, and say when they may have changed.</summary>
/// <remarks>Files that do not say so are read again by <see cref="IRuleSets.ReloadAsync"/>, or looked at every
/// <see cref="HostedRuleSetOptions.PollInterval"/> if <see cref="HostedRuleSetOptions.Poll"/> is on.</remarks>
public interface IWatchedRuleFiles : IRuleFiles
{
    /// <summary>A token that changes when a file may have changed. A new one is asked for each time; rules are only replaced if what is in
    /// the files is no longer the same.</summary>
    IChangeToken Watch();
}
