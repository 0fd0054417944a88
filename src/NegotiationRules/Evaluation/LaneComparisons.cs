using NegotiationRules.Conditions;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Comparisons of a quantity that the machine worked out with a number for each lane.</summary>
internal static class LaneComparisons
{
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
            var half = state.Halves[op.Level];
            for (var element = 0; element < state.Levels[op.Level].Count; element++)
            {
                ref var result = ref state.Words[op.Level][(element * 2 * half) + op.Slot];
                if (state.Lists.IsNothing(op.Source, element))
                {
                    ManyLaneTests.FillRow<TPlanes, TChanges>(ref result, half, 0, ulong.MaxValue, op.Words, ref changed);
                    continue;
                }

                var (low, high) = (state.Lists.Low(op.Source)[element], state.Lists.High(op.Source)[element]);
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
}
