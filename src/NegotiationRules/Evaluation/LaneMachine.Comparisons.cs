using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using static NegotiationRules.Evaluation.BoundedArithmetic;

namespace NegotiationRules.Evaluation;

/// <content>Comparisons of quantities, and shares.</content>
internal sealed partial class LaneMachine
{
    private ulong RunCompare<TPlanes, TChanges>(int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref _ops[number];
            var (left, right) = (_operands[op.First].Slot, _operands[op.First + 1].Slot);
            for (var element = 0; element < _levels[op.Level].Count; element++)
            {
                var truth = (NothingOf(op.Level, element, left) | NothingOf(op.Level, element, right)) != 0
                    ? Truth.Unknown
                    : Compare(
                        (Relation)op.Low,
                        LowOf(op.Level, element, left),
                        HighOf(op.Level, element, left),
                        LowOf(op.Level, element, right),
                        HighOf(op.Level, element, right));
                PutTruth<TPlanes, TChanges>(op, element, truth, ref changed);
            }
        }

        return changed;
    }

    private void PutTruth<TPlanes, TChanges>(in LaneOp op, int element, Truth truth, ref ulong changed)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges =>
        PutTurned<TPlanes, TChanges>(
            op,
            _words[op.Level],
            _halves[op.Level],
            (element * 2 * _halves[op.Level]) + op.Slot,
            LaneMemory.Fill(truth == Truth.True),
            LaneMemory.Fill(truth != Truth.False),
            ref changed);

    // A relation holds for those lanes whose constant lies where the quantity's own bounds put it: no more than that has to be asked of the
    // constants.
    private ulong RunCompareLanes<TPlanes, TChanges>(int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref _ops[number];
            var quantity = _operands[op.First].Slot;
            var half = _halves[op.Level];
            for (var element = 0; element < _levels[op.Level].Count; element++)
            {
                ref var result = ref _words[op.Level][(element * 2 * half) + op.Slot];
                if (NothingOf(op.Level, element, quantity) != 0)
                {
                    FillRow<TPlanes, TChanges>(ref result, half, 0, ulong.MaxValue, op.Words, ref changed);
                    continue;
                }

                var (low, high) = (LowOf(op.Level, element, quantity), HighOf(op.Level, element, quantity));
                for (var word = 0; word < op.Words; word++)
                {
                    var lanes = Math.Min(64, op.Lanes - (word << 6));
                    var (certain, possible) = CompareConstants(
                        (Relation)op.Low,
                        low, high, ref _program.Longs[op.Extra + (word << 6)], lanes
                    );
                    PutTurned<TPlanes, TChanges>(
                        op, _words[op.Level], half,
                        (element * 2 * half) + op.Slot + word,
                        certain, possible, ref changed
                    );
                }
            }
        }

        return changed;
    }

    // Constants are no larger than what is reckoned with, so a side without a bound, which is the end of 64 bits, compares as infinity
    // does.
    private static (ulong Certain, ulong Possible) CompareConstants(Relation relation, long low, long high, ref long constants, int lanes)
    {
        switch (relation)
        {
            case Relation.Less:
                return (~LaneTests.AtMost(ref constants, high, lanes), ~LaneTests.AtMost(ref constants, low, lanes));
            case Relation.LessOrEqual:
                return (LaneTests.AtLeast(ref constants, high, lanes), LaneTests.AtLeast(ref constants, low, lanes));
            case Relation.Greater:
                return (~LaneTests.AtLeast(ref constants, low, lanes), ~LaneTests.AtLeast(ref constants, high, lanes));
            case Relation.GreaterOrEqual:
                return (LaneTests.AtMost(ref constants, low, lanes), LaneTests.AtMost(ref constants, high, lanes));
            default:
                var may = LaneTests.AtLeast(ref constants, low, lanes) & LaneTests.AtMost(ref constants, high, lanes);
                var sure = low == high ? may : 0;
                return relation == Relation.Equal ? (sure, may) : (~may, ~sure);
        }
    }

    private ulong RunShare<TPlanes, TChanges>(int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref _ops[number];
            for (var element = 0; element < _levels[op.Level].Count; element++)
            {
                PutTruth<TPlanes, TChanges>(op, element, Share<TPlanes>(op, (ShareOf)_program.Steps[op.Extra], element), ref changed);
            }
        }

        return changed;
    }

    // The share compares with p/q as the sum of q - p for each that has it, and of -p for each that has not, compares with 0.
    private Truth Share<TPlanes>(in LaneOp op, ShareOf step, int parent)
        where TPlanes : struct, IPlanes
    {
        var rows = _levels[op.Source];
        var (p, q) = step.Fraction;
        Int128 low = 0, high = 0, sure = 0;
        var (noLow, noHigh) = (false, false);
        for (var i = rows.Offsets[parent]; i < rows.Offsets[parent + 1]; i++)
        {
            var (amongSure, amongMay) = TruthOf<TPlanes>(op.Source, i, _operands[op.First]);
            if (!amongMay)
            {
                continue;
            }

            var (whereSure, whereMay) = TruthOf<TPlanes>(op.Source, i, _operands[op.First + 1]);
            var (lightest, heaviest) =
                op.Count < 3
                    ? (1L, 1L)
                    : (LowOf(op.Source, i, _operands[op.First + 2].Slot), HighOf(op.Source, i, _operands[op.First + 2].Slot));
            Int128 times = 1;
            if (Bits.Get(rows.Supposed, i))
            {
                amongSure = false;
                times = Further(rows, i) ?? 0;
                heaviest = Further(rows, i) is null ? NoHigh : heaviest;
            }

            sure += amongSure ? lightest : 0;
            AddTo(ref low, ref noLow, whereSure ? (amongSure ? lightest : 0) : heaviest, whereSure ? q - p : -p, times);
            AddTo(ref high, ref noHigh, whereMay ? heaviest : amongSure ? lightest : 0, whereMay ? q - p : -p, times);
        }

        return sure > 0
            ? Intervals.Compare(step.Relation, new Interval<Int128>(noLow ? null : low, noHigh ? null : high), Interval<Int128>.Of(0))
            : Truth.Unknown;

        static void AddTo(ref Int128 sum, ref bool isUnbounded, long weight, long factor, Int128 times)
        {
            isUnbounded |= weight == NoHigh && factor != 0;
            sum += weight == NoHigh ? 0 : (Int128)weight * factor * times;
        }
    }
}
