using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <content>Steps that give quantities, and those that compare them.</content>
internal sealed partial class Machine
{
    private ReadOnlySpan<long> Low(int step) => _low[step];

    private ReadOnlySpan<long> High(int step) => _isExact[step] ? _low[step] : _high[step];

    private void RunQuantity(int number, Step step)
    {
        switch (step)
        {
            case Read s:
                RunRead(number, s);
                break;
            case Spread s:
                RunSpreadQuantity(number, s);
                break;
            case CountOf s:
                RunCountOf(number, s);
                break;
            case AggregateOf s:
                RunAggregateOf(number, s);
                break;
            case Calculate s:
                RunCalculate(number, s);
                break;
            case Rescale s:
                RunRescale(number, s);
                break;
            case ShiftDays s:
                RunMove(number, s.Level, s.Part, null, _moves[number]);
                break;
            case MoveDays s:
                RunMove(number, s.Level, s.Part, s.Move, null);
                break;
            default:
                throw new InvalidOperationException($"no way to run {step.GetType().Name}");
        }
    }

    // A quantity that is made of another: exact if that is, nothing where that is.
    private void Inherit(int number, int part, int count)
    {
        _isExact[number] = _isExact[part];
        _mayBeNothing[number] = _mayBeNothing[part];
        if (_mayBeNothing[part])
        {
            _nothing[part].AsSpan(0, Bits.Words(count)).CopyTo(Room(ref _nothing[number], Bits.Words(count)));
        }
    }

    private void RunRead(int number, Read step)
    {
        var level = _levels[step.Level];
        var column = _table.Columns[step.Column];
        var storage = column.Column.Storage;
        var low = LowOf(number, level.Count);
        switch (storage)
        {
            case ColumnStorage.Bits:
                var values = level.Take(column.Values, ref _values);
                for (var i = 0; i < low.Length; i++)
                {
                    low[i] = Bits.Get(values, i) ? 1 : 0;
                }

                break;
            case ColumnStorage.Longs:
                column.Longs.Slice(level.Start, level.Count).CopyTo(low);
                break;
            default:
                Widen(column.Ints.Slice(level.Start, level.Count), low);
                break;
        }

        var hasSpans = storage == ColumnStorage.Days && column.HasPartialDates;
        _isExact[number] = !hasSpans && !column.HasUnknown;
        if (!_isExact[number])
        {
            var high = HighOf(number, level.Count);
            if (hasSpans)
            {
                Widen(column.Lasts.Slice(level.Start, level.Count), high);
            }
            else
            {
                low.CopyTo(high);
            }

            var (unknownLow, unknownHigh) = (step.IfUnknown.Low ?? NoLow, step.IfUnknown.High ?? NoHigh);
            var known = level.Take(column.Known, ref _known);
            for (var i = 0; i < low.Length; i++)
            {
                if (!Bits.Get(known, i))
                {
                    (low[i], high[i]) = (unknownLow, unknownHigh);
                }
            }

        }

        CheckRange(number, step.Level);
    }

    private static void Widen(ReadOnlySpan<int> values, Span<long> result)
    {
        for (var i = 0; i < values.Length; i++)
        {
            result[i] = values[i];
        }
    }

    private void CheckRange(int number, int level)
    {
        var count = _levels[level].Count;
        CheckRange(level, Low(number)[..count], _isExact[number] ? null : NoLow);
        if (!_isExact[number])
        {
            CheckRange(level, High(number)[..count], NoHigh);
        }
    }

    private void CheckRange(int level, ReadOnlySpan<long> values, long? unbounded)
    {
        var inside = Room(ref _spare, Bits.Words(values.Length));
        RangeTests.OfLongs(values, -BoundedArithmetic.Largest, BoundedArithmetic.Largest, inside, _width);
        if (VectorPlanes.AllSet(inside, values.Length))
        {
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (!Bits.Get(inside, i) && values[i] != unbounded)
            {
                MarkBeyond(level, i);
            }
        }
    }

    private void RunRescale(int number, Rescale step)
    {
        var count = _levels[step.Level].Count;
        Inherit(number, step.Part, count);
        Scale(step, Low(step.Part), LowOf(number, count));
        if (!_isExact[number])
        {
            Scale(step, High(step.Part), HighOf(number, count));
        }
    }

    private void Scale(Rescale step, ReadOnlySpan<long> values, Span<long> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = values[i] is NoLow or NoHigh ? values[i] : Times(values[i], step.Factor, step.Level, i);
        }
    }

    private void RunMove(int number, int level, int part, CalendarMove? move, Duration? by)
    {
        var count = _levels[level].Count;
        Inherit(number, part, count);
        Move(level, Low(part), LowOf(number, count), move, by);
        if (!_isExact[number])
        {
            Move(level, High(part), HighOf(number, count), move, by);
        }
    }

    // What the calendar cannot say is for the tree walk to report.
    private void Move(int level, ReadOnlySpan<long> days, Span<long> result, CalendarMove? move, Duration? by)
    {
        for (var i = 0; i < result.Length; i++)
        {
            if (days[i] is NoLow or NoHigh)
            {
                result[i] = days[i];
                continue;
            }

            try
            {
                result[i] = by is null ? Calendar.Move((int)days[i], move!.Value) : Calendar.Add((int)days[i], by);
            }
            catch (OverflowException)
            {
                MarkBeyond(level, i);
                result[i] = 0;
            }
        }
    }

    private void RunCalculate(int number, Calculate step)
    {
        var count = _levels[step.Level].Count;
        _mayBeNothing[number] = _mayBeNothing[step.Left] || _mayBeNothing[step.Right];
        if (_mayBeNothing[number])
        {
            var nothing = Room(ref _nothing[number], Bits.Words(count));
            nothing.Clear();
            AddNothing(step.Left, nothing);
            AddNothing(step.Right, nothing);
        }

        _isExact[number] = _isExact[step.Left] && _isExact[step.Right];
        var low = LowOf(number, count);
        var high = _isExact[number] ? low : HighOf(number, count);
        var lowLeft = Low(step.Left);
        var highLeft = High(step.Left);
        var lowRight = Low(step.Right);
        var highRight = High(step.Right);
        for (var i = 0; i < count; i++)
        {
            var (a, b, c, d) = (lowLeft[i], highLeft[i], lowRight[i], highRight[i]);
            switch (step.Kind)
            {
                case ArithmeticKind.Plus:
                    (low[i], high[i]) = (Plus(a, c, step.Level, i), Plus(b, d, step.Level, i));
                    break;
                case ArithmeticKind.Minus:
                    (c, d) = (BoundedArithmetic.Negate(d), BoundedArithmetic.Negate(c));
                    (low[i], high[i]) = (Plus(a, c, step.Level, i), Plus(b, d, step.Level, i));
                    break;
                default:
                    var products = (
                        P: Times(a, c, step.Level, i), Q: Times(a, d, step.Level, i), R: Times(b, c, step.Level, i),
                        S: Times(b, d, step.Level, i)
                    );
                    low[i] = Math.Min(Math.Min(products.P, products.Q), Math.Min(products.R, products.S));
                    high[i] = Math.Max(Math.Max(products.P, products.Q), Math.Max(products.R, products.S));
                    break;
            }
        }
    }

    private void AddNothing(int part, Span<ulong> nothing)
    {
        if (_mayBeNothing[part])
        {
            VectorPlanes.Or(nothing, _nothing[part], nothing, _width);
        }
    }

    private long Plus(long a, long b, int level, int element)
    {
        var isBeyond = false;
        var sum = BoundedArithmetic.Plus(a, b, ref isBeyond);
        return isBeyond ? LeaveBeyond(level, element) : sum;
    }

    private long Times(long a, long b, int level, int element)
    {
        var isBeyond = false;
        var product = BoundedArithmetic.Times(a, b, ref isBeyond);
        return isBeyond ? LeaveBeyond(level, element) : product;
    }

    private long LeaveBeyond(int level, int element)
    {
        MarkBeyond(level, element);
        return 0;
    }

    private void RunCompareQuantities(int number, CompareQuantities step)
    {
        var count = _levels[step.Level].Count;
        var (relation, left, right) = step.Relation switch
        {
            Relation.Greater => (Relation.Less, step.Right, step.Left),
            Relation.GreaterOrEqual => (Relation.LessOrEqual, step.Right, step.Left),
            _ => (step.Relation, step.Left, step.Right),
        };
        var isNegated = relation == Relation.NotEqual;
        var certain = CertainOf(number, count);
        _isExact[number] = _isExact[left] && _isExact[right];
        if (_isExact[number])
        {
            Compare(relation, Low(left)[..count], Low(right), certain);
        }
        else
        {
            CompareBounds(relation, left, right, count, certain, PossibleOf(number, count));
        }

        if (isNegated)
        {
            Negate(number, count);
        }

        if (_mayBeNothing[left] || _mayBeNothing[right])
        {
            ForgetNothing(number, left, right, count);
        }
    }

    private void Compare(Relation relation, ReadOnlySpan<long> a, ReadOnlySpan<long> b, Span<ulong> result)
    {
        switch (relation)
        {
            case Relation.Less:
                VectorComparisons.Less(a, b, result, _width);
                break;
            case Relation.LessOrEqual:
                VectorComparisons.LessOrEqual(a, b, result, _width);
                break;
            default:
                VectorComparisons.Equal(a, b, result, _width);
                break;
        }
    }

    // "No low" lies below and "no high" above every number, and no least value is "no high", no greatest "no low" but where there is
    // nothing at all: so bounds compare as the numbers they are kept as.
    private void CompareBounds(Relation relation, int left, int right, int count, Span<ulong> certain, Span<ulong> possible)
    {
        var a = Low(left)[..count];
        var b = High(left)[..count];
        var c = Low(right)[..count];
        var d = High(right)[..count];
        if (relation is Relation.Less or Relation.LessOrEqual)
        {
            Compare(relation, b, c, certain);
            Compare(relation, a, d, possible);
            return;
        }

        // Certainly equal: both are one number, the same. Possibly: neither lies beyond the other.
        var spare = Room(ref _spare, certain.Length);
        VectorComparisons.Equal(a, b, certain, _width);
        VectorComparisons.Equal(c, d, spare, _width);
        VectorPlanes.And(certain, spare, certain, _width);
        VectorComparisons.Equal(a, c, spare, _width);
        VectorPlanes.And(certain, spare, certain, _width);
        VectorComparisons.LessOrEqual(c, b, possible, _width);
        VectorComparisons.LessOrEqual(a, d, spare, _width);
        VectorPlanes.And(possible, spare, possible, _width);
    }

    private void Negate(int number, int count)
    {
        var certain = CertainOf(number, count);
        if (_isExact[number])
        {
            VectorPlanes.Not(certain, certain, _width);
            return;
        }

        var possible = PossibleOf(number, count);
        var spare = Room(ref _spare, certain.Length);
        VectorPlanes.Not(certain, spare, _width);
        VectorPlanes.Not(possible, certain, _width);
        spare.CopyTo(possible);
    }

    // What is compared with nothing is unknown.
    private void ForgetNothing(int number, int left, int right, int count)
    {
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        if (_isExact[number])
        {
            certain.CopyTo(possible);
            _isExact[number] = false;
        }

        var nothing = Room(ref _spare, certain.Length);
        nothing.Clear();
        AddNothing(left, nothing);
        AddNothing(right, nothing);
        VectorPlanes.Except(certain, nothing, certain, _width);
        VectorPlanes.Or(possible, nothing, possible, _width);
    }
}
