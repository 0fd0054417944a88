namespace NegotiationRules.Cli.Sources;

/// <summary>What people are told of one rule.</summary>
/// <param name="Mark">What became of it.</param>
/// <param name="Text">Which it is.</param>
/// <param name="Reasons">Why, and what follows, each in a line of its own.</param>
/// <param name="Depth">In how many others it is nested.</param>
internal sealed record ToldRule(ExplanationMark Mark, string Text, IReadOnlyList<string> Reasons, int Depth = 0);
