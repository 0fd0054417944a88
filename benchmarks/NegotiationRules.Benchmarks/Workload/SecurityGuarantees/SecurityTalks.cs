using System.Globalization;
using System.Text.Json.Serialization;

namespace NegotiationRules.Benchmarks.Workload.SecurityGuarantees;

/// <summary>The facts that the rules of <c>rules/security-guarantees</c> read. What is <see langword="null"/> is unknown; what the
/// vocabulary has a default for is not.</summary>
/// <remarks>Whether all confirmations and all delegates are known, a fact beside them says; of every other list all is known or
/// nothing.</remarks>
public sealed record SecurityTalks
{
    public DateOnly? AsOf { get; init; }

    public Party[]? Parties { get; init; }

    public Talks Talks { get; init; } = new();

    public Delegation[]? Delegations { get; init; }

    public Demand[]? Demands { get; init; }

    public Concern[]? Concerns { get; init; }

    public Appeal[]? Appeals { get; init; }

    public Draft[]? Drafts { get; init; }

    public Agreement Agreement { get; init; } = new();

    public Conduct[]? Conduct { get; init; }

    public SecurityStep[]? Events { get; init; }

    public Trust Trust { get; init; } = new();

    public Intention[]? Intentions { get; init; }

    public Forum Forum { get; init; } = new();
}

public sealed record Party
{
    public string? Name { get; init; }

    public bool? MainNegotiator { get; init; }
}

public sealed record Talks
{
    private readonly string? _announcedStart;

    public string? Topic { get; init; }

    public TalksStatus? Status { get; init; }

    /// <summary>A day, or only a month or a year: read once, when it is stated.</summary>
    public string? AnnouncedStart
    {
        get => _announcedStart;
        init
        {
            _announcedStart = value;
            (AnnouncedFirst, AnnouncedLast) = value?.Length switch
            {
                null => ((DateOnly?)null, (DateOnly?)null),
                4 => (Day($"{value}-01-01"), Day($"{value}-12-31")),
                7 => (Day($"{value}-01"), Day($"{value}-01").AddMonths(1).AddDays(-1)),
                _ => (Day(value), Day(value)),
            };
        }
    }

    /// <summary>The first day that they may have been announced for.</summary>
    [JsonIgnore]
    public DateOnly? AnnouncedFirst { get; private init; }

    /// <summary>The last day that they may have been announced for.</summary>
    [JsonIgnore]
    public DateOnly? AnnouncedLast { get; private init; }

    public DateOnly? Start { get; init; }

    public string[]? ConfirmedBy { get; init; }

    public bool? ConfirmationsComplete { get; init; }

    public bool? ParticipantListReleased { get; init; }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

public sealed record Delegation
{
    public bool? Complete { get; init; }

    public DelegationMember[]? Delegates { get; init; }
}

public sealed record DelegationMember
{
    public Service? Service { get; init; }

    public bool? Professional { get; init; }
}
