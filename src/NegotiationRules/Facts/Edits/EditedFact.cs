using System.Collections.Immutable;

namespace NegotiationRules.Facts.Edits;

/// <summary>One fact of an edited scenario: where it lies among the facts and in the columns.</summary>
/// <param name="Path">The path from the scenario.</param>
/// <param name="Steps">From the scenario to the fact: slots of records and, as their complements, indexes of elements.</param>
/// <param name="Type">The type of the fact; neither a record nor a list.</param>
/// <param name="Default">What it is where nothing is stated.</param>
/// <param name="Level">The level of its columns.</param>
/// <param name="Elements">The levels on the way to it, from the outermost, with the index of the element in its list.</param>
/// <param name="Columns">The columns that hold it: one of its values, one of its presence, or none if no rule reads it.</param>
internal sealed record EditedFact(
    string Path, ImmutableArray<int> Steps, FactType Type, FactValue Default, int Level,
    ImmutableArray<(int Level, int Index)> Elements, ImmutableArray<int> Columns
)
{
    /// <summary>Whether the scenario's tree does not have the value yet.</summary>
    public bool IsAhead { get; set; }
}
