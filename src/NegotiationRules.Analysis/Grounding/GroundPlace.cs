using NegotiationRules.Analysis.Cells;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>Where conditions are read in the scenarios of a frame: in the scenario, in one element of a list, or in one that may exist
/// beyond those of the frame.</summary>
internal sealed class GroundPlace
{
    private readonly FramePart? _part;
    private readonly FactValue _value;

    private GroundPlace(GroundPlace? outer, FramePart? part, FactValue value)
    {
        (Outer, _part, _value) = (outer, part, value);
        Depth = outer is null ? 0 : outer.Depth + 1;
    }

    public GroundPlace? Outer { get; }

    public int Depth { get; }

    /// <summary>The list that the element is in, if it is in one of a scenario.</summary>
    public FactReference? List { get; private init; }

    /// <summary>Its number in the frame.</summary>
    public int Index { get; private init; }

    /// <summary>The list that is a parameter, if it is one of its values.</summary>
    public ListReference? Parameter { get; private init; }

    /// <summary>Whether nothing is known of it.</summary>
    public bool IsSupposed { get; private init; }

    /// <summary>What is there; <see langword="null"/> for a value of a parameter, and for what is only supposed.</summary>
    public FramePart? Part => _part;

    /// <summary>The value of a parameter.</summary>
    public FactValue Value => _value;

    public static GroundPlace Of(Frame frame) => new(null, frame.Root, default);

    public GroundPlace Enter(FrameElement element, FactReference list, int index) =>
        new(this, element.Content, default) { List = list, Index = index };

    public GroundPlace EnterValue(FactValue value, ListReference parameter, int index) =>
        new(this, null, value) { Parameter = parameter, Index = index };

    /// <summary>An element of a list that is written out inside the value of a parameter.</summary>
    public GroundPlace EnterWritten(FactValue value, FactReference list, int index) =>
        new(this, null, value) { List = list, Index = index };

    public GroundPlace Suppose() => new(this, null, default) { IsSupposed = true };

    public GroundPlace At(int depth)
    {
        var place = this;
        while (place.Depth > depth)
        {
            place = place.Outer!;
        }

        return place;
    }

    /// <summary>The part of the frame that a fact is; <see langword="null"/> if it is written out in a parameter, or only
    /// supposed.</summary>
    public FramePart? Read(FactReference fact)
    {
        var part = At(fact.Depth)._part;
        foreach (var slot in fact.Slots)
        {
            part = part is FrameRecord record ? record.Parts[slot] : null;
        }

        return part;
    }

    /// <summary>The value of a fact that is written out in a parameter; unknown if it is only supposed.</summary>
    public FactValue ReadValue(FactReference fact) => SchemaPlace.Follow(At(fact.Depth)._value, fact.Slots);
}
