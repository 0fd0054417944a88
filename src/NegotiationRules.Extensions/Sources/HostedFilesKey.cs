namespace NegotiationRules.Extensions.Sources;

/// <summary>By which the files of a rule set are kept among the services; no name of anybody's own can be the same.</summary>
/// <param name="RuleSet">The name of the rule set.</param>
internal sealed record HostedFilesKey(string RuleSet);
