namespace NegotiationRules.Benchmarks.Workload;

/// <summary>The typed scenario of the comparison with other engines: two parties with four delegates each.</summary>
public sealed class Situation
{
    public DateOnly AsOf { get; set; }

    public required List<Party> Parties { get; set; }

    public required Agreement Agreement { get; set; }

    public required Talks Talks { get; set; }

    public required Conduct Conduct { get; set; }

    public int Trust { get; set; }
}

public sealed class Party
{
    public required string Id { get; set; }

    public required List<Envoy> Delegates { get; set; }
}

public sealed class Envoy
{
    public required string Name { get; set; }

    public required string Role { get; set; }

    public int Rank { get; set; }
}

public sealed class Agreement
{
    public bool Written { get; set; }

    public bool LegallyBinding { get; set; }

    public int TermYears { get; set; }

    public bool DraftPublished { get; set; }

    public required List<string> Guarantees { get; set; }
}

public sealed class Talks
{
    public DateOnly StartDate { get; set; }

    public required string Venue { get; set; }

    public bool AnnouncedParticipants { get; set; }

    public bool Mediated { get; set; }
}

public sealed class Conduct
{
    public bool TroopsOnOwnSoil { get; set; }

    public int ArmsDeliveries { get; set; }

    public bool NewSanctions { get; set; }
}
