using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Tests of many lanes: one value against a column of constants.</summary>
internal static class ManyLaneTests
{
    public static ulong RunIntLanes<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var column = LaneMemory.At(state.Columns, op.Source);
            for (var element = 0; element < column.Count; element++)
            {
                var value = LaneMemory.At(column.Ints, element);
                RunLanes<int, TPlanes, TChanges>(
                    state, op, ref LaneMemory.At(state.Program.Ints, op.First), value, value, column, element, ref changed
                );
            }
        }

        return changed;
    }

    public static ulong RunDayLanes<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var column = LaneMemory.At(state.Columns, op.Source);
            for (var element = 0; element < column.Count; element++)
            {
                RunLanes<int, TPlanes, TChanges>(
                    state, op, ref LaneMemory.At(state.Program.Ints, op.First), LaneMemory.At(column.Ints, element),
                    LaneMemory.At(column.Lasts, element), column, element, ref changed
                );
            }
        }

        return changed;
    }

    public static ulong RunLongLanes<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var column = LaneMemory.At(state.Columns, op.Source);
            for (var element = 0; element < column.Count; element++)
            {
                var value = LaneMemory.At(column.Longs, element);
                RunLanes<long, TPlanes, TChanges>(
                    state, op, ref LaneMemory.At(state.Program.Longs, op.First), value, value, column, element, ref changed
                );
            }
        }

        return changed;
    }

    public static ulong RunRealLanes<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var column = LaneMemory.At(state.Columns, op.Source);
            for (var element = 0; element < column.Count; element++)
            {
                var value = LaneMemory.At(column.Reals, element);
                RunLanes<double, TPlanes, TChanges>(
                    state, op, ref LaneMemory.At(state.Program.Reals, op.First), value, value, column, element, ref changed
                );
            }
        }

        return changed;
    }

    // Of a value that may lie anywhere between first and last, certain are the lanes in whose range all of that lies, possible those whose
    // range it meets.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RunLanes<T, TPlanes, TChanges>(
        LaneState state, in LaneOp op, ref T lows, T first, T last, ColumnValues column, int element, ref ulong changed
    )
        where T : unmanaged, System.Numerics.INumber<T>
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        var half = state.Halves[op.Level];
        ref var result = ref LaneMemory.At(state.Words[op.Level], op.Slot + (element * 2 * half));
        if (TPlanes.AreTwo && !Bits.Get(column.Known, element))
        {
            CopyRow<TPlanes, TChanges>(ref result, half, ref LaneMemory.At(state.Masks, op.Extra), op.Words, op.Words, ref changed);
            return;
        }

        ref var highs = ref op.Bounds == 3 ? ref Unsafe.Add(ref lows, op.Words << 6) : ref lows;
        for (var word = 0; word < op.Words; word++)
        {
            var lanes = Math.Min(64, op.Lanes - (word << 6));
            var certain = ulong.MaxValue;
            var possible = ulong.MaxValue;
            if ((op.Bounds & 1) != 0)
            {
                certain = LaneTests.AtMost(ref Unsafe.Add(ref lows, word << 6), first, lanes);
                possible = TPlanes.AreTwo && first != last ? LaneTests.AtMost(ref Unsafe.Add(ref lows, word << 6), last, lanes) : certain;
            }

            if ((op.Bounds & 2) != 0)
            {
                var inside = LaneTests.AtLeast(ref Unsafe.Add(ref highs, word << 6), last, lanes);
                certain &= inside;
                possible &=
                    TPlanes.AreTwo && first != last ? LaneTests.AtLeast(ref Unsafe.Add(ref highs, word << 6), first, lanes) : inside;
            }

            LaneMemory.Put<TChanges>(ref Unsafe.Add(ref result, word), certain, ref changed);
            if (TPlanes.AreTwo)
            {
                LaneMemory.Put<TChanges>(ref Unsafe.Add(ref result, word + half), possible, ref changed);
            }
        }
    }

    // Copies a row of words to what is certain and, from so many words further on, to what is possible.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyRow<TPlanes, TChanges>(ref ulong result, int half, ref ulong row, int further, int words, ref ulong changed)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        for (var word = 0; word < words; word++)
        {
            LaneMemory.Put<TChanges>(ref Unsafe.Add(ref result, word), Unsafe.Add(ref row, word), ref changed);
            if (TPlanes.AreTwo)
            {
                LaneMemory.Put<TChanges>(ref Unsafe.Add(ref result, word + half), Unsafe.Add(ref row, word + further), ref changed);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FillRow<TPlanes, TChanges>(ref ulong result, int half, ulong certain, ulong possible, int words, ref ulong changed)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        for (var word = 0; word < words; word++)
        {
            LaneMemory.Put<TChanges>(ref Unsafe.Add(ref result, word), certain, ref changed);
            if (TPlanes.AreTwo)
            {
                LaneMemory.Put<TChanges>(ref Unsafe.Add(ref result, word + half), possible, ref changed);
            }
        }
    }

    public static ulong RunCodeLanes<TPlanes, TChanges>(LaneState state, int from, int to)
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
                ref var result = ref LaneMemory.At(words, at);
                var code = (uint)(LaneMemory.At(column.Ints, element) - (int)op.Low);
                if (TPlanes.AreTwo && !Bits.Get(column.Known, element))
                {
                    FillRow<TPlanes, TChanges>(ref result, half, 0, ulong.MaxValue, op.Words, ref changed);
                }
                else if (code < (uint)op.Count)
                {
                    CopyRow<TPlanes, TChanges>(
                        ref result,
                        half,
                        ref LaneMemory.At(state.Masks, op.First + ((int)code * op.Words)),
                        0, op.Words, ref changed
                    );
                }
                else
                {
                    FillRow<TPlanes, TChanges>(ref result, half, 0, 0, op.Words, ref changed);
                }
            }
        }

        return changed;
    }

    public static ulong RunCodeListLanes<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var column = LaneMemory.At(state.Columns, op.Source);
            var (words, half, at) = (state.Words[op.Level], state.Halves[op.Level], op.Slot);
            var row = state.Spare.AsSpan(0, op.Words);
            for (var element = 0; element < column.Count; element++, at += 2 * half)
            {
                ref var result = ref LaneMemory.At(words, at);
                if (TPlanes.AreTwo && !Bits.Get(column.Known, element))
                {
                    FillRow<TPlanes, TChanges>(ref result, half, 0, ulong.MaxValue, op.Words, ref changed);
                    continue;
                }

                row.Clear();
                foreach (var lane in LanesNaming(state, op, column.Ints[element]))
                {
                    Bits.Set(row, lane);
                }

                // One lane alone fills its word.
                row[0] = op.Lanes == 1 ? LaneMemory.Fill(row[0] != 0) : row[0];
                CopyRow<TPlanes, TChanges>(ref result, half, ref MemoryMarshal.GetReference(row), 0, op.Words, ref changed);
            }
        }

        return changed;
    }

    private static ReadOnlySpan<int> LanesNaming(LaneState state, in LaneOp op, int code)
    {
        var place = state.Program.Ints.AsSpan(op.First, op.Count).BinarySearch(code);
        if (place < 0)
        {
            return [];
        }

        var starts = op.First + op.Count;
        var lanes = starts + op.Count + 1;
        return state.Program.Ints.AsSpan((lanes + state.Program.Ints[starts + place])..(lanes + state.Program.Ints[starts + place + 1]));
    }
}
