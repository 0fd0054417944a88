using Orleans.Providers;

namespace NegotiationRules;

/// <summary>How the silos of an application keep negotiations.</summary>
public sealed class NegotiationOptions
{
    /// <summary>The name of the grain storage that keeps them. The default is the default storage of the silo, <c>Default</c>.</summary>
    public string StorageName { get; set; } = ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME;

    /// <summary>How many negotiations of a silo are kept ready for the next change, those that were changed last; of all others in memory,
    /// what is needed for it is made anew when they are next changed. The default is 10,000.</summary>
    public int SessionsInMemory { get; set; } = 10_000;

    /// <summary>Whether a reminder wakes a negotiation of which something was not told, so that it is told though its silo was lost and
    /// nobody calls it any more. The default is <see langword="true"/>; it takes a reminder service on the silo. Without it, that is told
    /// at the next call.</summary>
    public bool UseReminders { get; set; } = true;

    /// <summary>How long after something flipped the reminder looks whether all were told, and how often from then on. The default is two
    /// minutes; Orleans has one at least, unless <c>ReminderOptions.MinimumReminderPeriod</c> says otherwise.</summary>
    public TimeSpan ReminderPeriod { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long after a handler failed it is told again; each time twice as long, up to <see cref="LastRetry"/>. The default is a
    /// second.</summary>
    public TimeSpan FirstRetry { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long there is at most between two tries to tell a handler. The default is a minute.</summary>
    public TimeSpan LastRetry { get; set; } = TimeSpan.FromMinutes(1);
}
