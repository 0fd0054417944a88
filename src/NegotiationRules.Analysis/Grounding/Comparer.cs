using NegotiationRules.Analysis.Circuits;
using NegotiationRules.Conditions;

namespace NegotiationRules.Analysis.Grounding;

/// <summary>How two quantities stand to each other: certainly so if they do for all values that they may have.</summary>
internal sealed class Comparer(Circuit circuit)
{
    // With so many values to look at one by one, a sum is shorter.
    private const int FewValues = 16;

    // So many numbers that may be the end of one are tried against the other.
    private const int MostEnds = 1_000;

    /// <summary>Whether the relation holds; <see langword="null"/> if the two have no common measure.</summary>
    public Rails? Compare(Relation relation, Quantity left, Quantity right)
    {
        if (IsAbove(left, right, 0) is not { } notBelow || IsAbove(right, left, 0) is not { } notAbove)
        {
            return null;
        }

        // Of two numbers that are known the one is above the other, or is not.
        var areExact = left is PlainQuantity { IsExact: true } && right is PlainQuantity { IsExact: true };
        if ((areExact ? !notAbove : IsAbove(left, right, 1)) is not { } above
            || (areExact ? !notBelow : IsAbove(right, left, 1)) is not { } below)
        {
            return null;
        }

        var something = circuit.And(!left.Nothing, !right.Nothing);
        var (isSo, isNot) = relation switch
        {
            Relation.Less => (below, notBelow),
            Relation.LessOrEqual => (notAbove, above),
            Relation.Greater => (above, notAbove),
            Relation.GreaterOrEqual => (notBelow, below),
            Relation.Equal => (circuit.And(notBelow, notAbove), circuit.Or(above, below)),
            Relation.NotEqual => (circuit.Or(above, below), circuit.And(notBelow, notAbove)),
        };
        return new Rails(circuit.And(something, isSo), circuit.And(something, isNot));
    }

    // Whether the one is certainly at least so much more than the other.
    private Edge? IsAbove(Quantity one, Quantity other, Int128 by)
    {
        var bySums = one.Sums is not null && other.Sums is not null;
        if (other is PlainQuantity { Values: var values } && (values.Count <= FewValues || !bySums))
        {
            return circuit.Any(values.Select(
                pair => pair.Value.High is { } high ? circuit.And(pair.Where, one.IsAtLeast(high + by)) : Edge.False));
        }

        if (one is PlainQuantity { Values: var own } && (own.Count <= FewValues || !bySums))
        {
            return circuit.Any(own.Select(
                pair => pair.Value.Low is { } low ? circuit.And(pair.Where, other.IsAtMost(low - by)) : Edge.False));
        }

        if (one is PlainQuantity && other is PlainQuantity plain)
        {
            return IsAboveStep(one, plain, by);
        }

        // Between any two that are so far apart lies one of the numbers that either may be.
        if (!bySums && other.Highs?.Distinct().Take(MostEnds + 1).ToList() is { Count: <= MostEnds } highs)
        {
            return circuit.Any(highs.Select(high => circuit.And(other.IsAtMost(high), one.IsAtLeast(checked(high + by)))));
        }

        if (!bySums && one.Lows?.Distinct().Take(MostEnds + 1).ToList() is { Count: <= MostEnds } lows)
        {
            return circuit.Any(lows.Select(low => circuit.And(one.IsAtLeast(low), other.IsAtMost(checked(low - by)))));
        }

        return bySums ? one.Sums!.Low.Plus(other.Sums!.High.Times(-1), circuit).IsAtLeast(by, circuit) : null;
    }

    // Wherever the other may come to a number, the one comes to it.
    private Edge IsAboveStep(Quantity one, PlainQuantity other, Int128 by)
    {
        var (isSo, before) = (!other.IsEndless, Edge.True);
        foreach (var high in other.Highs.Distinct().Order())
        {
            var reaches = one.IsAtLeast(checked(high + by));
            if (reaches != before)
            {
                isSo = circuit.And(isSo, circuit.Or(other.IsAtMost(high - 1), reaches));
                before = reaches;
            }
        }

        return isSo;
    }
}
