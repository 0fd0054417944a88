namespace NegotiationRules.Editing.Knowledge;

/// <summary>The verdict on the scenario that is chosen.</summary>
/// <param name="Scenario">What it is called.</param>
/// <param name="Verdict">The verdict; <see langword="null"/> if there is none.</param>
/// <param name="Fault">Why there is none.</param>
internal sealed record ChosenVerdict(string Scenario, Verdict? Verdict, string? Fault);
