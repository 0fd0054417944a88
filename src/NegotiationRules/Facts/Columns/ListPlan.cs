namespace NegotiationRules.Facts.Columns;

/// <summary>The elements of a list.</summary>
/// <param name="Level">The level of the table that they are, or -1 if they are not laid out.</param>
/// <param name="Element">What becomes of each.</param>
/// <param name="MaxItems">The most there may be.</param>
internal sealed record ListPlan(int Level, FactPlan Element, int? MaxItems);
