namespace NegotiationRules.Arrow.Files;

/// <summary>A column of a row group as it lies in the file: the values that are there, and for each entry how deep it goes and with
/// which list it goes on.</summary>
/// <param name="entries">How many entries it has: values, and where there is none.</param>
internal abstract class LeafColumn(int entries)
{
    /// <summary>How many entries there are.</summary>
    public int Entries { get; } = entries;

    /// <summary>How much of the path to the value is there; <see langword="null"/> where all of it always is.</summary>
    public int[]? Depths { get; init; }

    /// <summary>At which of the lists around it an entry goes on; 0 begins a row. <see langword="null"/> where there are no
    /// lists.</summary>
    public int[]? Repeats { get; init; }

    /// <summary>Whether an entry is an element of a list that has so many lists around it, and is there.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="lists">How many lists are around the element.</param>
    /// <param name="depth">How deep it goes where the element is there.</param>
    public bool IsSlot(int entry, int lists, int depth) =>
        (Repeats is null || Repeats[entry] <= lists) && (Depths is null || Depths[entry] >= depth);

    /// <summary>Whether an entry goes as deep.</summary>
    public bool Reaches(int entry, int depth) => Depths is null || Depths[entry] >= depth;
}

/// <summary>The same with its values.</summary>
internal sealed class LeafColumn<T>(int entries, T[] values) : LeafColumn(entries)
    where T : struct
{
    /// <summary>The values that are there, one after the other.</summary>
    public T[] Values { get; } = values;
}
