namespace NegotiationRules.Benchmarks.Workload.FourEmpires;

/// <summary>The facts that the rules of <c>rules/four-empires</c> read, as a game would hold them. What is <see langword="null"/> is in
/// fog; what the vocabulary has a default for is not.</summary>
/// <remarks>Only of the treaties there may be others beside those that are known: of every other list all is known or nothing.</remarks>
public sealed record Galaxy
{
    public DateOnly? AsOf { get; init; }

    public Proposal Proposal { get; init; } = new();

    public Ultimatum Ultimatum { get; init; } = new();

    public EmpireState[]? Empires { get; init; }

    public Relation[]? Relations { get; init; }

    public Border[]? Borders { get; init; }

    public TreatyList? Treaties { get; init; }

    public War[]? Wars { get; init; }

    public GalacticEvent[]? Events { get; init; }
}

public sealed record Proposal
{
    public Empire? From { get; init; }

    public Empire? To { get; init; }

    public int? Years { get; init; }

    public int Tribute { get; init; }

    public string? Letter { get; init; }

    public CasusBelli? CasusBelli { get; init; }

    public ProposalDemand[]? Demands { get; init; }
}

public sealed record ProposalDemand
{
    public DemandKind? Kind { get; init; }

    public int? Worth { get; init; }
}

public sealed record Ultimatum
{
    public DateOnly? IssuedOn { get; init; }

    public UltimatumAnswer? Answer { get; init; }
}

public sealed record EmpireState
{
    public Empire? Id { get; init; }

    public Government? Government { get; init; }

    public EmpireOrNone? Overlord { get; init; }

    /// <summary>In tenths, 0 to 1000.</summary>
    public double? Fleet { get; init; }

    public int? Economy { get; init; }

    public int? Ports { get; init; }

    public int? WarExhaustion { get; init; }

    public string[]? Exports { get; init; }

    public string[]? Imports { get; init; }
}

public sealed record Relation
{
    public Empire? From { get; init; }

    public Empire? To { get; init; }

    public bool Contact { get; init; } = true;

    public bool Embassy { get; init; }

    public int? Trust { get; init; }

    public int Fear { get; init; }
}
