using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;
using static NegotiationRules.Evaluation.BoundedArithmetic;

namespace NegotiationRules.Evaluation;

/// <content>Quantities: for every element the least and the greatest that they may be, and whether they may be nothing at all.</content>
internal sealed partial class LaneMachine
{
    private ref long LowOf(int level, int element, int quantity) =>
        ref _numbers[level][(element * 3 * _program.QuantitiesOf[level]) + quantity];

    private ref long HighOf(int level, int element, int quantity) =>
        ref _numbers[level][(element * 3 * _program.QuantitiesOf[level]) + _program.QuantitiesOf[level] + quantity];

    private ref long NothingOf(int level, int element, int quantity) =>
        ref _numbers[level][(element * 3 * _program.QuantitiesOf[level]) + (2 * _program.QuantitiesOf[level]) + quantity];

    private ulong RunQuantities<TPlanes, TChanges>(int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        ulong changed = 0;
        for (var number = from; number < to; number++)
        {
            ref readonly var op = ref _ops[number];
            for (var element = 0; element < _levels[op.Level].Count; element++)
            {
                ref var low = ref LowOf(op.Level, element, op.Slot);
                ref var high = ref HighOf(op.Level, element, op.Slot);
                ref var nothing = ref NothingOf(op.Level, element, op.Slot);
                var before = (low, high, nothing);
                nothing = 0;
                RunQuantity<TPlanes>(op, element, ref low, ref high, ref nothing);
                changed |= TChanges.AreFollowed ? LaneMemory.Fill(before != (low, high, nothing)) : 0;
            }
        }

        return changed;
    }

    private void RunQuantity<TPlanes>(in LaneOp op, int element, ref long low, ref long high, ref long nothing)
        where TPlanes : struct, IPlanes
    {
        var step = _program.Steps[op.Extra];
        switch (op.Kind)
        {
            case LaneOpKind.Read:
                Read(_columns[op.Source], element, ((Read)step).IfUnknown, ref low, ref high);
                return;
            case LaneOpKind.Fixed:
                (low, high) = (((ConstantQuantity)step).Low, ((ConstantQuantity)step).High);
                Check(low, high, ref _isBeyond);
                return;
            case LaneOpKind.Count:
                Count<TPlanes>(op, element, ref low, ref high);
                return;
            case LaneOpKind.Sum:
                Sum<TPlanes>(op, element, ref low, ref high);
                return;
            case LaneOpKind.Extreme:
                Extreme<TPlanes>(op, element, ((AggregateOf)step).Kind == QuantityKind.Min, ref low, ref high, ref nothing);
                return;
            default:
                break;
        }

        var (level, at) =
            op.Kind == LaneOpKind.SpreadQuantity ? (op.Source, AncestorOf(op.Level, element, op.Source)) : (op.Level, element);
        var part = _operands[op.First].Slot;
        var (a, b) = (LowOf(level, at, part), HighOf(level, at, part));
        nothing = NothingOf(level, at, part);
        switch (op.Kind)
        {
            case LaneOpKind.SpreadQuantity:
                (low, high) = (a, b);
                break;
            case LaneOpKind.Rescale:
                var factor = ((Rescale)step).Factor;
                (low, high) = (Scale(a, factor, ref _isBeyond), Scale(b, factor, ref _isBeyond));
                break;
            case LaneOpKind.Calculate:
                var other = _operands[op.First + 1].Slot;
                nothing |= NothingOf(level, at, other);
                Calculate(((Calculate)step).Kind, a, b, LowOf(level, at, other), HighOf(level, at, other), ref low, ref high);
                break;
            default:
                (low, high) = (Moved(a, step, ref _isBeyond), Moved(b, step, ref _isBeyond));
                break;
        }
    }

    private void Read(ColumnValues column, int element, Bounds ifUnknown, ref long low, ref long high)
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

        Check(low, high, ref _isBeyond);
    }

    private void Calculate(ArithmeticKind kind, long a, long b, long c, long d, ref long low, ref long high)
    {
        switch (kind)
        {
            case ArithmeticKind.Plus:
                (low, high) = (Plus(a, c, ref _isBeyond), Plus(b, d, ref _isBeyond));
                break;
            case ArithmeticKind.Minus:
                (low, high) = (Plus(a, Negate(d), ref _isBeyond), Plus(b, Negate(c), ref _isBeyond));
                break;
            default:
                var (p, q) = (Times(a, c, ref _isBeyond), Times(a, d, ref _isBeyond));
                var (r, s) = (Times(b, c, ref _isBeyond), Times(b, d, ref _isBeyond));
                (low, high) = (Math.Min(Math.Min(p, q), Math.Min(r, s)), Math.Max(Math.Max(p, q), Math.Max(r, s)));
                break;
        }
    }

    // What is certain and what is possible of an operand of one lane.
    private (bool Sure, bool May) TruthOf<TPlanes>(int level, int element, in LaneOperand operand)
        where TPlanes : struct, IPlanes
    {
        var (certain, possible) = (ulong.MaxValue, ulong.MaxValue);
        And<TPlanes>(_words[level], _halves[level], (element * 2 * _halves[level]) + operand.Slot, operand, ref certain, ref possible);
        return ((certain & 1) != 0, ((TPlanes.AreTwo ? possible : certain) & 1) != 0);
    }

    private void Count<TPlanes>(in LaneOp op, int parent, ref long low, ref long high)
        where TPlanes : struct, IPlanes
    {
        var rows = _levels[op.Source];
        (low, high) = (0, 0);
        for (var i = rows.Offsets[parent]; i < rows.Offsets[parent + 1]; i++)
        {
            var (sure, may) = TruthOf<TPlanes>(op.Source, i, _operands[op.First]);
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

    private void Sum<TPlanes>(in LaneOp op, int parent, ref long low, ref long high)
        where TPlanes : struct, IPlanes
    {
        var rows = _levels[op.Source];
        (low, high) = (0, 0);
        for (var i = rows.Offsets[parent]; i < rows.Offsets[parent + 1]; i++)
        {
            var (sure, may) = TruthOf<TPlanes>(op.Source, i, _operands[op.First]);
            if (!may)
            {
                continue;
            }

            var item = _operands[op.First + 1].Slot;
            var (itemLow, itemHigh) = (LowOf(op.Source, i, item), HighOf(op.Source, i, item));
            var supposed = Bits.Get(rows.Supposed, i);
            if (supposed || !sure)
            {
                (itemLow, itemHigh) = (Math.Min(itemLow, 0), Math.Max(itemHigh, 0));
            }

            if (supposed)
            {
                var most = Further(rows, i);
                itemLow = itemLow == 0 ? 0 : most is { } n ? Times(itemLow, n, ref _isBeyond) : NoLow;
                itemHigh = itemHigh == 0 ? 0 : most is { } m ? Times(itemHigh, m, ref _isBeyond) : NoHigh;
            }

            low = Plus(low, itemLow, ref _isBeyond);
            high = Plus(high, itemHigh, ref _isBeyond);
        }
    }

    // For the least value: `near` is the least that any element may be, `far` the least that the certain ones can be at most.
    private void Extreme<TPlanes>(in LaneOp op, int parent, bool isMin, ref long low, ref long high, ref long nothing)
        where TPlanes : struct, IPlanes
    {
        var rows = _levels[op.Source];
        ref var near = ref isMin ? ref low : ref high;
        ref var far = ref isMin ? ref high : ref low;
        near = far = isMin ? NoHigh : NoLow;
        nothing = 1;
        for (var i = rows.Offsets[parent]; i < rows.Offsets[parent + 1]; i++)
        {
            var (sure, may) = TruthOf<TPlanes>(op.Source, i, _operands[op.First]);
            if (!may)
            {
                continue;
            }

            var item = _operands[op.First + 1].Slot;
            var (itemLow, itemHigh) = (LowOf(op.Source, i, item), HighOf(op.Source, i, item));
            near = isMin ? Math.Min(near, itemLow) : Math.Max(near, itemHigh);
            if (sure && !Bits.Get(rows.Supposed, i))
            {
                far = isMin ? Math.Min(far, itemHigh) : Math.Max(far, itemLow);
                nothing &= NothingOf(op.Source, i, item);
            }
        }
    }
}
