using Microsoft.Extensions.Primitives;

namespace NegotiationRules;

/// <summary>Rule files that have to be fetched: from a database, or over HTTP. No thread waits for them.</summary>
/// <remarks>
/// <para>The rule file is asked for first, then what it names (included files, a vocabulary), then what these name, one file at a time.
/// All of them are fetched before rules are replaced; if one cannot be, the rules of before stay in force, the report says why, and it is
/// tried again every <see cref="HostedRuleSetOptions.PollInterval"/>.</para>
/// <para>A host waits for them when it starts, for <see cref="HostedRuleSetOptions.FetchTimeout"/> at most. Without a host, who asks for a
/// rule set first waits; <see cref="IRuleSets.ReloadAsync"/> does so without blocking a thread.</para>
/// </remarks>
public interface IAsyncRuleFiles
{
    /// <summary>Fetches a file.</summary>
    /// <param name="path">Its path: names with <c>/</c> between them, such as <c>shared/parties.rules.json</c>; never with a step upwards,
    /// nor with <c>/</c> at its beginning.</param>
    /// <param name="cancellationToken">The application ends, or it has taken too long.</param>
    /// <returns>The file's text in UTF-8, which the reader closes; <see langword="null"/> if there is no such file.</returns>
    /// <exception cref="Exception">It cannot be fetched now, whatever is thrown.</exception>
    Task<Stream?> OpenAsync(string path, CancellationToken cancellationToken);

    /// <summary>A token that changes when a file may have changed; a new one is asked for each time. <see langword="null"/>, the default,
    /// if nobody tells: then files are read again by <see cref="IRuleSets.ReloadAsync"/>, or fetched every
    /// <see cref="HostedRuleSetOptions.PollInterval"/> and compared if <see cref="HostedRuleSetOptions.Poll"/> is on.</summary>
    IChangeToken? Watch() => null;
}
