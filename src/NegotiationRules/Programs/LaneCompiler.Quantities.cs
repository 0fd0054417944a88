using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <content>Quantities, and what compares them. A quantity is the same for all lanes; what it is compared with may differ.</content>
internal sealed partial class LaneCompiler
{
    private LaneValue Compared(CompareQuantities first, int[] steps)
    {
        var left = Quantity(first.Left);
        var op = new LaneOp { Kind = LaneOpKind.Compare, Level = first.Level, Low = (long)first.Relation };
        if (steps.Length == 1)
        {
            return AddCombined(op, [left, Quantity(first.Right)], 1);
        }

        op.Kind = LaneOpKind.CompareLanes;
        op.Extra = _longs.Count;
        _longs.AddRange(steps.Select(step => _shapes.ConstantOf(((CompareQuantities)_program.Steps[step]).Right)!.Value));
        _longs.AddRange(new long[(64 - (steps.Length & 63)) & 63]);
        return AddCombined(op, [left], steps.Length);
    }

    private LaneValue Share(ShareOf share, int number)
    {
        var operands = new List<LaneValue> { Truth([share.Among]), Truth([share.Where]) };
        if (share.Weight >= 0)
        {
            operands.Add(Quantity(share.Weight));
        }

        return AddCombined(new LaneOp { Kind = LaneOpKind.Share, Level = share.Level, Source = share.Below, Extra = number }, operands, 1);
    }

    private LaneValue Quantity(int number)
    {
        if (!_numbers.TryGetValue(number, out var value))
        {
            value = EmitQuantity(number);
            _numbers.Add(number, value);
        }

        return value;
    }

    private LaneValue EmitQuantity(int number)
    {
        var step = _program.Steps[number];
        var op = new LaneOp { Level = step.Level, Extra = number };
        switch (step)
        {
            case Read s:
                op.Kind = LaneOpKind.Read;
                op.Source = s.Column;
                return AddQuantity(op, []);
            case ConstantQuantity:
                op.Kind = LaneOpKind.Fixed;
                return AddQuantity(op, []);
            case CountOf s:
                op.Kind = LaneOpKind.Count;
                op.Source = s.Below;
                return AddQuantity(op, [Truth([s.Part])]);
            case AggregateOf s:
                op.Kind = s.Kind == QuantityKind.Sum ? LaneOpKind.Sum : LaneOpKind.Extreme;
                op.Source = s.Below;
                return AddQuantity(op, [Truth([s.Part]), Quantity(s.Item)]);
            case Calculate s:
                op.Kind = LaneOpKind.Calculate;
                return AddQuantity(op, [Quantity(s.Left), Quantity(s.Right)]);
            case Rescale s:
                op.Kind = LaneOpKind.Rescale;
                return AddQuantity(op, [Quantity(s.Part)]);
            case ShiftDays s:
                op.Kind = LaneOpKind.Shift;
                return AddQuantity(op, [Quantity(s.Part)]);
            case ShiftByNumber s:
                op.Kind = LaneOpKind.ShiftByNumber;
                return AddQuantity(op, [Quantity(s.Part), Quantity(s.Number)]);
            case Choose s:
                op.Kind = LaneOpKind.Choose;
                return AddQuantity(op, [Quantity(s.Then), Quantity(s.Else), Truth([s.If])]);
            case MoveDays s:
                op.Kind = LaneOpKind.Move;
                return AddQuantity(op, [Quantity(s.Part)]);
            case Spread s:
                var part = Quantity(s.Part);
                op.Kind = LaneOpKind.SpreadQuantity;
                op.Source = part.Level;
                return AddQuantity(op, [part]);
            default:
                throw new InvalidOperationException($"no lanes for {step.GetType().Name}");
        }
    }

    private LaneValue AddQuantity(LaneOp op, LaneValue[] parts)
    {
        AddOperands(ref op, parts);
        op.Lanes = op.Words = 1;
        op.Bit = LaneOp.WholeWords;
        op.Slot = _quantities[op.Level]++;
        return new LaneValue(Number(op), op.Level, false, false);
    }
}
