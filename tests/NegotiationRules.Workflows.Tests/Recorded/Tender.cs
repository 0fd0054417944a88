namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>What the recorded expressions call <c>input1</c>: a call for bids, with a member of every type that rules commonly
/// meet.</summary>
public sealed class Tender
{
    public string? Title { get; set; }

    public string? Country { get; set; }

    public bool Sealed { get; set; }

    public bool? Urgent { get; set; }

    public int Lots { get; set; }

    public int? MaxBids { get; set; }

    public long Volume { get; set; }

    public long? Ceiling { get; set; }

    public double Rate { get; set; }

    public double? Bonus { get; set; }

    public decimal Budget { get; set; }

    public decimal? Deposit { get; set; }

    public char Grade { get; set; }

    public DateTime Opens { get; set; }

    public DateTime? Closes { get; set; }

    public DateOnly Due { get; set; }

    public TimeSpan Notice { get; set; }

    public Guid Id { get; set; }

    public Guid? Parent { get; set; }

    public TenderPhase Phase { get; set; }

    public Confidence? Confidence { get; set; }

    public TenderSite? Site { get; set; }

    public List<string?>? Tags { get; set; }

    public int[]? Marks { get; set; }

    public List<decimal>? Steps { get; set; }

    public List<TenderBid>? Bids { get; set; }
}
