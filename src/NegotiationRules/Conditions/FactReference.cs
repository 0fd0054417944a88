using System.Collections.Immutable;
using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>A fact that a condition reads, its path resolved.</summary>
/// <param name="Depth">Which element the path starts at: 0 is the scenario, 1 the element of the outermost quantifier around, and so on
/// inwards.</param>
/// <param name="Slots">The slots to follow from there; none if the element itself is meant.</param>
/// <param name="Type">The type of what is found.</param>
/// <param name="Path">The path as it was written.</param>
internal sealed record FactReference(int Depth, ImmutableArray<int> Slots, FactType Type, string Path);
