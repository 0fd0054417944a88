using NegotiationRules.Conditions;

namespace NegotiationRules.Programs;

/// <summary>What the elements in reach are while a condition is compiled: a level of columns each, or one value of a parameter.</summary>
internal sealed class ElementFrame(ElementFrame? outer, int level, Constant? value)
{
    public ElementFrame? Outer { get; } = outer;

    public int Depth { get; } = outer is null ? 0 : outer.Depth + 1;

    /// <summary>The level of the elements; for a parameter's value, that of the frame around it.</summary>
    public int Level { get; } = level;

    /// <summary>The value of a parameter that this element is.</summary>
    public Constant? Value { get; } = value;

    public ElementFrame At(int depth)
    {
        var frame = this;
        while (frame.Depth > depth)
        {
            frame = frame.Outer!;
        }

        return frame;
    }
}
