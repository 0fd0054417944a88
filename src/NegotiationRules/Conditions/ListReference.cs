using System.Collections.Immutable;
using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>A list that a condition goes over.</summary>
/// <remarks>
/// A path that runs through several lists has a level for each; the elements of a level are one deeper than those of the level before.
/// A list that is a parameter has its values instead.
/// </remarks>
internal sealed record ListReference
{
    /// <summary>The path of the list, or the name of the parameter.</summary>
    public required string Path { get; init; }

    /// <summary>One list fact for each level, outermost first; empty for a parameter.</summary>
    public ImmutableArray<FactReference> Levels { get; init; } = [];

    /// <summary>The values of a parameter; empty for a fact.</summary>
    public ImmutableArray<FactValue> Values { get; init; } = [];

    /// <summary>The type of its elements; for several levels, of the innermost.</summary>
    public required FactType Element { get; init; }

    /// <summary>The name given to its element, or <see langword="null"/>.</summary>
    public string? As => NameAt(LevelCount - 1);

    /// <summary>The names given to the elements of each level, outermost first, <see langword="null"/> for a level without one; empty if
    /// none has one.</summary>
    public ImmutableArray<string?> Names { get; init; } = [];

    /// <summary>
    /// The depth of the place where it is gone over; <see langword="null"/> for wherever it is looked at. A quantity may be compared with
    /// each element of another list, which is deeper than the place it was written for.
    /// </summary>
    public int? Around { get; init; }

    /// <summary>Which elements of the list are gone over, and in what order; <see langword="null"/> for all of them as they come.</summary>
    public Selection? Selection { get; init; }

    public bool IsParameter => Levels.IsEmpty;

    /// <summary>How many elements deep it leads.</summary>
    public int LevelCount => IsParameter ? 1 : Levels.Length;

    /// <summary>The types of the elements of each level, outermost first.</summary>
    public IEnumerable<FactType> ElementTypes => Enumerable.Range(0, LevelCount).Select(ElementTypeAt);

    /// <summary>The type of the elements of a level, counted from 0 on the outermost.</summary>
    public FactType ElementTypeAt(int level) => IsParameter ? Element : ((ListType)Levels[level].Type).Element;

    /// <summary>The name given to the elements of a level, counted from 0 on the outermost.</summary>
    public string? NameAt(int level) => Names.IsEmpty ? null : Names[level];

    /// <summary>What its elements are selected by.</summary>
    public ImmutableArray<Child> Children => Selection is null ? [] : ChildrenOf(Selection);

    private static ImmutableArray<Child> ChildrenOf(Selection selection) =>
    [
        .. Child.InElements(selection.From, (selection.Where, null)), .. selection.Keys.Select(key => new Child(key, selection.From)),
        .. selection.Numbers.Select(number => new Child(number) { IsOfSelection = true }),
    ];
}
