using System.Collections.Immutable;

namespace NegotiationRules.Generation.Steps;

/// <summary>A method of the generated code that works out one step.</summary>
/// <param name="Name">The name of the method.</param>
/// <param name="Levels">The levels whose elements it is given, outermost first.</param>
/// <param name="Outer">The steps whose results it is given.</param>
/// <param name="IsOpen">Whether what it gives may be unknown.</param>
/// <param name="Text">The whole method.</param>
internal sealed record Routine(string Name, ImmutableArray<int> Levels, ImmutableArray<int> Outer, bool IsOpen, string Text);
