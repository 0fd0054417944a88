using NegotiationRules.Cli.Streaming;

namespace NegotiationRules.Cli.Tables;

/// <summary>What is asked of a table.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Holder">Whose rules alone count; <see langword="null"/> for all.</param>
/// <param name="IsStrict">Whether the values of facts that no rule reads are looked at too.</param>
/// <param name="Envelope">Where in a row the scenario and its name stand.</param>
/// <param name="Wanted">What the outcomes are written as.</param>
internal sealed record TableQuestion(RuleSet Rules, string? Holder, bool IsStrict, Envelope Envelope, TableKind Wanted);
