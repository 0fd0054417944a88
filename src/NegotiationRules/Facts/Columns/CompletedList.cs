namespace NegotiationRules.Facts.Columns;

/// <summary>A list that a fact beside it calls complete.</summary>
/// <param name="Slot">The slot of the list.</param>
/// <param name="IfAbsent">What that fact is where it is not stated.</param>
internal readonly record struct CompletedList(int Slot, FactValue IfAbsent);
