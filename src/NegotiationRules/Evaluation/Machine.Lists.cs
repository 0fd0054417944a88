using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Syntax;

namespace NegotiationRules.Evaluation;

/// <content>Steps from the elements of lists to what has the lists, and back.</content>
internal sealed partial class Machine
{
    // An element that is only supposed may make it possible, never certain.
    private void RunSomeOf(int number, SomeOf step)
    {
        var count = _levels[step.Level].Count;
        var below = _levels[step.Below];
        below.AnyOf(below.Sure(Certain(step.Part)), CertainOf(number, count));
        _isExact[number] = _isExact[step.Part] && !below.HasSupposed;
        if (!_isExact[number])
        {
            below.AnyOf(Possible(step.Part), PossibleOf(number, count));
        }
    }

    private void RunSpreadTruth(int number, Spread step)
    {
        var level = _levels[step.Level];
        _isExact[number] = _isExact[step.Part];
        Spread(step, level, Certain(step.Part), CertainOf(number, level.Count));
        if (!_isExact[number])
        {
            Spread(step, level, Possible(step.Part), PossibleOf(number, level.Count));
        }
    }

    private void Spread(Spread step, MachineLevel level, ReadOnlySpan<ulong> plane, Span<ulong> result)
    {
        var from = _levels[_program.Steps[step.Part].Level];
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

    private void RunSpreadQuantity(int number, Spread step)
    {
        var level = _levels[step.Level];
        var from = _levels[_program.Steps[step.Part].Level];
        var low = LowOf(number, level.Count);
        var high = _isExact[step.Part] ? low : HighOf(number, level.Count);
        var partLow = Low(step.Part);
        var partHigh = High(step.Part);
        _isExact[number] = _isExact[step.Part];
        _mayBeNothing[number] = _mayBeNothing[step.Part];
        var nothing = _mayBeNothing[number] ? Room(ref _nothing[number], level.Words) : default;
        for (var i = 0; i < low.Length; i++)
        {
            var source = AncestorOf(level, i, from);
            (low[i], high[i]) = (partLow[source], partHigh[source]);
            if (_mayBeNothing[number])
            {
                Bits.Set(nothing, i, Bits.Get(_nothing[step.Part], source));
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

    private void RunCountOf(int number, CountOf step)
    {
        var level = _levels[step.Level];
        var below = _levels[step.Below];
        _isExact[number] = _isExact[step.Part] && !below.HasSupposed;
        VectorSegments.Count(below.Sure(Certain(step.Part)), below.Offsets, LowOf(number, level.Count));
        if (_isExact[number])
        {
            return;
        }

        var high = HighOf(number, level.Count);
        var possible = Possible(step.Part);
        VectorSegments.Count(below.Sure(possible), below.Offsets, high);
        for (var i = 0; below.HasSupposed && i < below.Count; i++)
        {
            if (Bits.Get(below.Supposed, i) && Bits.Get(possible, i))
            {
                high[below.ParentOf(i)] = below.Further(i) is { } most ? high[below.ParentOf(i)] + most : NoHigh;
            }
        }
    }

    private void RunAggregateOf(int number, AggregateOf step)
    {
        var level = _levels[step.Level];
        var below = _levels[step.Below];
        if (step.Kind != QuantityKind.Sum)
        {
            _isExact[number] = false;
            RunExtreme(number, step, below, LowOf(number, level.Count), HighOf(number, level.Count));
            return;
        }

        _mayBeNothing[number] = false;
        _isExact[number] = _isExact[step.Part] && _isExact[step.Item] && !below.HasSupposed;
        if (_isExact[number])
        {
            RunExactSum(step, below, LowOf(number, level.Count));
        }
        else
        {
            RunSum(step, below, LowOf(number, level.Count), HighOf(number, level.Count));
        }
    }

    private void RunExtreme(int number, AggregateOf step, MachineLevel below, Span<long> low, Span<long> high)
    {
        _mayBeNothing[number] = true;
        var nothing = Room(ref _nothing[number], Bits.Words(low.Length));
        nothing.Fill(ulong.MaxValue);
        var isMin = step.Kind == QuantityKind.Min;
        // For the least value: `near` is the least that any element may be, `far` the least that the certain ones can be at most.
        var near = isMin ? low : high;
        var far = isMin ? high : low;
        near.Fill(isMin ? NoHigh : NoLow);
        far.Fill(isMin ? NoHigh : NoLow);
        var itemsNear = isMin ? Low(step.Item) : High(step.Item);
        var itemsFar = isMin ? High(step.Item) : Low(step.Item);
        var certain = Certain(step.Part);
        var possible = Possible(step.Part);
        for (var i = 0; i < below.Count; i++)
        {
            if (!Bits.Get(possible, i))
            {
                continue;
            }

            var parent = below.ParentOf(i);
            near[parent] = isMin ? Math.Min(near[parent], itemsNear[i]) : Math.Max(near[parent], itemsNear[i]);
            if (Bits.Get(certain, i) && !(below.HasSupposed && Bits.Get(below.Supposed, i)))
            {
                far[parent] = isMin ? Math.Min(far[parent], itemsFar[i]) : Math.Max(far[parent], itemsFar[i]);
                Bits.Set(nothing, parent, _mayBeNothing[step.Item] && Bits.Get(_nothing[step.Item], i) && Bits.Get(nothing, parent));
            }
        }
    }

    private void RunExactSum(AggregateOf step, MachineLevel below, Span<long> sums)
    {
        var items = Low(step.Item);
        var chosen = Certain(step.Part);
        var offsets = below.Offsets;
        for (var list = 0; list < sums.Length; list++)
        {
            long sum = 0;
            for (var i = offsets[list] - below.Start; i < offsets[list + 1] - below.Start; i++)
            {
                sum = Plus(sum, Bits.Get(chosen, i) ? items[i] : 0, step.Below, i);
            }

            sums[list] = sum;
        }
    }

    private void RunSum(AggregateOf step, MachineLevel below, Span<long> low, Span<long> high)
    {
        low.Clear();
        high.Clear();
        var itemsLow = Low(step.Item);
        var itemsHigh = High(step.Item);
        var certain = Certain(step.Part);
        var possible = Possible(step.Part);
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
                itemLow = itemLow == 0 ? 0 : most is { } n ? Times(itemLow, n, step.Below, i) : NoLow;
                itemHigh = itemHigh == 0 ? 0 : most is { } m ? Times(itemHigh, m, step.Below, i) : NoHigh;
            }

            low[parent] = Plus(low[parent], itemLow, step.Below, i);
            high[parent] = Plus(high[parent], itemHigh, step.Below, i);
        }
    }

    // Heads that are all known are two counts. Where nobody is among, there is no share.
    private void RunShareOfHeads(int number, ShareOf step, MachineLevel below)
    {
        var certain = CertainOf(number, below.Parent!.Count);
        var possible = PossibleOf(number, below.Parent.Count);
        _isExact[number] = false;
        var both = Room(ref _spare, below.Words);
        VectorPlanes.And(Certain(step.Among), Certain(step.Where), both, _width);
        var among = Room(ref _counts, below.Parent.Count);
        var have = Room(ref _more, below.Parent.Count);
        VectorSegments.Count(Certain(step.Among), below.Offsets, among);
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

    private void RunShareOf(int number, ShareOf step)
    {
        var count = _levels[step.Level].Count;
        var below = _levels[step.Below];
        if (step.Weight < 0 && _isExact[step.Among] && _isExact[step.Where] && !below.HasSupposed)
        {
            RunShareOfHeads(number, step, below);
            return;
        }

        var (p, q) = step.Fraction;
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        _isExact[number] = false;
        var amongCertain = Certain(step.Among);
        var amongPossible = Possible(step.Among);
        var whereCertain = Certain(step.Where);
        var wherePossible = Possible(step.Where);
        var lights = step.Weight < 0 ? default : Low(step.Weight);
        var heavies = step.Weight < 0 ? default : High(step.Weight);
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
                    heaviest = below.Further(i) is null ? NoHigh : heaviest;
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
