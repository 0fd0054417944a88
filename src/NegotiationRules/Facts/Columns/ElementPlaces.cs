namespace NegotiationRules.Facts.Columns;

/// <summary>Where the elements of a level lie among those that were given: side by side, or each somewhere, or nowhere because it is only
/// supposed.</summary>
/// <param name="First">The place of the first, if they lie side by side.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Each">The place of each, -1 for one that is only supposed; <see langword="null"/> if they lie side by side.</param>
internal readonly record struct ElementPlaces(long First, int Count, long[]? Each)
{
    /// <summary>The place of an element in what was given.</summary>
    public long this[int element] => Each is null ? First + element : Each[element];
}
