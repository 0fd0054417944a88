namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>How far somebody is trusted.</summary>
public enum Confidence
{
    Low,
    Medium,
    High,
}
