using System.Collections.Immutable;

namespace NegotiationRules.Facts.Columns;

/// <summary>Which facts are laid out in columns: the lists that are gone over, and the facts that are read of the scenario and of their
/// elements.</summary>
/// <remarks>Immutable. A rule set reads far fewer facts than its vocabulary has; only those are laid out.</remarks>
internal sealed record FactLayout(ImmutableArray<Level> Levels, ImmutableArray<Column> Columns)
{
    /// <summary>The columns of each level, by index.</summary>
    public IEnumerable<Column> ColumnsOf(int level) => Columns.Where(c => c.Level == level);
}

/// <summary>A level of nesting: level 0 is the scenario, every other one the elements of a list in the level above it.</summary>
/// <param name="Index">Its place in the layout; a level comes after the one it is nested in.</param>
/// <param name="Parent">The level it is nested in; -1 for the scenario.</param>
/// <param name="Origin">The level whose elements have the list: the parent or, for a list that is gone over anew for each element of
/// another, a level around it.</param>
/// <param name="Slots">The slots from an element of the origin to the list.</param>
/// <param name="Element">The type of its elements; for level 0, of the scenario.</param>
/// <param name="MaxItems">The most elements that one such list may have; <see langword="null"/> if there is no bound.</param>
/// <param name="Path">The path from the scenario, for people.</param>
internal sealed record Level(int Index, int Parent, int Origin, ImmutableArray<int> Slots, FactType Element, int? MaxItems, string Path);

/// <summary>One fact of all elements of a level, side by side.</summary>
/// <param name="Index">Its place in the layout.</param>
/// <param name="Level">The level whose elements have the fact.</param>
/// <param name="Slots">The slots from an element to the fact; none if the element itself is meant.</param>
/// <param name="Type">The type of the fact.</param>
/// <param name="Storage">How it is kept.</param>
/// <param name="Path">The path from the scenario, for people.</param>
internal sealed record Column(int Index, int Level, ImmutableArray<int> Slots, FactType Type, ColumnStorage Storage, string Path)
{
    /// <summary>Whether texts that no rule names must be told apart. Where they need not, they may all have the code
    /// <see cref="TextCodes.Other"/>.</summary>
    public bool KeepsTexts { get; init; }
}

/// <summary>How the values of a column are kept. Beside them, every column has a bit for each element: whether the value is
/// known.</summary>
internal enum ColumnStorage
{
    /// <summary>Nothing but whether it is known: objects, lists, and facts of which nothing else is asked.</summary>
    Presence,

    /// <summary>A bit each.</summary>
    Bits,

    /// <summary>32-bit integers: whole numbers and fixed-point numbers whose bounds allow it.</summary>
    Ints,

    /// <summary>64-bit integers: other exact numbers, and instants as ticks.</summary>
    Longs,

    /// <summary>Floating point.</summary>
    Reals,

    /// <summary>Codes of texts, 32 bits each.</summary>
    Codes,

    /// <summary>First and last possible day, 32 bits each.</summary>
    Days,
}
