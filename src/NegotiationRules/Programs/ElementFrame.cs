using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Programs;

/// <summary>What the elements in reach are while a condition is compiled: a level of columns each, or one value of a parameter.</summary>
internal sealed class ElementFrame(ElementFrame? outer, int level, FactValue? value)
{
    public ElementFrame? Outer { get; } = outer;

    public int Depth { get; } = outer is null ? 0 : outer.Depth + 1;

    /// <summary>The level of the elements; for a parameter's value, that of the frame around it.</summary>
    public int Level { get; } = level;

    /// <summary>The value of a parameter, or of a list in one, that this element is.</summary>
    public FactValue? Value { get; } = value;

    public ElementFrame At(int depth)
    {
        var frame = this;
        while (frame.Depth > depth)
        {
            frame = frame.Outer!;
        }

        return frame;
    }

    /// <summary>What a fact is where it is one of a parameter, so that it is known before there is a scenario; <see langword="null"/> where
    /// it is one of the scenario.</summary>
    public FactValue? ValueOf(FactReference fact)
    {
        if (At(fact.Depth).Value is not { } value)
        {
            return null;
        }

        foreach (var slot in fact.Slots)
        {
            value = value.IsKnown ? value.Record[slot] : default;
        }

        return value;
    }
}
