using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <summary>Runs the steps of a program from the elements of lists to what has the lists, and back.</summary>
internal sealed class MachineLists(Program program, MachineMemory memory)
{
    private ulong[] _spare = [];
    private long[] _counts = [];
    private long[] _more = [];

    // An element that is only supposed may make it possible, never certain.
    public void RunSomeOf(int number, SomeOf step)
    {
        var count = memory.Levels[step.Level].Count;
        var below = memory.Levels[step.Below];
        below.AnyOf(below.Sure(memory.Certain(step.Part)), memory.CertainOf(number, count));
        memory.IsExact[number] = memory.IsExact[step.Part] && !below.HasSupposed;
        if (!memory.IsExact[number])
        {
            below.AnyOf(memory.Possible(step.Part), memory.PossibleOf(number, count));
        }
    }

    public void RunSpreadTruth(int number, Spread step)
    {
        var level = memory.Levels[step.Level];
        memory.IsExact[number] = memory.IsExact[step.Part];
        Spread(step, level, memory.Certain(step.Part), memory.CertainOf(number, level.Count));
        if (!memory.IsExact[number])
        {
            Spread(step, level, memory.Possible(step.Part), memory.PossibleOf(number, level.Count));
        }
    }

    private void Spread(Spread step, MachineLevel level, ReadOnlySpan<ulong> plane, Span<ulong> result)
    {
        var from = memory.Levels[program.Steps[step.Part].Level];
        if (level.Parent == from)
        {
            VectorSegments.Spread(plane, level.Offsets, result);
            return;
        }

        for (var i = 0; i < level.Count; i++)
        {
            Bits.Set(result, i, Bits.Get(plane, AncestorOf(level, i, from)));
        }
    }

    public void RunSpreadQuantity(int number, Spread step)
    {
        var level = memory.Levels[step.Level];
        var from = memory.Levels[program.Steps[step.Part].Level];
        var low = memory.LowOf(number, level.Count);
        var high = memory.IsExact[step.Part] ? low : memory.HighOf(number, level.Count);
        var partLow = memory.Low(step.Part);
        var partHigh = memory.High(step.Part);
        memory.IsExact[number] = memory.IsExact[step.Part];
        memory.MayBeNothing[number] = memory.MayBeNothing[step.Part];
        var nothing = memory.MayBeNothing[number] ? memory.NothingOf(number, level.Count) : default;
        for (var i = 0; i < low.Length; i++)
        {
            var source = AncestorOf(level, i, from);
            (low[i], high[i]) = (partLow[source], partHigh[source]);
            if (memory.MayBeNothing[number])
            {
                Bits.Set(nothing, i, Bits.Get(memory.Nothing[step.Part], source));
            }
        }
    }

    private static int AncestorOf(MachineLevel level, int element, MachineLevel ancestor)
    {
        for (; level != ancestor; level = level.Parent!)
        {
            element = level.ParentOf(element);
        }

        return element;
    }

    public void RunCountOf(int number, CountOf step)
    {
        var level = memory.Levels[step.Level];
        var below = memory.Levels[step.Below];
        memory.IsExact[number] = memory.IsExact[step.Part] && !below.HasSupposed;
        VectorSegments.Count(below.Sure(memory.Certain(step.Part)), below.Offsets, memory.LowOf(number, level.Count));
        if (memory.IsExact[number])
        {
            return;
        }

        var high = memory.HighOf(number, level.Count);
        var possible = memory.Possible(step.Part);
        VectorSegments.Count(below.Sure(possible), below.Offsets, high);
        for (var i = 0; below.HasSupposed && i < below.Count; i++)
        {
            if (Bits.Get(below.Supposed, i) && Bits.Get(possible, i))
            {
                high[below.ParentOf(i)] = below.Further(i) is { } most ? high[below.ParentOf(i)] + most : BoundedArithmetic.NoHigh;
            }
        }
    }

    public void RunAggregateOf(int number, AggregateOf step)
    {
        var level = memory.Levels[step.Level];
        var below = memory.Levels[step.Below];
        if (step.Kind != QuantityKind.Sum)
        {
            memory.IsExact[number] = false;
            RunExtreme(number, step, below, memory.LowOf(number, level.Count), memory.HighOf(number, level.Count));
            return;
        }

        memory.MayBeNothing[number] = memory.MayBeNothing[step.Item];
        if (memory.MayBeNothing[number])
        {
            var nothing = memory.NothingOf(number, level.Count);
            nothing.Clear();
            AddNothing(step, below, nothing);
        }

        memory.IsExact[number] = memory.IsExact[step.Part] && memory.IsExact[step.Item] && !below.HasSupposed;
        if (memory.IsExact[number])
        {
            RunExactSum(step, below, memory.LowOf(number, level.Count));
        }
        else
        {
            RunSum(step, below, memory.LowOf(number, level.Count), memory.HighOf(number, level.Count));
        }
    }

    public void RunExtreme(int number, AggregateOf step, MachineLevel below, Span<long> low, Span<long> high)
    {
        memory.MayBeNothing[number] = true;
        var nothing = memory.NothingOf(number, low.Length);
        nothing.Fill(ulong.MaxValue);
        var isMin = step.Kind == QuantityKind.Min;
        // For the least value: `near` is the least that any element may be, `far` the least that the certain ones can be at most.
        var near = isMin ? low : high;
        var far = isMin ? high : low;
        near.Fill(isMin ? BoundedArithmetic.NoHigh : BoundedArithmetic.NoLow);
        far.Fill(isMin ? BoundedArithmetic.NoHigh : BoundedArithmetic.NoLow);
        var itemsNear = isMin ? memory.Low(step.Item) : memory.High(step.Item);
        var itemsFar = isMin ? memory.High(step.Item) : memory.Low(step.Item);
        // Where none is certain and some is supposed to count, the far end is that of any that may.
        var farthest = step.SupposesSome ? MachineMemory.Room(ref _counts, low.Length) : default;
        farthest.Fill(isMin ? BoundedArithmetic.NoLow : BoundedArithmetic.NoHigh);
        var certain = memory.Certain(step.Part);
        var possible = memory.Possible(step.Part);
        for (var i = 0; i < below.Count; i++)
        {
            if (!Bits.Get(possible, i))
            {
                continue;
            }

            var parent = below.ParentOf(i);
            if (step.SupposesSome)
            {
                farthest[parent] = isMin ? Math.Max(farthest[parent], itemsFar[i]) : Math.Min(farthest[parent], itemsFar[i]);
            }

            near[parent] = isMin ? Math.Min(near[parent], itemsNear[i]) : Math.Max(near[parent], itemsNear[i]);
            if (Bits.Get(certain, i) && !(below.HasSupposed && Bits.Get(below.Supposed, i)))
            {
                far[parent] = isMin ? Math.Min(far[parent], itemsFar[i]) : Math.Max(far[parent], itemsFar[i]);
                Bits.Set(nothing, parent, false);
            }
        }

        if (step.SupposesSome)
        {
            Suppose(farthest, isMin ? BoundedArithmetic.NoLow : BoundedArithmetic.NoHigh, nothing, far);
        }

        if (memory.MayBeNothing[step.Item])
        {
            AddNothing(step, below, nothing);
        }
    }

    // Where any may count, none of which is certain to.
    private static void Suppose(ReadOnlySpan<long> farthest, long none, Span<ulong> nothing, Span<long> far)
    {
        for (var list = 0; list < far.Length; list++)
        {
            if (Bits.Get(nothing, list) && farthest[list] != none)
            {
                far[list] = farthest[list];
                Bits.Set(nothing, list, false);
            }
        }
    }

    // What is nothing for one element that may count is nothing for the list.
    private void AddNothing(AggregateOf step, MachineLevel below, Span<ulong> nothing)
    {
        var possible = memory.Possible(step.Part);
        for (var i = 0; i < below.Count; i++)
        {
            if (Bits.Get(possible, i) && Bits.Get(memory.Nothing[step.Item], i))
            {
                Bits.Set(nothing, below.ParentOf(i));
            }
        }
    }

    public void RunExactSum(AggregateOf step, MachineLevel below, Span<long> sums)
    {
        var items = memory.Low(step.Item);
        var chosen = memory.Certain(step.Part);
        var offsets = below.Offsets;
        for (var list = 0; list < sums.Length; list++)
        {
            long sum = 0;
            for (var i = offsets[list] - below.Start; i < offsets[list + 1] - below.Start; i++)
            {
                sum = memory.Plus(sum, Bits.Get(chosen, i) ? items[i] : 0, step.Below, i);
            }

            sums[list] = sum;
        }
    }

    public void RunSum(AggregateOf step, MachineLevel below, Span<long> low, Span<long> high)
    {
        low.Clear();
        high.Clear();
        var itemsLow = memory.Low(step.Item);
        var itemsHigh = memory.High(step.Item);
        var certain = memory.Certain(step.Part);
        var possible = memory.Possible(step.Part);
        for (var i = 0; i < below.Count; i++)
        {
            if (!Bits.Get(possible, i))
            {
                continue;
            }

            var parent = below.ParentOf(i);
            var (itemLow, itemHigh) = (itemsLow[i], itemsHigh[i]);
            var supposed = below.HasSupposed && Bits.Get(below.Supposed, i);
            if (supposed || !Bits.Get(certain, i))
            {
                (itemLow, itemHigh) = (Math.Min(itemLow, 0), Math.Max(itemHigh, 0));
            }

            if (supposed)
            {
                var most = below.Further(i);
                itemLow = itemLow == 0 ? 0 : most is { } n ? memory.Times(itemLow, n, step.Below, i) : BoundedArithmetic.NoLow;
                itemHigh = itemHigh == 0 ? 0 : most is { } m ? memory.Times(itemHigh, m, step.Below, i) : BoundedArithmetic.NoHigh;
            }

            low[parent] = memory.Plus(low[parent], itemLow, step.Below, i);
            high[parent] = memory.Plus(high[parent], itemHigh, step.Below, i);
        }
    }

    // Heads that are all known are two counts. Where nobody is among, there is no share.
    public void RunShareOfHeads(int number, ShareOf step, MachineLevel below)
    {
        var certain = memory.CertainOf(number, below.Parent!.Count);
        var possible = memory.PossibleOf(number, below.Parent.Count);
        memory.IsExact[number] = false;
        var both = MachineMemory.Room(ref _spare, below.Words);
        VectorPlanes.And(memory.Certain(step.Among), memory.Certain(step.Where), both, memory.Width);
        var among = MachineMemory.Room(ref _counts, below.Parent.Count);
        var have = MachineMemory.Room(ref _more, below.Parent.Count);
        VectorSegments.Count(memory.Certain(step.Among), below.Offsets, among);
        VectorSegments.Count(both, below.Offsets, have);
        var (p, q) = step.Fraction;
        for (var list = 0; list < among.Length; list++)
        {
            var truth =
                among[list] == 0
                    ? Truth.Unknown
                    : Intervals.Compare(
                        step.Relation,
                        Interval<Int128>.Of(((Int128)have[list] * q) - ((Int128)among[list] * p)),
                        Interval<Int128>.Of(0)
                    );
            Bits.Set(certain, list, truth == Truth.True);
            Bits.Set(possible, list, truth != Truth.False);
        }
    }

    public void RunShareOf(int number, ShareOf step)
    {
        var count = memory.Levels[step.Level].Count;
        var below = memory.Levels[step.Below];
        if (step.Weight < 0 && memory.IsExact[step.Among] && memory.IsExact[step.Where] && !below.HasSupposed)
        {
            RunShareOfHeads(number, step, below);
            return;
        }

        var (p, q) = step.Fraction;
        var certain = memory.CertainOf(number, count);
        var possible = memory.PossibleOf(number, count);
        memory.IsExact[number] = false;
        var amongCertain = memory.Certain(step.Among);
        var amongPossible = memory.Possible(step.Among);
        var whereCertain = memory.Certain(step.Where);
        var wherePossible = memory.Possible(step.Where);
        var lights = step.Weight < 0 ? default : memory.Low(step.Weight);
        var heavies = step.Weight < 0 ? default : memory.High(step.Weight);
        var offsets = below.Offsets;
        for (var parent = 0; parent < count; parent++)
        {
            Int128 low = 0, high = 0, sure = 0;
            var (noLow, noHigh) = (false, false);
            for (var i = offsets[parent] - below.Start; i < offsets[parent + 1] - below.Start; i++)
            {
                var (amongSure, amongMay) = (Bits.Get(amongCertain, i), Bits.Get(amongPossible, i));
                if (!amongMay)
                {
                    continue;
                }

                var (whereSure, whereMay) = (Bits.Get(whereCertain, i), Bits.Get(wherePossible, i));
                var (lightest, heaviest) = step.Weight < 0 ? (1L, 1L) : (lights[i], heavies[i]);
                Int128 times = 1;
                if (below.HasSupposed && Bits.Get(below.Supposed, i))
                {
                    amongSure = false;
                    times = below.Further(i) ?? 0;
                    heaviest = below.Further(i) is null ? BoundedArithmetic.NoHigh : heaviest;
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
            isUnbounded |= weight == BoundedArithmetic.NoHigh && factor != 0;
            sum += weight == BoundedArithmetic.NoHigh ? 0 : (Int128)weight * factor * times;
        }
    }
}
