namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>With what answers were recorded.</summary>
/// <param name="Engine">RulesEngine and its version.</param>
/// <param name="Expressions">The library that reads its expressions, and the version.</param>
/// <param name="Clock">What time it was.</param>
internal sealed record Recording(string Engine, string Expressions, DateTime Clock);
