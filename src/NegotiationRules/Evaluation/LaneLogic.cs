using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>All, any, not, some, at least: operations on words of lanes.</summary>
internal static class LaneLogic
{
    public static ulong RunCombineOne<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        var (words, half) = (state.Words[0], state.Halves[0]);
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var (certain, possible) = (ulong.MaxValue, ulong.MaxValue);
            for (var i = op.First; i < op.First + op.Count; i++)
            {
                ref readonly var operand = ref LaneMemory.At(state.Operands, i);
                And<TPlanes>(words, half, operand.Slot, operand, ref certain, ref possible);
            }

            PutTurned<TPlanes, TChanges>(op, words, half, op.Slot, certain, possible, ref changed);
        }

        return changed;
    }

    // Turning round exchanges the planes and takes the opposite of each.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void And<TPlanes>(ulong[] words, int half, int at, in LaneOperand operand, ref ulong certain, ref ulong possible)
        where TPlanes : struct, IPlanes
    {
        if (TPlanes.AreTwo)
        {
            certain &= Of(LaneMemory.At(words, at + (half & operand.Flip)), operand);
            possible &= Of(LaneMemory.At(words, at + (half & ~operand.Flip)), operand);
        }
        else
        {
            certain &= Of(LaneMemory.At(words, at), operand);
        }

        // A bit stands for all lanes.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static ulong Of(ulong word, in LaneOperand operand) =>
            (operand.Bit == LaneOp.WholeWords ? word : 0 - (word >> operand.Bit & 1)) ^ operand.Mask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PutTurned<TPlanes, TChanges>(
        in LaneOp op, ulong[] words, int half, int at, ulong certain, ulong possible, ref ulong changed
    )
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        var turn = LaneMemory.Fill(op.IsInverted);
        if (TPlanes.AreTwo)
        {
            (certain, possible) = op.IsInverted ? (possible, certain) : (certain, possible);
            PutBit<TChanges>(op, ref LaneMemory.At(words, at + half), possible ^ turn, ref changed);
        }

        PutBit<TChanges>(op, ref LaneMemory.At(words, at), certain ^ turn, ref changed);
    }

    // A whole word of lanes, or the one bit of it that is the operation's.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutBit<TChanges>(in LaneOp op, ref ulong at, ulong value, ref ulong changed)
        where TChanges : struct, IChanges
    {
        if (op.Bit != LaneOp.WholeWords)
        {
            var bit = 1ul << op.Bit;
            value = (at & ~bit) | (value & bit);
        }

        LaneMemory.Put<TChanges>(ref at, value, ref changed);
    }

    public static ulong RunConstant<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref state.Ops[number];
            var (certain, possible) = (LaneMemory.Fill(op.IfUnknown == Truth.True), LaneMemory.Fill(op.IfUnknown != Truth.False));
            PutTurned<TPlanes, TChanges>(op, state.Words[0], state.Halves[0], op.Slot, certain, possible, ref changed);
        }

        return changed;
    }

    // What the machine worked out of each element fills a word.
    public static ulong RunGiven<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var (words, half) = (state.Words[op.Level], state.Halves[op.Level]);
            var certain = state.Lists.Certain(op.Extra);
            var possible = state.Lists.Possible(op.Extra);
            for (var (element, at) = (0, op.Slot); element < state.Levels[op.Level].Count; element++, at += 2 * half)
            {
                PutTurned<TPlanes, TChanges>(
                    op, words, half, at, LaneMemory.Bit(certain, element), LaneMemory.Bit(possible, element), ref changed);
            }
        }

        return changed;
    }

    public static ulong RunCombineLanes<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var (words, half) = (state.Words[op.Level], state.Halves[op.Level]);
            var count = state.Levels[op.Level].Count;
            for (var (element, record) = (0, 0); element < count; element++, record += 2 * half)
            {
                for (var word = 0; word < op.Words; word++)
                {
                    var (certain, possible) = (ulong.MaxValue, ulong.MaxValue);
                    for (var i = op.First; i < op.First + op.Count; i++)
                    {
                        ref readonly var operand = ref LaneMemory.At(state.Operands, i);
                        And<TPlanes>(words, half, record + operand.Slot + (word * operand.Step), operand, ref certain, ref possible);
                    }

                    PutTurned<TPlanes, TChanges>(op, words, half, record + op.Slot + word, certain, possible, ref changed);
                }
            }
        }

        return changed;
    }

    // For every number up to the one asked for, a word of the lanes that have at least so many so far.
    public static ulong RunAtLeast<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref state.Ops[number];
            var (words, half) = (state.Words[op.Level], state.Halves[op.Level]);
            var most = (int)op.Low;
            var sure = state.Spare.AsSpan(0, most + 1);
            var may = state.Spare.AsSpan(most + 1, most + 1);
            for (var element = 0; element < state.Levels[op.Level].Count; element++)
            {
                for (var word = 0; word < op.Words; word++)
                {
                    sure.Clear();
                    may.Clear();
                    sure[0] = may[0] = ulong.MaxValue;
                    foreach (ref readonly var operand in state.Operands.AsSpan(op.First, op.Count))
                    {
                        var (certain, possible) = (ulong.MaxValue, ulong.MaxValue);
                        And<TPlanes>(
                            words,
                            half,
                            (element * 2 * half) + operand.Slot + (word * operand.Step),
                            operand, ref certain, ref possible
                        );
                        for (var i = most; i > 0; i--)
                        {
                            sure[i] |= sure[i - 1] & certain;
                            may[i] |= may[i - 1] & possible;
                        }
                    }

                    PutTurned<TPlanes, TChanges>(
                        op, words, half,
                        (element * 2 * half) + op.Slot + word,
                        sure[most], may[most], ref changed
                    );
                }
            }
        }

        return changed;
    }

    public static ulong RunSpread<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref state.Ops[number];
            ref readonly var operand = ref state.Operands[op.First];
            var half = state.Halves[op.Level];
            for (var element = 0; element < state.Levels[op.Level].Count; element++)
            {
                var above = state.AncestorOf(op.Level, element, op.Source) * 2 * state.Halves[op.Source];
                for (var word = 0; word < op.Words; word++)
                {
                    var (certain, possible) = (ulong.MaxValue, ulong.MaxValue);
                    And<TPlanes>(
                        state.Words[op.Source], state.Halves[op.Source], above + operand.Slot + (word * operand.Step), operand,
                        ref certain, ref possible
                    );
                    PutTurned<TPlanes, TChanges>(
                        op, state.Words[op.Level], half,
                        (element * 2 * half) + op.Slot + word,
                        certain, possible, ref changed
                    );
                }
            }
        }

        return changed;
    }

    // An element that is only supposed, which is the last of its list, may make it possible, never certain.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RunSomeOf<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            ref readonly var operand = ref LaneMemory.At(state.Operands, op.First);
            var (words, half) = (state.Words[op.Level], state.Halves[op.Level]);
            var (below, halfBelow) = (state.Words[op.Source], state.Halves[op.Source]);
            var offsets = state.Levels[op.Source].Offsets;
            var supposed = state.Levels[op.Source].Supposed;
            var end = LaneMemory.At(offsets, 0);
            for (var (parent, record) = (0, op.Slot); parent < offsets.Length - 1; parent++, record += 2 * half)
            {
                var first = end;
                end = LaneMemory.At(offsets, parent + 1);
                var sure = TPlanes.AreTwo && end > first && Bits.Get(supposed, end - 1) ? end - 1 : end;
                if (!TPlanes.AreTwo && op.Words == 1)
                {
                    var some = 0ul;
                    ref var word = ref LaneMemory.At(below, operand.Slot);
                    for (var element = first; element < end; element++)
                    {
                        some |= Unsafe.Add(ref word, element * 2 * halfBelow) ^ operand.Mask;
                    }

                    PutTurned<TPlanes, TChanges>(op, words, half, record, some, 0, ref changed);
                    continue;
                }

                for (var word = 0; word < op.Words; word++)
                {
                    // None of all is all of none: the same operation as for all, on opposites.
                    var (noneCertain, nonePossible) = (ulong.MaxValue, ulong.MaxValue);
                    var at = (first * 2 * halfBelow) + operand.Slot + (word * operand.Step);
                    for (var element = first; element < end; element++, at += 2 * halfBelow)
                    {
                        if (!TPlanes.AreTwo)
                        {
                            nonePossible &= ~(LaneMemory.At(below, at) ^ operand.Mask);
                            continue;
                        }

                        noneCertain &= ~(LaneMemory.At(below, at + (halfBelow & ~operand.Flip)) ^ operand.Mask);
                        nonePossible &=
                            element < sure ? ~(LaneMemory.At(below, at + (halfBelow & operand.Flip)) ^ operand.Mask) : ulong.MaxValue;
                    }

                    PutTurned<TPlanes, TChanges>(op, words, half, record + word, ~nonePossible, ~noneCertain, ref changed);
                }
            }
        }

        return changed;
    }

    // A row of lanes for the text of each element, put together for each list.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RunSomeCodes<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref LaneMemory.At(state.Ops, number);
            var (words, half) = (state.Words[op.Level], state.Halves[op.Level]);
            var offsets = state.Levels[op.Below].Offsets;
            var column = LaneMemory.At(state.Columns, op.Source);
            ref var codes = ref MemoryMarshal.GetReference(column.Ints);
            ref var rows = ref LaneMemory.At(state.Masks, op.First);
            var (least, span) = ((int)op.Low, (uint)op.Count);
            var element = 0;
            for (var (parent, record) = (0, op.Slot); parent < offsets.Length - 1; parent++, record += 2 * half)
            {
                var (certain, possible) = (0ul, 0ul);
                for (var end = LaneMemory.At(offsets, parent + 1); element < end; element++)
                {
                    var code = (uint)(Unsafe.Add(ref codes, element) - least);
                    var row = code < span ? Unsafe.Add(ref rows, (nint)code) : 0;
                    if (TPlanes.AreTwo)
                    {
                        var unknown = ~LaneMemory.Bit(column.Known, element);
                        row &= ~unknown;
                        possible |= row | unknown;
                    }

                    certain |= row;
                }

                PutTurned<TPlanes, TChanges>(op, words, half, record, certain, possible, ref changed);
            }
        }

        return changed;
    }

    // The table in section 4 of the language, for all lanes at once.
    public static ulong RunOutcome<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        var (words, half) = (state.Words[0], state.Halves[0]);
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref state.Ops[number];
            for (var word = 0; word < op.Words; word++)
            {
                var (when, mayApply) = Of(state.Operands[op.First]);
                var (met, mayBeMet) = Of(state.Operands[op.First + 1]);
                var (passed, mayHavePassed) = Of(state.Operands[op.First + 2]);
                LaneMemory.Put<TChanges>(ref words[op.Slot + word], met & mayApply, ref changed);
                LaneMemory.Put<TChanges>(ref words[op.Slot + op.Words + word], ~mayBeMet & when & passed, ref changed);
                LaneMemory.Put<TChanges>(ref words[op.Slot + (2 * op.Words) + word], ~mayBeMet & when & ~mayHavePassed, ref changed);
                LaneMemory.Put<TChanges>(ref words[op.Slot + (3 * op.Words) + word], ~mayApply, ref changed);

                (ulong Certain, ulong Possible) Of(in LaneOperand operand)
                {
                    var (certain, possible) = (ulong.MaxValue, ulong.MaxValue);
                    And<TPlanes>(words, half, operand.Slot + (word * operand.Step), operand, ref certain, ref possible);
                    return (certain, TPlanes.AreTwo ? possible : certain);
                }
            }
        }

        return changed;
    }
}
