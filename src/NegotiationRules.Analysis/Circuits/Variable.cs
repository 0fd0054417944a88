namespace NegotiationRules.Analysis.Circuits;

/// <summary>Something that is in exactly one of finitely many cells. What it and its cells mean is known to whoever made it.</summary>
/// <param name="Index">Its number in its circuit, from 0.</param>
/// <param name="CellCount">How many cells it has; they are numbered from 0.</param>
internal readonly record struct Variable(int Index, int CellCount);
