using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using static NegotiationRules.Evaluation.BoundedArithmetic;

namespace NegotiationRules.Evaluation;

/// <summary>Comparisons of quantities, and shares.</summary>
internal static class LaneComparisons
{
    public static ulong RunCompare<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref state.Ops[number];
            var (left, right) = (state.Operands[op.First].Slot, state.Operands[op.First + 1].Slot);
            for (var element = 0; element < state.Levels[op.Level].Count; element++)
            {
                var truth = (state.NothingOf(op.Level, element, left) | state.NothingOf(op.Level, element, right)) != 0
                    ? Truth.Unknown
                    : Compare(
                        (Relation)op.Low,
                        state.LowOf(op.Level, element, left),
                        state.HighOf(op.Level, element, left),
                        state.LowOf(op.Level, element, right),
                        state.HighOf(op.Level, element, right));
                PutTruth<TPlanes, TChanges>(state, op, element, truth, ref changed);
            }
        }

        return changed;
    }

    public static void PutTruth<TPlanes, TChanges>(LaneState state, in LaneOp op, int element, Truth truth, ref ulong changed)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges =>
        LaneLogic.PutTurned<TPlanes, TChanges>(
            op,
            state.Words[op.Level],
            state.Halves[op.Level],
            (element * 2 * state.Halves[op.Level]) + op.Slot,
            LaneMemory.Fill(truth == Truth.True),
            LaneMemory.Fill(truth != Truth.False),
            ref changed);

    // A relation holds for those lanes whose constant lies where the quantity's own bounds put it: no more than that has to be asked of the
    // constants.
    public static ulong RunCompareLanes<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref state.Ops[number];
            var quantity = state.Operands[op.First].Slot;
            var half = state.Halves[op.Level];
            for (var element = 0; element < state.Levels[op.Level].Count; element++)
            {
                ref var result = ref state.Words[op.Level][(element * 2 * half) + op.Slot];
                if (state.NothingOf(op.Level, element, quantity) != 0)
                {
                    ManyLaneTests.FillRow<TPlanes, TChanges>(ref result, half, 0, ulong.MaxValue, op.Words, ref changed);
                    continue;
                }

                var (low, high) = (state.LowOf(op.Level, element, quantity), state.HighOf(op.Level, element, quantity));
                for (var word = 0; word < op.Words; word++)
                {
                    var lanes = Math.Min(64, op.Lanes - (word << 6));
                    var (certain, possible) = CompareConstants(
                        (Relation)op.Low,
                        low, high, ref state.Program.Longs[op.Extra + (word << 6)], lanes
                    );
                    LaneLogic.PutTurned<TPlanes, TChanges>(
                        op, state.Words[op.Level], half,
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

    public static ulong RunShare<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref state.Ops[number];
            for (var element = 0; element < state.Levels[op.Level].Count; element++)
            {
                var truth = Share<TPlanes>(state, op, (ShareOf)state.Program.Steps[op.Extra], element);
                PutTruth<TPlanes, TChanges>(state, op, element, truth, ref changed);
            }
        }

        return changed;
    }

    // The share compares with p/q as the sum of q - p for each that has it, and of -p for each that has not, compares with 0.
    private static Truth Share<TPlanes>(LaneState state, in LaneOp op, ShareOf step, int parent)
        where TPlanes : struct, IPlanes
    {
        var rows = state.Levels[op.Source];
        var (p, q) = step.Fraction;
        Int128 low = 0, high = 0, sure = 0;
        var (noLow, noHigh) = (false, false);
        for (var i = rows.Offsets[parent]; i < rows.Offsets[parent + 1]; i++)
        {
            var (amongSure, amongMay) = LaneQuantities.TruthOf<TPlanes>(state, op.Source, i, state.Operands[op.First]);
            if (!amongMay)
            {
                continue;
            }

            var (whereSure, whereMay) = LaneQuantities.TruthOf<TPlanes>(state, op.Source, i, state.Operands[op.First + 1]);
            var weight = op.Count < 3 ? 0 : state.Operands[op.First + 2].Slot;
            var (lightest, heaviest) =
                op.Count < 3 ? (1L, 1L) : (state.LowOf(op.Source, i, weight), state.HighOf(op.Source, i, weight));
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
