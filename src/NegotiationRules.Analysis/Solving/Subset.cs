namespace NegotiationRules.Analysis.Solving;

/// <summary>Some of a list of edges.</summary>
/// <param name="IsPossible">Whether they can be true together, and none more; or they cannot, but any fewer of them can.</param>
/// <param name="Members">Their places in the list, in order.</param>
internal sealed record Subset(bool IsPossible, IReadOnlyList<int> Members);
