using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Tests of one lane, which fill a word.</summary>
internal static class OneLaneTests
{
    /// <summary>A test of the value of one element.</summary>
    public interface ITest
    {
        static abstract ulong Of(ColumnValues column, int element, in LaneOp op);
    }

    public static ulong RunTest<TTest, TPlanes, TChanges>(LaneState state, int from, int to)
        where TTest : struct, ITest
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var column = LaneMemory.At(state.Columns, op.Source);
            var (words, half, at) = (state.Words[op.Level], state.Halves[op.Level], op.Slot);
            for (var element = 0; element < column.Count; element++, at += 2 * half)
            {
                PutTest<TPlanes, TChanges>(
                    ref LaneMemory.At(words, at), half, TTest.Of(column, element, op), column, element, op.IfUnknown,
                    ref changed
                );
            }
        }

        return changed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutTest<TPlanes, TChanges>(
        ref ulong at, int half, ulong truth, ColumnValues column, int element, Truth ifUnknown, ref ulong changed
    )
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        if (!TPlanes.AreTwo)
        {
            LaneMemory.Put<TChanges>(ref at, truth, ref changed);
            return;
        }

        var unknown = ~LaneMemory.Bit(column.Known, element);
        LaneMemory.Put<TChanges>(ref at, (truth & ~unknown) | (LaneMemory.Fill(ifUnknown == Truth.True) & unknown), ref changed);
        LaneMemory.Put<TChanges>(
            ref Unsafe.Add(ref at, half),
            (truth & ~unknown) | (LaneMemory.Fill(ifUnknown != Truth.False) & unknown),
            ref changed
        );
    }

    public static ulong RunTestBit<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var column = LaneMemory.At(state.Columns, op.Source);
            var (words, half, at) = (state.Words[op.Level], state.Halves[op.Level], op.Slot);
            for (var element = 0; element < column.Count; element++, at += 2 * half)
            {
                PutTest<TPlanes, TChanges>(
                    ref LaneMemory.At(words, at), half, LaneMemory.Bit(column.Values, element), column, element,
                    Truth.Unknown, ref changed
                );
            }
        }

        return changed;
    }

    // Certain: the whole span lies inside. Possible: it meets the range.
    public static ulong RunTestDay<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var column = LaneMemory.At(state.Columns, op.Source);
            var (words, half, at) = (state.Words[op.Level], state.Halves[op.Level], op.Slot);
            for (var element = 0; element < column.Count; element++, at += 2 * half)
            {
                var first = LaneMemory.At(column.Ints, element);
                if (!TPlanes.AreTwo)
                {
                    LaneMemory.Put<TChanges>(
                        ref LaneMemory.At(words, at), LaneMemory.Fill(first >= op.Low & first <= op.High), ref changed
                    );
                    continue;
                }

                var last = LaneMemory.At(column.Lasts, element);
                var unknown = ~LaneMemory.Bit(column.Known, element);
                var certain = LaneMemory.Fill(first >= op.Low & last <= op.High);
                var possible = LaneMemory.Fill(last >= op.Low & first <= op.High);
                LaneMemory.Put<TChanges>(
                    ref LaneMemory.At(words, at),
                    (certain & ~unknown) | (LaneMemory.Fill(op.IfUnknown == Truth.True) & unknown),
                    ref changed
                );
                LaneMemory.Put<TChanges>(
                    ref LaneMemory.At(words, at + half),
                    (possible & ~unknown) | (LaneMemory.Fill(op.IfUnknown != Truth.False) & unknown),
                    ref changed
                );
            }
        }

        return changed;
    }

    public static ulong RunTestKnown<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var column = LaneMemory.At(state.Columns, op.Source);
            var supposed = state.Levels[op.Level].Supposed;
            var (words, half, at) = (state.Words[op.Level], state.Halves[op.Level], op.Slot);
            for (var element = 0; element < column.Count; element++, at += 2 * half)
            {
                var known = LaneMemory.Bit(column.Known, element);
                if (TPlanes.AreTwo)
                {
                    // Of an element that is only supposed it is not even known what would be stated.
                    var isSupposed = LaneMemory.Bit(supposed, element);
                    LaneMemory.Put<TChanges>(ref LaneMemory.At(words, at + half), known | isSupposed, ref changed);
                    known &= ~isSupposed;
                }

                LaneMemory.Put<TChanges>(ref LaneMemory.At(words, at), known, ref changed);
            }
        }

        return changed;
    }

    public static ulong RunTestCodeList<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var column = LaneMemory.At(state.Columns, op.Source);
            var codes = ((TestCodes)state.Program.Steps[op.Extra]).Codes.Sorted;
            var (words, half, at) = (state.Words[op.Level], state.Halves[op.Level], op.Slot);
            for (var element = 0; element < column.Count; element++, at += 2 * half)
            {
                var truth = LaneMemory.Fill(codes.AsSpan().BinarySearch(column.Ints[element]) >= 0);
                PutTest<TPlanes, TChanges>(ref LaneMemory.At(words, at), half, truth, column, element, Truth.Unknown, ref changed);
            }
        }

        return changed;
    }

    public static ulong RunTestText<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var column = LaneMemory.At(state.Columns, op.Source);
            var test = ((TestText)state.Program.Steps[op.Extra]).Test;
            var (words, half, at) = (state.Words[op.Level], state.Halves[op.Level], op.Slot);
            for (var element = 0; element < column.Count; element++, at += 2 * half)
            {
                var holds = Bits.Get(column.Known, element) && test.Holds(state.Table.Texts[column.Ints[element]]);
                PutTest<TPlanes, TChanges>(
                    ref LaneMemory.At(words, at), half, LaneMemory.Fill(holds), column, element, Truth.Unknown,
                    ref changed
                );
            }
        }

        return changed;
    }

    public static ulong RunConstant<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            LaneComparisons.PutTruth<TPlanes, TChanges>(state, state.Ops[number], 0, state.Ops[number].IfUnknown, ref changed);
        }

        return changed;
    }

    public static ulong RunWalk<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            var truth = Truth.Unknown;
            try
            {
                truth = state.Walk!(((Walk)state.Program.Steps[state.Ops[number].Extra]).Condition);
            }
            catch (OverflowException)
            {
                // The tree walk says so in its own words.
                state.IsBeyond = true;
            }

            LaneComparisons.PutTruth<TPlanes, TChanges>(state, state.Ops[number], 0, truth, ref changed);
        }

        return changed;
    }

    public readonly struct IntRange : ITest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Of(ColumnValues column, int element, in LaneOp op)
        {
            long value = LaneMemory.At(column.Ints, element);
            return LaneMemory.Fill(value >= op.Low & value <= op.High);
        }
    }

    public readonly struct LongRange : ITest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Of(ColumnValues column, int element, in LaneOp op)
        {
            var value = LaneMemory.At(column.Longs, element);
            return LaneMemory.Fill(value >= op.Low & value <= op.High);
        }
    }

    public readonly struct RealRange : ITest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Of(ColumnValues column, int element, in LaneOp op)
        {
            var value = LaneOrder.Of(LaneMemory.At(column.Reals, element));
            return LaneMemory.Fill(value >= op.Low & value <= op.High);
        }
    }

    public readonly struct FewCodes : ITest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Of(ColumnValues column, int element, in LaneOp op)
        {
            var code = LaneMemory.At(column.Ints, element);
            return LaneMemory.Fill((uint)code < 64) & (0 - ((ulong)op.Low >> code & 1));
        }
    }
}
