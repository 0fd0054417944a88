using NegotiationRules.Analysis.Cells;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Solver.Tests;

/// <summary>Where a condition is read: in the scenario, in an element that may be there, or in a value that is written out.</summary>
/// <param name="Outer">What it is in.</param>
/// <param name="Part">What is there in the frame.</param>
/// <param name="Value">The value that is written out.</param>
internal sealed record Spot(Spot? Outer, FramePart? Part, FactValue Value)
{
    public int Depth { get; } = Outer is null ? 0 : Outer.Depth + 1;

    public Spot At(int depth) => Depth > depth ? Outer!.At(depth) : this;

    /// <summary>The part that a fact is; <see langword="null"/> if it is written out.</summary>
    public FramePart? Find(FactReference fact)
    {
        var part = At(fact.Depth).Part;
        foreach (var slot in fact.Slots)
        {
            part = part is FrameRecord record ? record.Parts[slot] : null;
        }

        return part;
    }

    /// <summary>The value of a fact that is written out.</summary>
    public FactValue Written(FactReference fact) => SchemaPlace.Follow(At(fact.Depth).Value, fact.Slots);
}
