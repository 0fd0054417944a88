using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <content>Steps that give truths of the elements they stand at.</content>
internal sealed partial class Machine
{
    private void RunTestBits(int number, TestBits step)
    {
        var level = _levels[step.Level];
        var column = _table.Columns[step.Column];
        var certain = CertainOf(number, level.Count);
        level.Take(column.Values, ref _values).CopyTo(certain);
        Settle(number, level, column, Truth.Unknown);
    }

    private void RunTestKnown(int number, TestKnown step)
    {
        var level = _levels[step.Level];
        var certain = CertainOf(number, level.Count);
        level.Take(_table.Columns[step.Column].Known, ref _known).CopyTo(certain);
        _isExact[number] = !level.HasSupposed;
        if (level.HasSupposed)
        {
            // Of an element that is only supposed it is not even known what would be stated.
            VectorPlanes.Or(certain, level.Supposed, PossibleOf(number, level.Count), _width);
            VectorPlanes.Except(certain, level.Supposed, certain, _width);
        }
    }

    private void RunTestRange(int number, TestRange step)
    {
        var level = _levels[step.Level];
        var column = _table.Columns[step.Column];
        var certain = CertainOf(number, level.Count);
        if (column.Column.Storage == ColumnStorage.Longs)
        {
            RangeTests.OfLongs(column.Longs.Slice(level.Start, level.Count), step.Low, step.High, certain, _width);
            Settle(number, level, column, step.IfUnknown);
            return;
        }

        // What lies beyond 32 bits is beyond every value of the column.
        var (low, high) = ((int)Math.Clamp(step.Low, int.MinValue, int.MaxValue), (int)Math.Clamp(step.High, int.MinValue, int.MaxValue));
        if (step.Low > int.MaxValue || step.High < int.MinValue)
        {
            (low, high) = (1, 0);
        }

        var ints = column.Ints.Slice(level.Start, level.Count);
        if (column.Column.Storage == ColumnStorage.Days && column.HasPartialDates)
        {
            TestSpans(number, ints, column.Lasts.Slice(level.Start, level.Count), low, high);
            SettleSpans(number, level, column, step.IfUnknown);
            return;
        }

        RangeTests.OfInts(ints, low, high, certain, _width);
        Settle(number, level, column, step.IfUnknown);
    }

    // Certain: the whole span of days lies inside. Possible: it meets the range.
    private void TestSpans(int number, ReadOnlySpan<int> firsts, ReadOnlySpan<int> lasts, int low, int high)
    {
        var certain = CertainOf(number, firsts.Length);
        var possible = PossibleOf(number, firsts.Length);
        var spare = Room(ref _spare, certain.Length);
        RangeTests.OfInts(firsts, low, int.MaxValue, certain, _width);
        RangeTests.OfInts(lasts, int.MinValue, high, spare, _width);
        VectorPlanes.And(certain, spare, certain, _width);
        RangeTests.OfInts(lasts, low, int.MaxValue, possible, _width);
        RangeTests.OfInts(firsts, int.MinValue, high, spare, _width);
        VectorPlanes.And(possible, spare, possible, _width);
    }

    private void RunTestRealRange(int number, TestRealRange step)
    {
        var level = _levels[step.Level];
        var column = _table.Columns[step.Column];
        RangeTests.OfReals(column.Reals.Slice(level.Start, level.Count), step.Low, step.High, CertainOf(number, level.Count), _width);
        Settle(number, level, column, step.IfUnknown);
    }

    private void RunTestCodes(int number, TestCodes step)
    {
        var level = _levels[step.Level];
        var column = _table.Columns[step.Column];
        _texts[number]
            .Codes!.Find(
                column.Ints.Slice(level.Start, level.Count), CertainOf(number, level.Count),
                Room(ref _spare, level.Words), _width
            );
        Settle(number, level, column, Truth.Unknown);
    }

    private void RunTestText(int number, TestText step)
    {
        var level = _levels[step.Level];
        var column = _table.Columns[step.Column];
        var certain = CertainOf(number, level.Count);
        certain.Clear();
        var known = level.Take(column.Known, ref _known);
        var codes = column.Ints.Slice(level.Start, level.Count);
        for (var i = 0; i < codes.Length; i++)
        {
            if (Bits.Get(known, i) && _texts[number].HoldsFor(codes[i]))
            {
                Bits.Set(certain, i);
            }
        }

        Settle(number, level, column, Truth.Unknown);
    }

    // What a test gave is certain where the value is known. Only if what is unknown leaves it open are there two planes.
    private void Settle(int number, MachineLevel level, ColumnValues column, Truth ifUnknown)
    {
        _isExact[number] = true;
        if (!column.HasUnknown)
        {
            return;
        }

        var certain = _certain[number].AsSpan(0, level.Words);
        var known = level.Take(column.Known, ref _known);
        switch (ifUnknown)
        {
            case Truth.False:
                VectorPlanes.And(certain, known, certain, _width);
                break;
            case Truth.True:
                VectorPlanes.OrNot(certain, known, certain, _width);
                break;
            default:
                if (!VectorPlanes.AllSet(known, level.Count))
                {
                    _isExact[number] = false;
                    VectorPlanes.OrNot(certain, known, PossibleOf(number, level.Count), _width);
                    VectorPlanes.And(certain, known, certain, _width);
                }

                break;
        }
    }

    private void SettleSpans(int number, MachineLevel level, ColumnValues column, Truth ifUnknown)
    {
        _isExact[number] = false;
        if (!column.HasUnknown)
        {
            return;
        }

        var certain = _certain[number].AsSpan(0, level.Words);
        var possible = _possible[number].AsSpan(0, level.Words);
        var known = level.Take(column.Known, ref _known);
        if (ifUnknown == Truth.True)
        {
            VectorPlanes.OrNot(certain, known, certain, _width);
        }
        else
        {
            VectorPlanes.And(certain, known, certain, _width);
        }

        if (ifUnknown == Truth.False)
        {
            VectorPlanes.And(possible, known, possible, _width);
        }
        else
        {
            VectorPlanes.OrNot(possible, known, possible, _width);
        }
    }

    private void RunCombine(int number, Combine step)
    {
        var count = _levels[step.Level].Count;
        Combine(step, possible: false, CertainOf(number, count));
        _isExact[number] = AreExact(step.Parts);
        if (!_isExact[number])
        {
            Combine(step, possible: true, PossibleOf(number, count));
        }
    }

    private void Combine(Combine step, bool possible, Span<ulong> result)
    {
        var parts = step.Parts.Numbers;
        var first = PlaneOf(parts[0], possible);
        if (parts.Length == 1)
        {
            first[..result.Length].CopyTo(result);
        }

        for (var i = 1; i < parts.Length; i++)
        {
            var left = i == 1 ? first : result;
            var right = PlaneOf(parts[i], possible);
            if (step.IsAll)
            {
                VectorPlanes.And(left, right, result, _width);
            }
            else
            {
                VectorPlanes.Or(left, right, result, _width);
            }
        }
    }

    private void RunInvert(int number, Invert step)
    {
        var count = _levels[step.Level].Count;
        VectorPlanes.Not(Possible(step.Part), CertainOf(number, count), _width);
        _isExact[number] = _isExact[step.Part];
        if (!_isExact[number])
        {
            VectorPlanes.Not(Certain(step.Part), PossibleOf(number, count), _width);
        }
    }

    private void RunCombineAtLeast(int number, CombineAtLeast step)
    {
        var count = _levels[step.Level].Count;
        CombineAtLeast(step, possible: false, CertainOf(number, count));
        _isExact[number] = AreExact(step.Parts);
        if (!_isExact[number])
        {
            CombineAtLeast(step, possible: true, PossibleOf(number, count));
        }
    }

    // Counts for 64 elements at a time: the word at place p holds bit p of each element's count.
    private void CombineAtLeast(CombineAtLeast step, bool possible, Span<ulong> result)
    {
        Span<ulong> places = stackalloc ulong[32];
        var used = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)Math.Max(step.Parts.Numbers.Length, step.Number));
        for (var word = 0; word < result.Length; word++)
        {
            places.Clear();
            foreach (var part in step.Parts.Numbers)
            {
                var carry = PlaneOf(part, possible)[word];
                for (var place = 0; carry != 0; place++)
                {
                    (places[place], carry) = (places[place] ^ carry, places[place] & carry);
                }
            }

            // Compared with the number from the highest place down: more already, or the same so far.
            var (more, same) = (0ul, ulong.MaxValue);
            for (var place = used - 1; place >= 0; place--)
            {
                var wanted = (step.Number >> place & 1) != 0 ? ulong.MaxValue : 0;
                more |= same & places[place] & ~wanted;
                same &= ~(places[place] ^ wanted);
            }

            result[word] = more | same;
        }
    }

    private ReadOnlySpan<ulong> PlaneOf(int step, bool possible) => possible ? Possible(step) : Certain(step);

    private bool AreExact(Steps steps)
    {
        foreach (var step in steps.Numbers)
        {
            if (!_isExact[step])
            {
                return false;
            }
        }

        return true;
    }
}
