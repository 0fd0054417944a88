namespace NegotiationRules.Benchmarks.Workload.SecurityGuarantees;

public sealed record Demand
{
    public string? By { get; init; }

    public string? To { get; init; }

    public bool? Communicated { get; init; }

    public Response? Response { get; init; }

    public DateOnly? RespondedOn { get; init; }
}

public sealed record Concern
{
    public Subject? About { get; init; }

    public bool Open { get; init; } = true;
}

public sealed record Appeal
{
    public string? To { get; init; }

    public bool? Followed { get; init; }
}

public sealed record Draft
{
    public string? By { get; init; }

    public string[]? To { get; init; }

    public bool? HandedOver { get; init; }

    public DateOnly? HandedOverOn { get; init; }

    public DateOnly? AnnouncedOn { get; init; }

    public DateOnly? PublishedOn { get; init; }
}

public sealed record Agreement
{
    public AgreementStatus? Status { get; init; }

    public AgreementForm? Form { get; init; }

    public bool? LegallyBinding { get; init; }

    public bool? Reliable { get; init; }

    public Term? Term { get; init; }

    public string[]? BreachedBy { get; init; }
}

public sealed record Conduct
{
    public string? Party { get; init; }

    public Forces Forces { get; init; } = new();

    public string[]? ArmsDeliveriesTo { get; init; }
}

public sealed record Forces
{
    public ForcesLocation? Location { get; init; }

    public bool? Moving { get; init; }
}

public sealed record SecurityStep
{
    public StepType? Type { get; init; }

    public DateOnly? On { get; init; }
}

public sealed record Trust
{
    public TrustLevel? Level { get; init; }

    public TrustLevel? InThe1990s { get; init; }
}

public sealed record Intention
{
    public string? By { get; init; }

    public Plan? What { get; init; }
}

public sealed record Forum
{
    public bool? Universal { get; init; }

    public bool? AllowsDisagreement { get; init; }

    public bool? ConsidersOpposingViews { get; init; }
}
