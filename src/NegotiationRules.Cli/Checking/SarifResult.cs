using NegotiationRules.Cli.Output;

namespace NegotiationRules.Cli.Checking;

/// <summary>A finding as code scanners take it.</summary>
/// <param name="Finding">What it is, and where.</param>
/// <param name="Whatever">What there is to say of it if it is about rules whatever the facts are.</param>
internal sealed record SarifResult(Finding Finding, SoundnessFinding? Whatever = null);
