using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Tests of one lane over elements, where no machine is needed: each fills a word.</summary>
internal static class OneLaneTests
{
    /// <summary>The value of one element, as a number.</summary>
    public interface IValue
    {
        static abstract long Of(ColumnValues column, int element);
    }

    public static ulong RunTest<TValue, TPlanes, TChanges>(LaneState state, int from, int to)
        where TValue : struct, IValue
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var column = LaneMemory.At(state.Columns, op.Source);
            var (words, half, at) = (state.Words[op.Level], state.Halves[op.Level], op.Slot);
            var (orCertain, orPossible) = (LaneMemory.Fill(op.IfUnknown == Truth.True), LaneMemory.Fill(op.IfUnknown != Truth.False));
            for (var element = 0; element < column.Count; element++, at += 2 * half)
            {
                var value = TValue.Of(column, element);
                var truth = LaneMemory.Fill(value >= op.Low & value <= op.High);
                if (!TPlanes.AreTwo)
                {
                    LaneMemory.Put<TChanges>(ref LaneMemory.At(words, at), truth, ref changed);
                    continue;
                }

                var known = LaneMemory.Bit(column.Known, element);
                LaneMemory.Put<TChanges>(ref LaneMemory.At(words, at), (truth & known) | (orCertain & ~known), ref changed);
                LaneMemory.Put<TChanges>(ref LaneMemory.At(words, at + half), (truth & known) | (orPossible & ~known), ref changed);
            }
        }

        return changed;
    }

    public readonly struct IntValue : IValue
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static long Of(ColumnValues column, int element) => LaneMemory.At(column.Ints, element);
    }

    public readonly struct LongValue : IValue
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static long Of(ColumnValues column, int element) => LaneMemory.At(column.Longs, element);
    }
}
