using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <content>Tests of one lane, which fill a word.</content>
internal sealed partial class LaneMachine
{
    /// <summary>A test of the value of one element.</summary>
    private interface ITest
    {
        static abstract ulong Of(ColumnValues column, int element, in LaneOp op);
    }

    private ulong RunTest<TTest, TPlanes, TChanges>(int from, int to)
        where TTest : struct, ITest
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(_ops, number);
            var column = LaneMemory.At(_columns, op.Source);
            var (words, half, at) = (_words[op.Level], _halves[op.Level], op.Slot);
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

    private ulong RunTestBit<TPlanes, TChanges>(int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(_ops, number);
            var column = LaneMemory.At(_columns, op.Source);
            var (words, half, at) = (_words[op.Level], _halves[op.Level], op.Slot);
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
    private ulong RunTestDay<TPlanes, TChanges>(int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(_ops, number);
            var column = LaneMemory.At(_columns, op.Source);
            var (words, half, at) = (_words[op.Level], _halves[op.Level], op.Slot);
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

    private ulong RunTestKnown<TPlanes, TChanges>(int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(_ops, number);
            var column = LaneMemory.At(_columns, op.Source);
            var supposed = _levels[op.Level].Supposed;
            var (words, half, at) = (_words[op.Level], _halves[op.Level], op.Slot);
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

    private ulong RunTestCodeList<TPlanes, TChanges>(int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(_ops, number);
            var column = LaneMemory.At(_columns, op.Source);
            var codes = ((TestCodes)_program.Steps[op.Extra]).Codes.Sorted;
            var (words, half, at) = (_words[op.Level], _halves[op.Level], op.Slot);
            for (var element = 0; element < column.Count; element++, at += 2 * half)
            {
                var truth = LaneMemory.Fill(codes.AsSpan().BinarySearch(column.Ints[element]) >= 0);
                PutTest<TPlanes, TChanges>(ref LaneMemory.At(words, at), half, truth, column, element, Truth.Unknown, ref changed);
            }
        }

        return changed;
    }

    private ulong RunTestText<TPlanes, TChanges>(int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(_ops, number);
            var column = LaneMemory.At(_columns, op.Source);
            var test = ((TestText)_program.Steps[op.Extra]).Test;
            var (words, half, at) = (_words[op.Level], _halves[op.Level], op.Slot);
            for (var element = 0; element < column.Count; element++, at += 2 * half)
            {
                var holds = Bits.Get(column.Known, element) && test.Holds(_table.Texts[column.Ints[element]]);
                PutTest<TPlanes, TChanges>(
                    ref LaneMemory.At(words, at), half, LaneMemory.Fill(holds), column, element, Truth.Unknown,
                    ref changed
                );
            }
        }

        return changed;
    }

    private ulong RunConstant<TPlanes, TChanges>(int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            PutTruth<TPlanes, TChanges>(_ops[number], 0, _ops[number].IfUnknown, ref changed);
        }

        return changed;
    }

    private ulong RunWalk<TPlanes, TChanges>(int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            var truth = Truth.Unknown;
            try
            {
                truth = _walk!(((Walk)_program.Steps[_ops[number].Extra]).Condition);
            }
            catch (OverflowException)
            {
                // The tree walk says so in its own words.
                _isBeyond = true;
            }

            PutTruth<TPlanes, TChanges>(_ops[number], 0, truth, ref changed);
        }

        return changed;
    }

    private readonly struct IntRange : ITest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Of(ColumnValues column, int element, in LaneOp op)
        {
            long value = LaneMemory.At(column.Ints, element);
            return LaneMemory.Fill(value >= op.Low & value <= op.High);
        }
    }

    private readonly struct LongRange : ITest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Of(ColumnValues column, int element, in LaneOp op)
        {
            var value = LaneMemory.At(column.Longs, element);
            return LaneMemory.Fill(value >= op.Low & value <= op.High);
        }
    }

    private readonly struct RealRange : ITest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Of(ColumnValues column, int element, in LaneOp op)
        {
            var value = LaneOrder.Of(LaneMemory.At(column.Reals, element));
            return LaneMemory.Fill(value >= op.Low & value <= op.High);
        }
    }

    private readonly struct FewCodes : ITest
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static ulong Of(ColumnValues column, int element, in LaneOp op)
        {
            var code = LaneMemory.At(column.Ints, element);
            return LaneMemory.Fill((uint)code < 64) & (0 - ((ulong)op.Low >> code & 1));
        }
    }
}
