namespace NegotiationRules.Analysis.Solving;

/// <summary>Ends the making of a circuit for which nothing is left to be spent. Whoever set the budget catches it.</summary>
internal sealed class BudgetSpentException : Exception;
