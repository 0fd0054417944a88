using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <content>Shares: of elements, and of one number in another.</content>
internal sealed partial class ProgramCompiler
{
    private int Share(ShareTest share, ElementFrame frame)
    {
        if (
            share.List is { IsParameter: true } or { Selection: not null }
            || share.List.Levels.Length > 1
            || share.Weight is not (null or FactOperand { Measure.Kind: MeasureKind.Exact })
            || share.Fraction is not { } fraction
            || share.IfNone is not null
        )
        {
            return None;
        }

        var reads = Reach.Of(share.Weight) | Reach.Of(share.Among) | share.Where.Reach;

        // Only of a fact of the elements themselves it is known what one that may exist beyond them weighs.
        if (Open(share.List, frame, reads.Depths) is not { } inner || (share.Weight?.Fact is { } weighed && weighed.Depth != inner.Depth))
        {
            return None;
        }

        var among = share.Among is null ? True() : Truth(share.Among, inner);
        var where = Truth(share.Where, inner);
        var weight = share.Weight is null ? None : Quantity(share.Weight, inner);
        if (among == None || where == None || (share.Weight is not null && weight == None))
        {
            return None;
        }

        return Emit(
            new ShareOf(
                _layout[inner.Level].Parent, inner.Level, weight == None ? None : At(inner.Level, weight),
                At(inner.Level, among), At(inner.Level, where), share.Relation, fraction,
                share.Weight is null ? new Bounds(1, 1) : BoundsOf(share.Weight)
            )
        );
    }

    private int Share(ShareOfTwo share, ElementFrame frame) => share switch
    {
        // Whichever it is: with an order, what lies between two shares is beyond the one and short of the other.
        { Bound: ChoiceOperand bound, Relation: not (Relation.Equal or Relation.NotEqual) } => Chosen(
            Truth(bound.If, frame), Share(share.With(bound.Then), frame), Share(share.With(bound.Else), frame)),
        { Bound: FractionOperand bound, IfNone: null or FractionOperand } => Share(share, bound.Fraction, frame),
        _ => None,
    };

    private int Share(ShareOfTwo share, Fraction bound, ElementFrame frame)
    {
        var (part, whole) = (Quantity(share.Part, frame), Quantity(share.Whole, frame));
        if (part == None || whole == None || !_traits[part].IsNeverNegative || !_traits[whole].IsNeverNegative)
        {
            return None;
        }

        var zero = Emit(new ConstantQuantity(0, 0));
        var unknown = Emit(new ConstantTruth(Conditions.Truth.Unknown));
        var ifNone = share.IfNone is not FractionOperand none ? unknown : Emit(new ConstantTruth(
            Intervals.Compare(share.Relation, Interval<Ratio>.Of(Ratio.Of(none.Fraction)), Interval<Ratio>.Of(Ratio.Of(bound)))));
        var found = Chosen(Compared(whole, Relation.LessOrEqual, zero), ifNone, Share(share, part, whole, bound));

        // Where one of them may have no value, whatever has one is not below zero.
        int[] unsettled = [.. new[] { part, whole }.Where(number => _traits[number].MayBeNothing)];
        return unsettled.Length == 0 ? found : Chosen(
            Combined([.. unsettled.Select(number => Compared(number, Relation.GreaterOrEqual, zero))], isAll: true), found, unknown);
    }

    // The share a/b, b being more than 0, is to p/q as a·q is to b·p. What is 0 is a smaller share than p/q of any whole, however little
    // that is.
    private int Share(ShareOfTwo share, int part, int whole, Fraction bound)
    {
        var scale = share.Part.Measure.Scale - share.Whole.Measure.Scale;
        var left = Times(part, bound.Denominator * Scales.Power(Math.Max(-scale, 0)));
        var right = Times(whole, bound.Numerator * Scales.Power(Math.Max(scale, 0)));
        var isZero = bound.Numerator == 0 ? Not(True()) : Compared(part, Relation.LessOrEqual, Emit(new ConstantQuantity(0, 0)));
        return share.Relation switch
        {
            Relation.Less or Relation.LessOrEqual => IsBelow(share.Relation),
            Relation.Greater => Not(IsBelow(Relation.LessOrEqual)),
            Relation.GreaterOrEqual => Not(IsBelow(Relation.Less)),
            Relation.Equal => IsEqual(),
            _ => Not(IsEqual()),
        };

        int IsBelow(Relation relation) => Combined([Compared(left, relation, right), isZero], isAll: false);

        int IsEqual() => Combined([Compared(left, Relation.Equal, right), Not(isZero)], isAll: true);
    }

    private int Times(int quantity, long factor) => factor switch
    {
        0 => Emit(new ConstantQuantity(0, 0)),
        1 => quantity,
        _ => Emit(new Rescale(_steps[quantity].Level, quantity, factor)),
    };
}
