using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <content>Steps that give quantities, and those that compare them.</content>
internal sealed partial class Machine
{
    private Span<long> LowOf(int number, int count) => Numbers(ref _low[number], count);

    private Span<long> HighOf(int number, int count) => Numbers(ref _high[number], count);

    private Span<ulong> NothingOf(int number, int count) => Plane(ref _nothing[number], count);

    private static Span<long> Numbers(ref long[] numbers, int count)
    {
        if (numbers.Length < count)
        {
            numbers = new long[Math.Max(count, numbers.Length * 2)];
        }

        return numbers.AsSpan(0, count);
    }

    private bool IsQuantity(int number) => _program.Steps[number] switch
    {
        Spread s => IsQuantity(s.Part),
        Read or ConstantQuantity or CountOf or AggregateOf or Calculate or Rescale or ShiftDays or MoveDays => true,
        _ => false,
    };

    private void RunQuantity(int number, int count, Step step)
    {
        var low = LowOf(number, count);
        var high = HighOf(number, count);
        switch (step)
        {
            case Read s:
                RunRead(s, low, high);
                break;
            case ConstantQuantity s:
                low.Fill(s.Low);
                high.Fill(s.High);
                CheckRange(step.Level, low, high);
                break;
            case CountOf s:
                RunCountOf(s, low, high);
                break;
            case AggregateOf s:
                RunAggregateOf(number, s, low, high);
                break;
            case Calculate s:
                RunCalculate(number, s, low, high);
                break;
            case Rescale s:
                Inherit(number, s.Part, count);
                for (var i = 0; i < count; i++)
                {
                    low[i] = Scale(_low[s.Part][i], s.Factor, s.Level, i);
                    high[i] = Scale(_high[s.Part][i], s.Factor, s.Level, i);
                }

                break;
            case ShiftDays s:
                Inherit(number, s.Part, count);
                var by = new Facts.Duration(s.Months, s.Days * TimeSpan.TicksPerDay);
                for (var i = 0; i < count; i++)
                {
                    low[i] = Move(_low[s.Part][i], s.Level, i, day => Calendar.Add(day, by));
                    high[i] = Move(_high[s.Part][i], s.Level, i, day => Calendar.Add(day, by));
                }

                break;
            case MoveDays s:
                Inherit(number, s.Part, count);
                for (var i = 0; i < count; i++)
                {
                    low[i] = Move(_low[s.Part][i], s.Level, i, day => Calendar.Move(day, s.Move));
                    high[i] = Move(_high[s.Part][i], s.Level, i, day => Calendar.Move(day, s.Move));
                }

                break;
            default:
                throw new InvalidOperationException($"no way to run {step.GetType().Name}");
        }
    }

    private void Inherit(int number, int part, int count)
    {
        _mayBeNothing[number] = _mayBeNothing[part];
        if (_mayBeNothing[part])
        {
            _nothing[part].AsSpan(0, Bits.Words(count)).CopyTo(NothingOf(number, count));
        }
    }

    private void RunRead(Read step, Span<long> low, Span<long> high)
    {
        var column = _batch.Columns[step.Column];
        var (unknownLow, unknownHigh) = (step.IfUnknown.Low ?? NoLow, step.IfUnknown.High ?? NoHigh);
        for (var i = 0; i < low.Length; i++)
        {
            if (!Bits.Get(column.Known, i))
            {
                (low[i], high[i]) = (unknownLow, unknownHigh);
                continue;
            }

            (low[i], high[i]) = column.Column.Storage switch
            {
                ColumnStorage.Bits => (Bits.Get(column.Values, i) ? 1 : 0, Bits.Get(column.Values, i) ? 1 : 0),
                ColumnStorage.Longs => (column.Longs[i], column.Longs[i]),
                ColumnStorage.Days => (column.Ints[i], column.Lasts[i]),
                _ => ((long)column.Ints[i], column.Ints[i]),
            };
        }

        CheckRange(step.Level, low, high);
    }

    private void CheckRange(int level, ReadOnlySpan<long> low, ReadOnlySpan<long> high)
    {
        for (var i = 0; i < low.Length; i++)
        {
            if ((low[i] < -Largest && low[i] != NoLow) || low[i] > Largest || (high[i] > Largest && high[i] != NoHigh) || high[i] < -Largest)
            {
                MarkBeyond(level, i);
            }
        }
    }

    private void RunCountOf(CountOf step, Span<long> low, Span<long> high)
    {
        var rows = _batch.Levels[step.Below];
        low.Clear();
        high.Clear();
        for (var i = 0; i < rows.Count; i++)
        {
            var parent = rows.Parents[i];
            if (Bits.Get(rows.Supposed, i))
            {
                if (Bits.Get(_possible[step.Part], i))
                {
                    high[parent] = Further(rows, i) is { } most && high[parent] != NoHigh ? high[parent] + most : NoHigh;
                }

                continue;
            }

            low[parent] += Bits.Get(_certain[step.Part], i) ? 1 : 0;
            high[parent] += high[parent] != NoHigh && Bits.Get(_possible[step.Part], i) ? 1 : 0;
        }
    }

    // How many elements a supposed one, which is the last of its list, may stand for.
    private static long? Further(LevelRows rows, int supposed) =>
        rows.Level.MaxItems is { } most ? most - (supposed - rows.Offsets[rows.Parents[supposed]]) : null;

    private void RunAggregateOf(int number, AggregateOf step, Span<long> low, Span<long> high)
    {
        var rows = _batch.Levels[step.Below];
        if (step.Kind == QuantityKind.Sum)
        {
            _mayBeNothing[number] = false;
            RunSum(step, rows, low, high);
            return;
        }

        _mayBeNothing[number] = true;
        var nothing = NothingOf(number, low.Length);
        nothing.Fill(ulong.MaxValue);
        var isMin = step.Kind == QuantityKind.Min;
        // For the least value: `near` is the least that any element may be, `far` the least that the certain ones can be at most.
        var near = isMin ? low : high;
        var far = isMin ? high : low;
        near.Fill(isMin ? NoHigh : NoLow);
        far.Fill(isMin ? NoHigh : NoLow);
        for (var i = 0; i < rows.Count; i++)
        {
            if (!Bits.Get(_possible[step.Part], i))
            {
                continue;
            }

            var parent = rows.Parents[i];
            var (itemNear, itemFar) = isMin ? (_low[step.Item][i], _high[step.Item][i]) : (_high[step.Item][i], _low[step.Item][i]);
            near[parent] = isMin ? Math.Min(near[parent], itemNear) : Math.Max(near[parent], itemNear);
            if (Bits.Get(_certain[step.Part], i) && !Bits.Get(rows.Supposed, i))
            {
                far[parent] = isMin ? Math.Min(far[parent], itemFar) : Math.Max(far[parent], itemFar);
                Bits.Set(nothing, parent, _mayBeNothing[step.Item] && Bits.Get(_nothing[step.Item], i) && Bits.Get(nothing, parent));
            }
        }
    }

    private void RunSum(AggregateOf step, LevelRows rows, Span<long> low, Span<long> high)
    {
        low.Clear();
        high.Clear();
        for (var i = 0; i < rows.Count; i++)
        {
            if (!Bits.Get(_possible[step.Part], i))
            {
                continue;
            }

            var parent = rows.Parents[i];
            var (itemLow, itemHigh) = (_low[step.Item][i], _high[step.Item][i]);
            var supposed = Bits.Get(rows.Supposed, i);
            if (supposed || !Bits.Get(_certain[step.Part], i))
            {
                (itemLow, itemHigh) = (Math.Min(itemLow, 0), Math.Max(itemHigh, 0));
            }

            if (supposed)
            {
                var most = Further(rows, i);
                itemLow = itemLow == 0 ? 0 : most is { } n ? Times(itemLow, n, step.Below, i) : NoLow;
                itemHigh = itemHigh == 0 ? 0 : most is { } m ? Times(itemHigh, m, step.Below, i) : NoHigh;
            }

            low[parent] = Plus(low[parent], itemLow, step.Below, i);
            high[parent] = Plus(high[parent], itemHigh, step.Below, i);
        }
    }

    private void RunCalculate(int number, Calculate step, Span<long> low, Span<long> high)
    {
        _mayBeNothing[number] = _mayBeNothing[step.Left] || _mayBeNothing[step.Right];
        if (_mayBeNothing[number])
        {
            var nothing = NothingOf(number, low.Length);
            for (var word = 0; word < nothing.Length; word++)
            {
                nothing[word] = (_mayBeNothing[step.Left] ? _nothing[step.Left][word] : 0) | (_mayBeNothing[step.Right] ? _nothing[step.Right][word] : 0);
            }
        }

        for (var i = 0; i < low.Length; i++)
        {
            var (a, b) = (_low[step.Left][i], _high[step.Left][i]);
            var (c, d) = (_low[step.Right][i], _high[step.Right][i]);
            switch (step.Kind)
            {
                case ArithmeticKind.Plus:
                    (low[i], high[i]) = (Plus(a, c, step.Level, i), Plus(b, d, step.Level, i));
                    break;
                case ArithmeticKind.Minus:
                    (low[i], high[i]) = (Plus(a, Negate(d), step.Level, i), Plus(b, Negate(c), step.Level, i));
                    break;
                default:
                    var products = (P: Times(a, c, step.Level, i), Q: Times(a, d, step.Level, i), R: Times(b, c, step.Level, i), S: Times(b, d, step.Level, i));
                    low[i] = Math.Min(Math.Min(products.P, products.Q), Math.Min(products.R, products.S));
                    high[i] = Math.Max(Math.Max(products.P, products.Q), Math.Max(products.R, products.S));
                    break;
            }
        }
    }

    private static long Negate(long value) => value == NoLow ? NoHigh : value == NoHigh ? NoLow : -value;

    private long Plus(long a, long b, int level, int element) =>
        a is NoLow or NoHigh ? a : b is NoLow or NoHigh ? b : Within(a + b, level, element);

    // No bound is infinite, and zero times whatever there is stays zero.
    private long Times(long a, long b, int level, int element)
    {
        if (a is NoLow or NoHigh || b is NoLow or NoHigh)
        {
            var sign = Math.Sign(a) * Math.Sign(b);
            return sign == 0 ? 0 : sign < 0 ? NoLow : NoHigh;
        }

        var product = Math.BigMul(a, b, out var lower);
        return product == lower >> 63 ? Within(lower, level, element) : Within(long.MaxValue - 1, level, element);
    }

    private long Scale(long value, long factor, int level, int element) =>
        value is NoLow or NoHigh ? value : Times(value, factor, level, element);

    private long Within(long value, int level, int element)
    {
        if (value is > Largest or < -Largest)
        {
            MarkBeyond(level, element);
            return 0;
        }

        return value;
    }

    // What the calendar cannot say is for the tree walk to report.
    private long Move(long day, int level, int element, Func<int, int> move)
    {
        if (day is NoLow or NoHigh)
        {
            return day;
        }

        try
        {
            return move((int)day);
        }
        catch (OverflowException)
        {
            MarkBeyond(level, element);
            return 0;
        }
    }

    private void RunCompareQuantities(int number, int count, CompareQuantities step)
    {
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        for (var i = 0; i < count; i++)
        {
            var truth = Compare(step.Relation, _low[step.Left][i], _high[step.Left][i], _low[step.Right][i], _high[step.Right][i]);
            if ((_mayBeNothing[step.Left] && Bits.Get(_nothing[step.Left], i)) || (_mayBeNothing[step.Right] && Bits.Get(_nothing[step.Right], i)))
            {
                truth = Truth.Unknown;
            }

            Bits.Set(certain, i, truth == Truth.True);
            Bits.Set(possible, i, truth != Truth.False);
        }
    }

    private static Truth Compare(Relation relation, long a, long b, long c, long d) => relation switch
    {
        // No bound never compares as one: nothing known is below "no high", or above "no low".
        Relation.Less => Truths.Of(b != NoHigh && c != NoLow && b < c, !(d != NoHigh && a != NoLow && d <= a)),
        Relation.LessOrEqual => Truths.Of(b != NoHigh && c != NoLow && b <= c, !(d != NoHigh && a != NoLow && d < a)),
        Relation.Greater => Compare(Relation.Less, c, d, a, b),
        Relation.GreaterOrEqual => Compare(Relation.LessOrEqual, c, d, a, b),
        Relation.NotEqual => Compare(Relation.Equal, a, b, c, d).Not(),
        _ => Truths.Of(
            a == b && c == d && a == c && a is not (NoLow or NoHigh),
            !(b != NoHigh && c != NoLow && b < c) && !(d != NoHigh && a != NoLow && d < a)),
    };

    private void RunShareOf(int number, int count, ShareOf step)
    {
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        var rows = _batch.Levels[step.Below];
        var (p, q) = step.Fraction;
        for (var parent = 0; parent < count; parent++)
        {
            Int128 low = 0, high = 0, sure = 0;
            var (noLow, noHigh) = (false, false);
            for (var i = rows.Offsets[parent]; i < rows.Offsets[parent + 1]; i++)
            {
                var (amongSure, amongMay) = (Bits.Get(_certain[step.Among], i), Bits.Get(_possible[step.Among], i));
                if (!amongMay)
                {
                    continue;
                }

                var (whereSure, whereMay) = (Bits.Get(_certain[step.Where], i), Bits.Get(_possible[step.Where], i));
                var (lightest, heaviest) = step.Weight < 0 ? (1L, 1L) : (_low[step.Weight][i], _high[step.Weight][i]);
                Int128 times = 1;
                if (Bits.Get(rows.Supposed, i))
                {
                    amongSure = false;
                    times = Further(rows, i) ?? 0;
                    heaviest = Further(rows, i) is null ? NoHigh : heaviest;
                }

                sure += amongSure ? lightest : 0;
                AddTo(ref low, ref noLow, whereSure ? (amongSure ? lightest : 0) : heaviest, whereSure ? q - p : -p, times);
                AddTo(ref high, ref noHigh, whereMay ? heaviest : amongSure ? lightest : 0, whereMay ? q - p : -p, times);
            }

            var truth = sure > 0
                ? Intervals.Compare(step.Relation, new Interval<Int128>(noLow ? null : low, noHigh ? null : high), Interval<Int128>.Of(0))
                : Truth.Unknown;
            Bits.Set(certain, parent, truth == Truth.True);
            Bits.Set(possible, parent, truth != Truth.False);
        }

        static void AddTo(ref Int128 sum, ref bool isUnbounded, long weight, long factor, Int128 times)
        {
            isUnbounded |= weight == NoHigh && factor != 0;
            sum += weight == NoHigh ? 0 : (Int128)weight * factor * times;
        }
    }
}
