namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>How far a tender has come. The numbers have gaps, as numbers of enums that have grown do.</summary>
public enum TenderPhase
{
    Announced,
    Open = 3,
    Closed,
    Awarded = 10,
}
