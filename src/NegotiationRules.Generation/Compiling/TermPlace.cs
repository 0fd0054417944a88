using System.Collections.Immutable;

namespace NegotiationRules.Generation.Compiling;

/// <summary>Where an expression is to stand: the level whose element is at hand, and the results that are.</summary>
/// <param name="Level">The level.</param>
/// <param name="Supposed">Levels of which an element is meant that nobody has named.</param>
/// <param name="Locals">Results that are at hand in variables, by step.</param>
internal sealed record TermPlace(int Level, ImmutableHashSet<int> Supposed, ImmutableDictionary<int, Term> Locals)
{
    public static TermPlace OfScenario { get; } = new(0, [], ImmutableDictionary<int, Term>.Empty);
}
