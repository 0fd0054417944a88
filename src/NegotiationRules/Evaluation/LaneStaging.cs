using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Facts of the scenario itself, laid side by side and tested together; and combinations of their bits, eight at a time.</summary>
internal static class LaneStaging
{
    /// <summary>How a fact becomes an integer that is tested for lying between two others.</summary>
    private interface IStaged
    {
        static abstract long Of(ColumnValues column, LaneState state, int number);

        static virtual bool IsOpen(ColumnValues column) => column.HasUnknown;
    }

    // Tests facts of the scenario, which all lie in one word of bits; notes whether any of them leaves something open.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Stage<TPlanes>(
        LaneState state, LaneOpKind kind, int from, int to, ref ulong certain, ref ulong possible, ref bool isOpen
    )
        where TPlanes : struct, IPlanes
    {
        switch (kind)
        {
            case LaneOpKind.StageBit:
                Stage<BitValue, TPlanes>(state, from, to, ref certain, ref possible, ref isOpen);
                break;
            case LaneOpKind.StageInt:
                Stage<IntValue, TPlanes>(state, from, to, ref certain, ref possible, ref isOpen);
                break;
            case LaneOpKind.StageLong:
                Stage<LongValue, TPlanes>(state, from, to, ref certain, ref possible, ref isOpen);
                break;
            case LaneOpKind.StageDay when !TPlanes.AreTwo:
                Stage<FirstDay, TPlanes>(state, from, to, ref certain, ref possible, ref isOpen);
                break;
            case LaneOpKind.StageDay:
                StageDays(state, from, to, ref certain, ref possible, ref isOpen);
                break;
            case LaneOpKind.StageReal:
                Stage<RealValue, TPlanes>(state, from, to, ref certain, ref possible, ref isOpen);
                break;
            case LaneOpKind.StageCode:
                Stage<CodeValue, TPlanes>(state, from, to, ref certain, ref possible, ref isOpen);
                break;
            case LaneOpKind.StageGiven:
                StageGiven(state, from, to, ref certain, ref possible);
                break;
            default:
                StageOthers<TPlanes>(state, from, to, ref certain, ref possible, ref isOpen);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Stage<TStaged, TPlanes>(LaneState state, int from, int to, ref ulong certain, ref ulong possible, ref bool isOpen)
        where TStaged : struct, IStaged
        where TPlanes : struct, IPlanes
    {
        var (bits, isUnknown) = (0ul, false);
        ref var columns = ref LaneMemory.At(state.StagedColumns, 0);
        ref var ranges = ref LaneMemory.At(state.Ranges, 0);
        for (var number = from; number < to; number++)
        {
            var column = Unsafe.Add(ref columns, number);
            var truth = Unsafe.Add(ref ranges, number).Holds(TStaged.Of(column, state, number));
            isUnknown |= TStaged.IsOpen(column);
            if (TPlanes.AreTwo && column.HasUnknown)
            {
                LeaveOpen(state, number, ref certain, ref possible);
                continue;
            }

            bits |= truth << number;
        }

        certain |= bits;
        possible |= bits;
        isOpen |= isUnknown;
    }

    private static void LeaveOpen(LaneState state, int number, ref ulong certain, ref ulong possible)
    {
        certain |= (LaneMemory.Fill(state.Ops[number].IfUnknown == Truth.True) & 1) << number;
        possible |= (LaneMemory.Fill(state.Ops[number].IfUnknown != Truth.False) & 1) << number;
    }

    // Certain: all days that it may be lie inside. Possible: some of them do.
    private static void StageDays(LaneState state, int from, int to, ref ulong certain, ref ulong possible, ref bool isOpen)
    {
        for (var number = from; number < to; number++)
        {
            var column = state.StagedColumns[number];
            isOpen |= column.HasUnknown | column.HasPartialDates;
            if (column.HasUnknown)
            {
                LeaveOpen(state, number, ref certain, ref possible);
                continue;
            }

            var (range, first, last) = (state.Ranges[number], column.Ints[0], column.Lasts[0]);
            var (startsInside, endsInside) = (range.Holds(first), range.Holds(last));
            certain |= (startsInside & endsInside) << number;
            // It also meets the range if it begins before it and ends after it.
            possible |= (startsInside | endsInside | (LaneMemory.Fill(first < range.Low & last > range.Low) & 1)) << number;
        }
    }

    // Whether any of it is open was seen before.
    private static void StageGiven(LaneState state, int from, int to, ref ulong certain, ref ulong possible)
    {
        for (var number = from; number < to; number++)
        {
            var step = LaneMemory.At(state.Ops, number).Extra;
            certain |= (state.Lists.Certain(step)[0] & 1) << number;
            possible |= (state.Lists.Possible(step)[0] & 1) << number;
        }
    }

    private static void StageOthers<TPlanes>(LaneState state, int from, int to, ref ulong certain, ref ulong possible, ref bool isOpen)
        where TPlanes : struct, IPlanes
    {
        for (var number = from; number < to; number++)
        {
            var column = state.StagedColumns[number];
            var isUnknown = column.HasUnknown;
            var holds = state.Program.Steps[state.Ops[number].Extra] switch
            {
                TestKnown => !isUnknown,
                TestText test => !isUnknown && test.Test.Holds(state.Table.Texts[column.Ints[0]]),
                TestRange => false,
                TestCodes test => test.Codes.Sorted.AsSpan().BinarySearch(column.Ints[0]) >= 0,
                var step => throw new InvalidOperationException($"no way to test {step.GetType().Name}"),
            };
            if (isUnknown && state.Program.Steps[state.Ops[number].Extra] is not TestKnown)
            {
                isOpen = true;
                LeaveOpen(state, number, ref certain, ref possible);
                continue;
            }

            certain |= (LaneMemory.Fill(holds) & 1) << number;
            possible |= (LaneMemory.Fill(holds) & 1) << number;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RunMatches<TPlanes>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
    {
        var (words, half) = (state.Words[0], state.Halves[0]);
        for (var i = from; i < to; i++)
        {
            ref readonly var bank = ref LaneMemory.At(state.Banks, i);
            ref var flips = ref LaneMemory.At(state.Program.Flips, bank.First);
            ref var masks = ref LaneMemory.At(state.Program.Matches, bank.First);
            var inside = ulong.MaxValue >> (64 - bank.Count);
            var source = LaneMemory.At(words, bank.Source);
            ref var target = ref LaneMemory.At(words, bank.Target);
            if (!TPlanes.AreTwo)
            {
                var matched = LaneTests.Match(source, ~source, ref flips, ref masks, bank.Count) ^ bank.Inverted;
                target = (target & ~(inside << bank.Shift)) | ((matched & inside) << bank.Shift);
                continue;
            }

            var open = words[bank.Source + half];
            var certain = LaneTests.Match(source, ~open, ref flips, ref masks, bank.Count);
            var possible = LaneTests.Match(open, ~source, ref flips, ref masks, bank.Count);
            (certain, possible) = (
                (certain & ~bank.Inverted) | (~possible & bank.Inverted),
                (possible & ~bank.Inverted) | (~certain & bank.Inverted)
            );
            target = (target & ~(inside << bank.Shift)) | ((certain & inside) << bank.Shift);
            ref var targetOpen = ref words[bank.Target + half];
            targetOpen = (targetOpen & ~(inside << bank.Shift)) | ((possible & inside) << bank.Shift);
        }
    }

    // One fact alone, after it changed.
    public static ulong RunStaged<TPlanes, TChanges>(LaneState state, LaneOpKind kind, int number)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        var (certain, possible, isOpen, changed) = (0ul, 0ul, false, 0ul);
        Stage<TPlanes>(state, kind, number, number + 1, ref certain, ref possible, ref isOpen);
        LaneLogic.PutTurned<TPlanes, TChanges>(
            state.Ops[number], state.Words[0], state.Halves[0], number >> 6, 0 - (certain >> number & 1), 0 - (possible >> number & 1),
            ref changed);
        return changed;
    }

    private readonly struct BitValue : IStaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static long Of(ColumnValues column, LaneState state, int number) => (long)(LaneMemory.At(column.Values, 0) & 1);
    }

    private readonly struct IntValue : IStaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static long Of(ColumnValues column, LaneState state, int number) => LaneMemory.At(column.Ints, 0);
    }

    private readonly struct FirstDay : IStaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static long Of(ColumnValues column, LaneState state, int number) => LaneMemory.At(column.Ints, 0);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static bool IsOpen(ColumnValues column) => column.HasUnknown | column.HasPartialDates;
    }

    private readonly struct LongValue : IStaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static long Of(ColumnValues column, LaneState state, int number) => LaneMemory.At(column.Longs, 0);
    }

    private readonly struct RealValue : IStaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static long Of(ColumnValues column, LaneState state, int number) => LaneOrder.Of(LaneMemory.At(column.Reals, 0));
    }

    private readonly struct CodeValue : IStaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static long Of(ColumnValues column, LaneState state, int number)
        {
            var code = LaneMemory.At(column.Ints, 0);
            return (uint)code < 64 ? (long)(state.Program.Masks[state.Ops[number].Extra] >> code & 1) : 0;
        }
    }
}
