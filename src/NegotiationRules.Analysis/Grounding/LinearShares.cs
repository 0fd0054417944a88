using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>How what lies between two sums stands to 0: a share is more than a fraction where so much of the part is more than so much
/// of the whole.</summary>
internal static class LinearShares
{
    public static Rails StandToZero(Relation relation, Sum low, Sum high, Circuit circuit)
    {
        var (above, notBelow) = (low.IsAtLeast(1, circuit), low.IsAtLeast(0, circuit));
        var (below, notAbove) = (high.Times(-1).IsAtLeast(1, circuit), high.Times(-1).IsAtLeast(0, circuit));
        return relation switch
        {
            Relation.Less => new(below, notBelow),
            Relation.LessOrEqual => new(notAbove, above),
            Relation.Greater => new(above, notAbove),
            Relation.GreaterOrEqual => new(notBelow, below),
            Relation.Equal => new(circuit.And(notBelow, notAbove), circuit.Or(above, below)),
            Relation.NotEqual => new(circuit.Or(above, below), circuit.And(notBelow, notAbove)),
        };
    }
}
