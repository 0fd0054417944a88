namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>Where something is.</summary>
public sealed class TenderSite
{
    public string? City { get; set; }

    public string? Zip { get; set; }

    public int Floor { get; set; }

    public TenderSite? Near { get; set; }
}
