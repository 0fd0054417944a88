namespace NegotiationRules.RulesEngine.Tests.Agreement;

/// <summary>An input with a member of every type that workflows use, most of which may be missing.</summary>
public sealed class Treaty
{
    public string? Title { get; set; }

    public int TermYears { get; set; }

    public int? RatifiedBy { get; set; }

    public long Population { get; set; }

    public long? Exports { get; set; }

    public decimal Budget { get; set; }

    public decimal? Grant { get; set; }

    public double Trust { get; set; }

    public double? Support { get; set; }

    public float Weight { get; set; }

    public short Annexes { get; set; }

    public byte Copies { get; set; }

    public uint Pages { get; set; }

    public bool IsBinding { get; set; }

    public bool? IsPublished { get; set; }

    public DateTime Agreed { get; set; }

    public DateTime? Expires { get; set; }

    public TimeSpan Session { get; set; }

    public Guid Id { get; set; }

    public char Grade { get; set; }

    public Stage Stage { get; set; }

    public Stage? Next { get; set; }

    public Venue? Venue { get; set; }

    public List<Party>? Parties { get; set; }

    public List<string>? Guarantees { get; set; }

    public int[]? Quotas { get; set; }
}

public sealed class Venue
{
    public string? City { get; set; }

    public int Seats { get; set; }

    public int? Rooms { get; set; }

    public Country? Country { get; set; }
}

public sealed class Country
{
    public string? Code { get; set; }

    public bool IsNeutral { get; set; }
}

public sealed class Party
{
    public string? Name { get; set; }

    public int Votes { get; set; }

    public decimal? Dues { get; set; }

    public bool IsMediator { get; set; }

    public Country? Home { get; set; }

    public List<Envoy>? Envoys { get; set; }
}

public sealed class Envoy
{
    public string? Role { get; set; }

    public int Rank { get; set; }

    public double Influence { get; set; }
}

public enum Stage
{
    Draft,
    Agreed,
    InForce = 7,
    Ended,
}
