namespace NegotiationRules;

/// <summary>What came of one scenario among many: a verdict, or what is wrong with the scenario.</summary>
/// <param name="Verdict">The verdict; <see langword="null"/> if the scenario cannot be evaluated.</param>
/// <param name="Diagnostics">What is wrong with the scenario, sorted by position; empty if there is a verdict.</param>
public sealed record ScenarioAnswer(Verdict? Verdict, IReadOnlyList<Diagnostic> Diagnostics);
