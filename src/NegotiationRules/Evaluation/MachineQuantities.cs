using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>Runs the steps of a program that give quantities of the elements they stand at, and those that compare them.</summary>
internal sealed class MachineQuantities(MachineMemory memory)
{
    private const long NoLow = BoundedArithmetic.NoLow;
    private const long NoHigh = BoundedArithmetic.NoHigh;

    private ulong[] _known = [];
    private ulong[] _values = [];
    private ulong[] _spare = [];

    // A quantity that is made of another: exact if that is, nothing where that is.
    private void Inherit(int number, int part, int count)
    {
        memory.IsExact[number] = memory.IsExact[part];
        memory.MayBeNothing[number] = memory.MayBeNothing[part];
        if (memory.MayBeNothing[part])
        {
            memory.Nothing[part].AsSpan(0, Bits.Words(count)).CopyTo(memory.NothingOf(number, count));
        }
    }

    private void InheritBoth(int number, int left, int right, int count)
    {
        memory.IsExact[number] = memory.IsExact[left] && memory.IsExact[right];
        memory.MayBeNothing[number] = memory.MayBeNothing[left] || memory.MayBeNothing[right];
        if (memory.MayBeNothing[number])
        {
            var nothing = memory.NothingOf(number, count);
            nothing.Clear();
            AddNothing(left, nothing);
            AddNothing(right, nothing);
        }
    }

    public void RunRead(int number, Read step)
    {
        var level = memory.Levels[step.Level];
        var column = memory.Table.Columns[step.Column];
        var storage = column.Column.Storage;
        var low = memory.LowOf(number, level.Count);
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
        memory.IsExact[number] = !hasSpans && !column.HasUnknown;
        if (!memory.IsExact[number])
        {
            var high = memory.HighOf(number, level.Count);
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

        if (storage == ColumnStorage.Longs || !memory.IsExact[number])
        {
            CheckRange(number, step.Level);
        }
    }

    private static void Widen(ReadOnlySpan<int> values, Span<long> result)
    {
        for (var i = 0; i < values.Length; i++)
        {
            result[i] = values[i];
        }
    }

    public void CheckRange(int number, int level)
    {
        var count = memory.Levels[level].Count;
        CheckRange(level, memory.Low(number)[..count], memory.IsExact[number] ? null : NoLow);
        if (!memory.IsExact[number])
        {
            CheckRange(level, memory.High(number)[..count], NoHigh);
        }
    }

    private void CheckRange(int level, ReadOnlySpan<long> values, long? unbounded)
    {
        var inside = MachineMemory.Room(ref _spare, Bits.Words(values.Length));
        RangeTests.OfLongs(values, -BoundedArithmetic.Largest, BoundedArithmetic.Largest, inside, memory.Width);
        if (VectorPlanes.AllSet(inside, values.Length))
        {
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (!Bits.Get(inside, i) && values[i] != unbounded)
            {
                memory.MarkBeyond(level, i);
            }
        }
    }

    public void RunRescale(int number, Rescale step)
    {
        var count = memory.Levels[step.Level].Count;
        Inherit(number, step.Part, count);
        Scale(step, memory.Low(step.Part), memory.LowOf(number, count));
        if (!memory.IsExact[number])
        {
            Scale(step, memory.High(step.Part), memory.HighOf(number, count));
        }
    }

    private void Scale(Rescale step, ReadOnlySpan<long> values, Span<long> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = values[i] is NoLow or NoHigh ? values[i] : memory.Times(values[i], step.Factor, step.Level, i);
        }
    }

    /// <summary>Moves days or moments, or takes a part of them.</summary>
    public void RunMove(int number, Step step, int part)
    {
        var count = memory.Levels[step.Level].Count;
        Inherit(number, part, count);
        Move(step, memory.Low(part), memory.LowOf(number, count));
        if (!memory.IsExact[number])
        {
            Move(step, memory.High(part), memory.HighOf(number, count));
        }
    }

    private void Move(Step step, ReadOnlySpan<long> days, Span<long> result)
    {
        for (var i = 0; i < result.Length; i++)
        {
            var isBeyond = false;
            result[i] = BoundedArithmetic.Moved(days[i], step, ref isBeyond);
            if (isBeyond)
            {
                memory.MarkBeyond(step.Level, i);
            }
        }
    }

    public void RunExtreme(int number, ExtremeOf step)
    {
        var count = memory.Levels[step.Level].Count;
        InheritBoth(number, step.Left, step.Right, count);
        var low = memory.LowOf(number, count);
        var high = memory.IsExact[number] ? low : memory.HighOf(number, count);
        for (var i = 0; i < count; i++)
        {
            low[i] = BoundedArithmetic.Extreme(step.IsGreatest, memory.Low(step.Left)[i], memory.Low(step.Right)[i]);
            high[i] = BoundedArithmetic.Extreme(step.IsGreatest, memory.High(step.Left)[i], memory.High(step.Right)[i]);
        }
    }

    public void RunShift(int number, ShiftByNumber step)
    {
        var count = memory.Levels[step.Level].Count;
        Inherit(number, step.Part, count);
        memory.IsExact[number] &= memory.IsExact[step.Number] && !memory.MayBeNothing[step.Number];
        var low = memory.LowOf(number, count);
        var high = memory.IsExact[number] ? low : memory.HighOf(number, count);
        var lowDays = memory.Low(step.Part);
        var highDays = memory.High(step.Part);
        var fewest = memory.Low(step.Number);
        var most = memory.High(step.Number);
        for (var i = 0; i < count; i++)
        {
            var isBeyond = false;
            var by = IsNothing(step.Number, i) ? (NoLow, NoHigh) : (fewest[i], most[i]);
            (low[i], high[i]) = BoundedArithmetic.Shifted((lowDays[i], highDays[i]), by, step, ref isBeyond);
            if (isBeyond)
            {
                memory.MarkBeyond(step.Level, i);
            }
        }
    }

    public void RunChoose(int number, Choose step)
    {
        var count = memory.Levels[step.Level].Count;
        var certain = memory.Certain(step.If);
        var possible = memory.Possible(step.If);
        memory.IsExact[number] = memory.IsExact[step.If] && memory.IsExact[step.Then] && memory.IsExact[step.Else];
        var low = memory.LowOf(number, count);
        var high = memory.IsExact[number] ? low : memory.HighOf(number, count);
        var lowThen = memory.Low(step.Then);
        var highThen = memory.High(step.Then);
        var lowElse = memory.Low(step.Else);
        var highElse = memory.High(step.Else);
        for (var i = 0; i < count; i++)
        {
            (low[i], high[i]) = Bits.Get(certain, i) ? (lowThen[i], highThen[i])
                : Bits.Get(possible, i) ? (Math.Min(lowThen[i], lowElse[i]), Math.Max(highThen[i], highElse[i]))
                : (lowElse[i], highElse[i]);
        }

        memory.MayBeNothing[number] = memory.MayBeNothing[step.Then] || memory.MayBeNothing[step.Else];
        if (!memory.MayBeNothing[number])
        {
            return;
        }

        var nothing = memory.NothingOf(number, count);
        for (var i = 0; i < count; i++)
        {
            Bits.Set(nothing, i, (Bits.Get(possible, i) && IsNothing(step.Then, i)) || (!Bits.Get(certain, i) && IsNothing(step.Else, i)));
        }
    }

    private bool IsNothing(int quantity, int element) =>
        memory.MayBeNothing[quantity] && Bits.Get(memory.Nothing[quantity], element);

    public void RunCalculate(int number, Calculate step)
    {
        var count = memory.Levels[step.Level].Count;
        InheritBoth(number, step.Left, step.Right, count);
        var low = memory.LowOf(number, count);
        var high = memory.IsExact[number] ? low : memory.HighOf(number, count);
        var lowLeft = memory.Low(step.Left);
        var highLeft = memory.High(step.Left);
        var lowRight = memory.Low(step.Right);
        var highRight = memory.High(step.Right);
        for (var i = 0; i < count; i++)
        {
            var (a, b, c, d) = (lowLeft[i], highLeft[i], lowRight[i], highRight[i]);
            switch (step.Kind)
            {
                case ArithmeticKind.Plus:
                    (low[i], high[i]) = (memory.Plus(a, c, step.Level, i), memory.Plus(b, d, step.Level, i));
                    break;
                case ArithmeticKind.Minus:
                    (c, d) = (BoundedArithmetic.Negate(d), BoundedArithmetic.Negate(c));
                    (low[i], high[i]) = (memory.Plus(a, c, step.Level, i), memory.Plus(b, d, step.Level, i));
                    break;
                default:
                    var products = (
                        P: memory.Times(a, c, step.Level, i), Q: memory.Times(a, d, step.Level, i), R: memory.Times(b, c, step.Level, i),
                        S: memory.Times(b, d, step.Level, i)
                    );
                    low[i] = Math.Min(Math.Min(products.P, products.Q), Math.Min(products.R, products.S));
                    high[i] = Math.Max(Math.Max(products.P, products.Q), Math.Max(products.R, products.S));
                    break;
            }
        }
    }

    private void AddNothing(int part, Span<ulong> nothing)
    {
        if (memory.MayBeNothing[part])
        {
            VectorPlanes.Or(nothing, memory.Nothing[part], nothing, memory.Width);
        }
    }

    public void RunCompareQuantities(int number, CompareQuantities step)
    {
        var count = memory.Levels[step.Level].Count;
        var (relation, left, right) = step.Relation switch
        {
            Relation.Greater => (Relation.Less, step.Right, step.Left),
            Relation.GreaterOrEqual => (Relation.LessOrEqual, step.Right, step.Left),
            _ => (step.Relation, step.Left, step.Right),
        };
        var isNegated = relation == Relation.NotEqual;
        var certain = memory.CertainOf(number, count);
        memory.IsExact[number] = memory.IsExact[left] && memory.IsExact[right];
        if (memory.IsExact[number])
        {
            Compare(relation, memory.Low(left)[..count], memory.Low(right), certain);
        }
        else
        {
            CompareBounds(relation, left, right, count, certain, memory.PossibleOf(number, count));
        }

        if (isNegated)
        {
            Negate(number, count);
        }

        if (memory.MayBeNothing[left] || memory.MayBeNothing[right])
        {
            ForgetNothing(number, left, right, count);
        }
    }

    private void Compare(Relation relation, ReadOnlySpan<long> a, ReadOnlySpan<long> b, Span<ulong> result)
    {
        switch (relation)
        {
            case Relation.Less:
                VectorComparisons.Less(a, b, result, memory.Width);
                break;
            case Relation.LessOrEqual:
                VectorComparisons.LessOrEqual(a, b, result, memory.Width);
                break;
            default:
                VectorComparisons.Equal(a, b, result, memory.Width);
                break;
        }
    }

    // "No low" lies below and "no high" above every number, and no least value is "no high", no greatest "no low" but where there is
    // nothing at all: so bounds compare as the numbers they are kept as.
    private void CompareBounds(Relation relation, int left, int right, int count, Span<ulong> certain, Span<ulong> possible)
    {
        var a = memory.Low(left)[..count];
        var b = memory.High(left)[..count];
        var c = memory.Low(right)[..count];
        var d = memory.High(right)[..count];
        if (relation is Relation.Less or Relation.LessOrEqual)
        {
            Compare(relation, b, c, certain);
            Compare(relation, a, d, possible);
            return;
        }

        // Certainly equal: both are one number, the same. Possibly: neither lies beyond the other.
        var spare = MachineMemory.Room(ref _spare, certain.Length);
        VectorComparisons.Equal(a, b, certain, memory.Width);
        VectorComparisons.Equal(c, d, spare, memory.Width);
        VectorPlanes.And(certain, spare, certain, memory.Width);
        VectorComparisons.Equal(a, c, spare, memory.Width);
        VectorPlanes.And(certain, spare, certain, memory.Width);
        VectorComparisons.LessOrEqual(c, b, possible, memory.Width);
        VectorComparisons.LessOrEqual(a, d, spare, memory.Width);
        VectorPlanes.And(possible, spare, possible, memory.Width);
    }

    private void Negate(int number, int count)
    {
        var certain = memory.CertainOf(number, count);
        if (memory.IsExact[number])
        {
            VectorPlanes.Not(certain, certain, memory.Width);
            return;
        }

        var possible = memory.PossibleOf(number, count);
        var spare = MachineMemory.Room(ref _spare, certain.Length);
        VectorPlanes.Not(certain, spare, memory.Width);
        VectorPlanes.Not(possible, certain, memory.Width);
        spare.CopyTo(possible);
    }

    // What is compared with nothing is unknown.
    private void ForgetNothing(int number, int left, int right, int count)
    {
        var certain = memory.CertainOf(number, count);
        var possible = memory.PossibleOf(number, count);
        if (memory.IsExact[number])
        {
            certain.CopyTo(possible);
            memory.IsExact[number] = false;
        }

        var nothing = MachineMemory.Room(ref _spare, certain.Length);
        nothing.Clear();
        AddNothing(left, nothing);
        AddNothing(right, nothing);
        VectorPlanes.Except(certain, nothing, certain, memory.Width);
        VectorPlanes.Or(possible, nothing, possible, memory.Width);
    }
}
