namespace NegotiationRules.Cli.LanguageServer.Knowledge;

/// <summary>A rule file with all it includes, checked.</summary>
/// <param name="Rules">The rules; <see langword="null"/> if there are errors.</param>
/// <param name="Diagnostics">What was found.</param>
internal sealed record LoadedRules(RuleSet? Rules, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>The verdict on the scenario that is chosen.</summary>
/// <param name="Scenario">What it is called.</param>
/// <param name="Verdict">The verdict; <see langword="null"/> if there is none.</param>
/// <param name="Fault">Why there is none.</param>
internal sealed record ChosenVerdict(string Scenario, Verdict? Verdict, string? Fault);
