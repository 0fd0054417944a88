using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;
using static NegotiationRules.Evaluation.BoundedArithmetic;

namespace NegotiationRules.Evaluation;

/// <summary>Quantities: for every element the least and the greatest that they may be, and whether they may be nothing at all.</summary>
internal static class LaneQuantities
{
    public static ulong RunQuantities<TPlanes, TChanges>(LaneState state, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref state.Ops[number];
            for (var element = 0; element < state.Levels[op.Level].Count; element++)
            {
                ref var low = ref state.LowOf(op.Level, element, op.Slot);
                ref var high = ref state.HighOf(op.Level, element, op.Slot);
                ref var nothing = ref state.NothingOf(op.Level, element, op.Slot);
                var before = (low, high, nothing);
                nothing = 0;
                RunQuantity<TPlanes>(state, op, element, ref low, ref high, ref nothing);
                changed |= TChanges.AreFollowed ? LaneMemory.Fill(before != (low, high, nothing)) : 0;
            }
        }

        return changed;
    }

    private static void RunQuantity<TPlanes>(LaneState state, in LaneOp op, int element, ref long low, ref long high, ref long nothing)
        where TPlanes : struct, IPlanes
    {
        var step = state.Program.Steps[op.Extra];
        switch (op.Kind)
        {
            case LaneOpKind.Read:
                Read(state, state.Columns[op.Source], element, ((Read)step).IfUnknown, ref low, ref high);
                return;
            case LaneOpKind.Fixed:
                (low, high) = (((ConstantQuantity)step).Low, ((ConstantQuantity)step).High);
                Check(low, high, ref state.IsBeyond);
                return;
            case LaneOpKind.Count:
                Count<TPlanes>(state, op, element, ref low, ref high);
                return;
            case LaneOpKind.Sum:
                Sum<TPlanes>(state, op, element, ref low, ref high);
                return;
            case LaneOpKind.Extreme:
                Extreme<TPlanes>(state, op, element, ((AggregateOf)step).Kind == QuantityKind.Min, ref low, ref high, ref nothing);
                return;
            default:
                break;
        }

        var (level, at) =
            op.Kind == LaneOpKind.SpreadQuantity ? (op.Source, state.AncestorOf(op.Level, element, op.Source)) : (op.Level, element);
        var part = state.Operands[op.First].Slot;
        var (a, b) = (state.LowOf(level, at, part), state.HighOf(level, at, part));
        nothing = state.NothingOf(level, at, part);
        switch (op.Kind)
        {
            case LaneOpKind.SpreadQuantity:
                (low, high) = (a, b);
                break;
            case LaneOpKind.Rescale:
                var factor = ((Rescale)step).Factor;
                (low, high) = (Scale(a, factor, ref state.IsBeyond), Scale(b, factor, ref state.IsBeyond));
                break;
            case LaneOpKind.Calculate:
                var other = state.Operands[op.First + 1].Slot;
                nothing |= state.NothingOf(level, at, other);
                var (c, d) = (state.LowOf(level, at, other), state.HighOf(level, at, other));
                Calculate(state, ((Calculate)step).Kind, a, b, c, d, ref low, ref high);
                break;
            case LaneOpKind.ShiftByNumber:
                var by = state.Operands[op.First + 1].Slot;
                var count = state.NothingOf(level, at, by) != 0
                    ? (NoLow, NoHigh)
                    : (state.LowOf(level, at, by), state.HighOf(level, at, by));
                (low, high) = Shifted((a, b), count, (ShiftByNumber)step, ref state.IsBeyond);
                break;
            case LaneOpKind.Choose:
                var otherwise = state.Operands[op.First + 1].Slot;
                var (sure, may) = TruthOf<TPlanes>(state, level, at, state.Operands[op.First + 2]);
                var (least, most) = (state.LowOf(level, at, otherwise), state.HighOf(level, at, otherwise));
                (low, high) = sure ? (a, b) : may ? (Math.Min(a, least), Math.Max(b, most)) : (least, most);
                nothing = (may ? nothing : 0) | (sure ? 0 : state.NothingOf(level, at, otherwise));
                break;
            default:
                (low, high) = (Moved(a, step, ref state.IsBeyond), Moved(b, step, ref state.IsBeyond));
                break;
        }
    }

    private static void Read(LaneState state, ColumnValues column, int element, Bounds ifUnknown, ref long low, ref long high)
    {
        if (!Bits.Get(column.Known, element))
        {
            (low, high) = (ifUnknown.Low ?? NoLow, ifUnknown.High ?? NoHigh);
        }
        else
        {
            low = column.Column.Storage switch
            {
                ColumnStorage.Bits => Bits.Get(column.Values, element) ? 1 : 0,
                ColumnStorage.Longs => column.Longs[element],
                _ => column.Ints[element],
            };
            high = column.Column.Storage == ColumnStorage.Days ? column.Lasts[element] : low;
        }

        Check(low, high, ref state.IsBeyond);
    }

    private static void Calculate(LaneState state, ArithmeticKind kind, long a, long b, long c, long d, ref long low, ref long high)
    {
        switch (kind)
        {
            case ArithmeticKind.Plus:
                (low, high) = (Plus(a, c, ref state.IsBeyond), Plus(b, d, ref state.IsBeyond));
                break;
            case ArithmeticKind.Minus:
                (low, high) = (Plus(a, Negate(d), ref state.IsBeyond), Plus(b, Negate(c), ref state.IsBeyond));
                break;
            default:
                var (p, q) = (Times(a, c, ref state.IsBeyond), Times(a, d, ref state.IsBeyond));
                var (r, s) = (Times(b, c, ref state.IsBeyond), Times(b, d, ref state.IsBeyond));
                (low, high) = (Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)));
                break;
        }
    }

    // What is certain and what is possible of an operand of one lane.
    public static (bool Sure, bool May) TruthOf<TPlanes>(LaneState state, int level, int element, in LaneOperand operand)
        where TPlanes : struct, IPlanes
    {
        var (certain, possible) = (ulong.MaxValue, ulong.MaxValue);
        var half = state.Halves[level];
        LaneLogic.And<TPlanes>(state.Words[level], half, (element * 2 * half) + operand.Slot, operand, ref certain, ref possible);
        return ((certain & 1) != 0, ((TPlanes.AreTwo ? possible : certain) & 1) != 0);
    }

    private static void Count<TPlanes>(LaneState state, in LaneOp op, int parent, ref long low, ref long high)
        where TPlanes : struct, IPlanes
    {
        var rows = state.Levels[op.Source];
        (low, high) = (0, 0);
        for (var i = rows.Offsets[parent]; i < rows.Offsets[parent + 1]; i++)
        {
            var (sure, may) = TruthOf<TPlanes>(state, op.Source, i, state.Operands[op.First]);
            if (!Bits.Get(rows.Supposed, i))
            {
                low += sure ? 1 : 0;
                high += may ? 1 : 0;
            }
            else if (may)
            {
                high = Further(rows, i) is { } most ? high + most : NoHigh;
            }
        }
    }

    private static void Sum<TPlanes>(LaneState state, in LaneOp op, int parent, ref long low, ref long high)
        where TPlanes : struct, IPlanes
    {
        var rows = state.Levels[op.Source];
        (low, high) = (0, 0);
        for (var i = rows.Offsets[parent]; i < rows.Offsets[parent + 1]; i++)
        {
            var (sure, may) = TruthOf<TPlanes>(state, op.Source, i, state.Operands[op.First]);
            if (!may)
            {
                continue;
            }

            var item = state.Operands[op.First + 1].Slot;
            var (itemLow, itemHigh) = (state.LowOf(op.Source, i, item), state.HighOf(op.Source, i, item));
            var supposed = Bits.Get(rows.Supposed, i);
            if (supposed || !sure)
            {
                (itemLow, itemHigh) = (Math.Min(itemLow, 0), Math.Max(itemHigh, 0));
            }

            if (supposed)
            {
                var most = Further(rows, i);
                itemLow = itemLow == 0 ? 0 : most is { } n ? Times(itemLow, n, ref state.IsBeyond) : NoLow;
                itemHigh = itemHigh == 0 ? 0 : most is { } m ? Times(itemHigh, m, ref state.IsBeyond) : NoHigh;
            }

            low = Plus(low, itemLow, ref state.IsBeyond);
            high = Plus(high, itemHigh, ref state.IsBeyond);
        }
    }

    // For the least value: `near` is the least that any element may be, `far` the least that the certain ones can be at most.
    private static void Extreme<TPlanes>(
        LaneState state, in LaneOp op, int parent, bool isMin, ref long low, ref long high, ref long nothing
    )
        where TPlanes : struct, IPlanes
    {
        var rows = state.Levels[op.Source];
        ref var near = ref isMin ? ref low : ref high;
        ref var far = ref isMin ? ref high : ref low;
        near = far = isMin ? NoHigh : NoLow;
        nothing = 1;
        for (var i = rows.Offsets[parent]; i < rows.Offsets[parent + 1]; i++)
        {
            var (sure, may) = TruthOf<TPlanes>(state, op.Source, i, state.Operands[op.First]);
            if (!may)
            {
                continue;
            }

            var item = state.Operands[op.First + 1].Slot;
            var (itemLow, itemHigh) = (state.LowOf(op.Source, i, item), state.HighOf(op.Source, i, item));
            near = isMin ? Math.Min(near, itemLow) : Math.Max(near, itemHigh);
            if (sure && !Bits.Get(rows.Supposed, i))
            {
                far = isMin ? Math.Min(far, itemHigh) : Math.Max(far, itemLow);
                nothing &= state.NothingOf(op.Source, i, item);
            }
        }
    }
}
