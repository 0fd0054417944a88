namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>What a bid offers.</summary>
public sealed class TenderItem
{
    public string? Name { get; set; }

    public int Quantity { get; set; }

    public decimal? Price { get; set; }
}
