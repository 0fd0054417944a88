namespace NegotiationRules.Analysis.Solving;

/// <summary>A clause that is looked at when a literal becomes false.</summary>
/// <param name="Clause">Where the clause begins in the arena.</param>
/// <param name="Blocker">Another literal of it: while that is true the clause need not be read.</param>
internal readonly record struct Watch(int Clause, int Blocker);
