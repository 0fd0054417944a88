namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>The inputs of one question.</summary>
/// <param name="Input1">The tender.</param>
/// <param name="Firm">The firm.</param>
internal sealed record RecordedInput(Tender Input1, Firm Firm);
