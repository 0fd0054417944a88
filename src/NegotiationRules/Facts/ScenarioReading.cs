namespace NegotiationRules;

/// <summary>What came of reading a scenario: the scenario, or what is wrong with it.</summary>
/// <param name="Scenario">The scenario, or <see langword="null"/> if there are errors.</param>
/// <param name="Diagnostics">What is wrong with it, sorted by position; empty if nothing is.</param>
/// <remarks>Immutable. <c>var (scenario, diagnostics) = await Scenario.TryReadAsync(request.Body);</c></remarks>
public readonly record struct ScenarioReading(Scenario? Scenario, IReadOnlyList<Diagnostic> Diagnostics);
