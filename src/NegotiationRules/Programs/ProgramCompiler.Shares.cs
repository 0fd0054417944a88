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
                Layout[inner.Level].Parent, inner.Level, weight == None ? None : At(inner.Level, weight),
                At(inner.Level, among), At(inner.Level, where), share.Relation, fraction,
                share.Weight is null ? new Bounds(1, 1) : Bounds.Of(share.Weight)
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
        if (part == None || whole == None || !Traits[part].IsNeverNegative || !Traits[whole].IsNeverNegative)
        {
            return None;
        }

        var zero = Emit(new ConstantQuantity(0, 0));
        var unknown = Emit(new ConstantTruth(Conditions.Truth.Unknown));
        var ifNone = share.IfNone is not FractionOperand none ? unknown : Emit(new ConstantTruth(
            Intervals.Compare(share.Relation, Interval<Ratio>.Of(Ratio.Of(none.Fraction)), Interval<Ratio>.Of(Ratio.Of(bound)))));
        var some = Share(share.Relation, part, whole, share.Part.Measure.Scale - share.Whole.Measure.Scale, bound);
        var found = Chosen(Compared(whole, Relation.LessOrEqual, zero), ifNone, some);

        // Where one of them may have no value, whatever has one is not below zero.
        int[] unsettled = [.. new[] { part, whole }.Where(number => Traits[number].MayBeNothing)];
        return unsettled.Length == 0 ? found : Chosen(
            Combined([.. unsettled.Select(number => Compared(number, Relation.GreaterOrEqual, zero))], isAll: true), found, unknown);
    }
}
