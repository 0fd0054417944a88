namespace NegotiationRules.Benchmarks.Workload.FourEmpires;

public sealed record Border
{
    public Empire[]? Parties { get; init; }

    public bool? Open { get; init; }

    public bool? Disputed { get; init; }
}

/// <summary>The treaties that are known, and whether these are all.</summary>
public sealed record TreatyList
{
    public Treaty[] Known { get; init; } = [];

    public bool Complete { get; init; }
}

public sealed record Treaty
{
    public TreatyKind? Kind { get; init; }

    public Empire[]? Parties { get; init; }

    public DateOnly? SignedOn { get; init; }

    /// <summary>Without a last day it has no end.</summary>
    public DateOnly? EndsOn { get; init; }

    public EmpireOrNone BrokenBy { get; init; }

    public DateOnly? BrokenOn { get; init; }
}

public sealed record War
{
    public DateOnly? StartedOn { get; init; }

    public Belligerent[]? Belligerents { get; init; }
}

public sealed record Belligerent
{
    public Empire? Who { get; init; }

    public WarSide? Side { get; init; }

    public bool? WantsPeace { get; init; }
}

public sealed record GalacticEvent
{
    public EventType? Type { get; init; }

    public Empire? By { get; init; }

    public Empire? Against { get; init; }

    public DateOnly? On { get; init; }
}

public enum Empire
{
    Sol,
    Ver,
    Kha,
    Tid,
}

/// <summary>In the order of <see cref="Empire"/>, after none.</summary>
public enum EmpireOrNone
{
    None,
    Sol,
    Ver,
    Kha,
    Tid,
}

public enum Government
{
    Monarchy,
    Republic,
    Horde,
    Theocracy,
    Despotism,
}

public enum CasusBelli
{
    None,
    BorderClash,
    BrokenTreaty,
    EnvoyKilled,
    Liberation,
    Conquest,
}

public enum DemandKind
{
    Territory,
    Tribute,
    OpenBorder,
    RenounceClaim,
    Vassalage,
}

public enum UltimatumAnswer
{
    Awaited,
    Accepted,
    Refused,
}

public enum TreatyKind
{
    TradePact,
    NonAggression,
    Alliance,
    Peace,
}

public enum WarSide
{
    Attacker,
    Defender,
}

public enum EventType
{
    BorderClash,
    Embargo,
    Mobilisation,
    EnvoyKilled,
    Threat,
}
