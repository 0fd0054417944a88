using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Cells;

/// <summary>The scenarios that a question is about: all that a choice of a cell for each variable makes.</summary>
/// <remarks>It keeps the one that was made last, so one thread uses it.</remarks>
internal sealed class Frame(Circuit circuit, FrameRecord root)
{
    /// <summary>In place of the cell of a fact: that it is not known.</summary>
    public const int Unknown = -1;

    private MadeScenario? _made;

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
    public FactRecord Materialise(IReadOnlyList<int> cells) => (_made ??= new MadeScenario(Root)).With(cells);

    private static IEnumerable<FramePart> Within(FramePart part) => part switch
    {
        FrameRecord record => record.Parts.SelectMany(Within).Prepend(part),
        FrameList list => list.Elements.SelectMany(element => Within(element.Content)).Prepend(part),
        _ => [part],
    };

    /// <summary>Whether an element is there.</summary>
    public static bool IsThere(FrameElement element, IReadOnlyList<int> cells) =>
        element.Presence is not { } presence || cells[presence.Index] == 1;
}
