namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>A bid for a tender.</summary>
public sealed class TenderBid
{
    public string? Bidder { get; set; }

    public string? Country { get; set; }

    public decimal Price { get; set; }

    public int Score { get; set; }

    public int? Rank { get; set; }

    public double Share { get; set; }

    public bool Late { get; set; }

    public DateTime Received { get; set; }

    public Confidence Confidence { get; set; }

    public TenderSite? Site { get; set; }

    public List<string?>? Terms { get; set; }

    public List<TenderItem>? Items { get; set; }
}
