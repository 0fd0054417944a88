namespace NegotiationRules.Cli.LanguageServer.Knowledge;

/// <summary>A rule file with all it includes, checked.</summary>
/// <param name="Rules">The rules; <see langword="null"/> if there are errors.</param>
/// <param name="Diagnostics">What was found.</param>
internal sealed record LoadedRules(RuleSet? Rules, IReadOnlyList<Diagnostic> Diagnostics);
