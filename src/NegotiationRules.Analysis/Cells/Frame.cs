using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>The scenarios that a question is about: all that a choice of a cell for each variable makes.</summary>
internal sealed class Frame(Circuit circuit, FrameRecord root)
{
    /// <summary>In place of the cell of a fact: that it is not known.</summary>
    public const int Unknown = -1;

    public Circuit Circuit { get; } = circuit;

    public FrameRecord Root { get; } = root;

    /// <summary>Its facts, those of elements included, in the order of the vocabulary.</summary>
    public IEnumerable<FrameFact> Facts => Parts.OfType<FrameFact>();

    /// <summary>Its lists, each before those in its elements.</summary>
    public IEnumerable<FrameList> Lists => Parts.OfType<FrameList>();

    /// <summary>All its parts, each before what is in it.</summary>
    public IEnumerable<FramePart> Parts => Within(Root);

    /// <summary>The scenario in which each variable, by its number, is in a cell.</summary>
    /// <remarks>Every fact of every element that is there is in it, also those that nothing hung on.</remarks>
    public FactRecord Materialise(IReadOnlyList<int> cells) => Of(Root, cells).Record;

    private static IEnumerable<FramePart> Within(FramePart part) => part switch
    {
        FrameRecord record => record.Parts.SelectMany(Within).Prepend(part),
        FrameList list => list.Elements.SelectMany(element => Within(element.Content)).Prepend(part),
        _ => [part],
    };

    private static FactValue Of(FramePart part, IReadOnlyList<int> cells) => part switch
    {
        FrameFact { Variable: { } variable } fact => cells[variable.Index] == Unknown ? default : fact.Cells[cells[variable.Index]],
        FrameFact fact => fact.Cells[0],
        FrameList list => Of(list, cells),
        _ => Of((FrameRecord)part, cells),
    };

    // An object of which nothing was stated is there as soon as something of it is.
    private static FactValue Of(FrameRecord record, IReadOnlyList<int> cells)
    {
        FactValue[] values = [.. record.Parts.Select(part => Of(part, cells))];
        return record.IsKnown || record.Parts.Any(part => IsStated(part, cells)) ? FactValue.Of(new FactRecord(record.Type, values, null))
            : FactRecord.Absent(record.Type);
    }

    private static bool IsStated(FramePart part, IReadOnlyList<int> cells) => part switch
    {
        FrameFact { Variable: { } variable } => cells[variable.Index] != 0,
        FrameRecord record => record.Parts.Any(inner => IsStated(inner, cells)),
        FrameList list => IsCompleted(list, cells) || list.Elements.Any(element => element.Presence is not null && IsThere(element, cells)),
        _ => false,
    };

    private static FactValue Of(FrameList list, IReadOnlyList<int> cells)
    {
        FactValue[] elements = [.. list.Elements.Where(element => IsThere(element, cells)).Select(element => Of(element.Content, cells))];
        var isComplete = list.Completion is null || IsCompleted(list, cells);
        return list.IsKnown || isComplete || elements.Length > 0 ? FactValue.Of(new FactList(elements, isComplete)) : default;
    }

    /// <summary>Whether an element is there.</summary>
    public static bool IsThere(FrameElement element, IReadOnlyList<int> cells) =>
        element.Presence is not { } presence || cells[presence.Index] == 1;

    private static bool IsCompleted(FrameList list, IReadOnlyList<int> cells) =>
        list.Completion is { } completion && cells[completion.Index] == 1;
}
