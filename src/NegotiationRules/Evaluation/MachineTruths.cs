using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Runs the steps of a program that give truths of the elements they stand at.</summary>
internal sealed class MachineTruths(Program program, MachineMemory memory)
{
    private readonly MachineTexts?[] _texts =
        [.. program.Steps.Select(step => step is TestText or TestCodes ? new MachineTexts(step) : null)];

    private readonly int[] _tests = [.. Enumerable.Range(0, program.Steps.Length).Where(step => program.Steps[step] is TestText)];
    private ulong[] _known = [];
    private ulong[] _values = [];
    private ulong[] _spare = [];

    /// <summary>Gets ready to run over the texts of a table.</summary>
    public void Start(TextCodes texts)
    {
        foreach (var test in _tests)
        {
            _texts[test]!.Start(texts);
        }
    }

    public void RunTestBits(int number, TestBits step)
    {
        var level = memory.Levels[step.Level];
        var column = memory.Table.Columns[step.Column];
        var certain = memory.CertainOf(number, level.Count);
        level.Take(column.Values, ref _values).CopyTo(certain);
        Settle(number, level, column, Truth.Unknown);
    }

    public void RunTestKnown(int number, TestKnown step)
    {
        var level = memory.Levels[step.Level];
        var certain = memory.CertainOf(number, level.Count);
        level.Take(memory.Table.Columns[step.Column].Known, ref _known).CopyTo(certain);
        memory.IsExact[number] = !level.HasSupposed;
        if (level.HasSupposed)
        {
            // Of an element that is only supposed it is not even known what would be stated.
            VectorPlanes.Or(certain, level.Supposed, memory.PossibleOf(number, level.Count), memory.Width);
            VectorPlanes.Except(certain, level.Supposed, certain, memory.Width);
        }
    }

    public void RunTestRange(int number, TestRange step)
    {
        var level = memory.Levels[step.Level];
        var column = memory.Table.Columns[step.Column];
        var certain = memory.CertainOf(number, level.Count);
        if (column.Column.Storage == ColumnStorage.Longs)
        {
            RangeTests.OfLongs(column.Longs.Slice(level.Start, level.Count), step.Low, step.High, certain, memory.Width);
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

        RangeTests.OfInts(ints, low, high, certain, memory.Width);
        Settle(number, level, column, step.IfUnknown);
    }

    // Certain: the whole span of days lies inside. Possible: it meets the range.
    private void TestSpans(int number, ReadOnlySpan<int> firsts, ReadOnlySpan<int> lasts, int low, int high)
    {
        var certain = memory.CertainOf(number, firsts.Length);
        var possible = memory.PossibleOf(number, firsts.Length);
        var spare = MachineMemory.Room(ref _spare, certain.Length);
        RangeTests.OfInts(firsts, low, int.MaxValue, certain, memory.Width);
        RangeTests.OfInts(lasts, int.MinValue, high, spare, memory.Width);
        VectorPlanes.And(certain, spare, certain, memory.Width);
        RangeTests.OfInts(lasts, low, int.MaxValue, possible, memory.Width);
        RangeTests.OfInts(firsts, int.MinValue, high, spare, memory.Width);
        VectorPlanes.And(possible, spare, possible, memory.Width);
    }

    public void RunTestRealRange(int number, TestRealRange step)
    {
        var level = memory.Levels[step.Level];
        var column = memory.Table.Columns[step.Column];
        var certain = memory.CertainOf(number, level.Count);
        RangeTests.OfReals(column.Reals.Slice(level.Start, level.Count), step.Low, step.High, certain, memory.Width);
        Settle(number, level, column, step.IfUnknown);
    }

    public void RunTestCodes(int number, TestCodes step)
    {
        var level = memory.Levels[step.Level];
        var column = memory.Table.Columns[step.Column];
        _texts[number]!
            .Codes!.Find(
                column.Ints.Slice(level.Start, level.Count), memory.CertainOf(number, level.Count),
                MachineMemory.Room(ref _spare, level.Words), memory.Width
            );
        Settle(number, level, column, Truth.Unknown);
    }

    public void RunTestText(int number, TestText step)
    {
        var level = memory.Levels[step.Level];
        var column = memory.Table.Columns[step.Column];
        var certain = memory.CertainOf(number, level.Count);
        certain.Clear();
        var known = level.Take(column.Known, ref _known);
        var codes = column.Ints.Slice(level.Start, level.Count);
        for (var i = 0; i < codes.Length; i++)
        {
            if (Bits.Get(known, i) && _texts[number]!.HoldsFor(codes[i]))
            {
                Bits.Set(certain, i);
            }
        }

        Settle(number, level, column, Truth.Unknown);
    }

    // What a test gave is certain where the value is known. Only if what is unknown leaves it open are there two planes.
    private void Settle(int number, MachineLevel level, ColumnValues column, Truth ifUnknown)
    {
        memory.IsExact[number] = true;
        if (!column.HasUnknown)
        {
            return;
        }

        var certain = memory.CertainPlanes[number].AsSpan(0, level.Words);
        var known = level.Take(column.Known, ref _known);
        switch (ifUnknown)
        {
            case Truth.False:
                VectorPlanes.And(certain, known, certain, memory.Width);
                break;
            case Truth.True:
                VectorPlanes.OrNot(certain, known, certain, memory.Width);
                break;
            default:
                if (!VectorPlanes.AllSet(known, level.Count))
                {
                    memory.IsExact[number] = false;
                    VectorPlanes.OrNot(certain, known, memory.PossibleOf(number, level.Count), memory.Width);
                    VectorPlanes.And(certain, known, certain, memory.Width);
                }

                break;
        }
    }

    private void SettleSpans(int number, MachineLevel level, ColumnValues column, Truth ifUnknown)
    {
        memory.IsExact[number] = false;
        if (!column.HasUnknown)
        {
            return;
        }

        var certain = memory.CertainPlanes[number].AsSpan(0, level.Words);
        var possible = memory.PossiblePlanes[number].AsSpan(0, level.Words);
        var known = level.Take(column.Known, ref _known);
        if (ifUnknown == Truth.True)
        {
            VectorPlanes.OrNot(certain, known, certain, memory.Width);
        }
        else
        {
            VectorPlanes.And(certain, known, certain, memory.Width);
        }

        if (ifUnknown == Truth.False)
        {
            VectorPlanes.And(possible, known, possible, memory.Width);
        }
        else
        {
            VectorPlanes.OrNot(possible, known, possible, memory.Width);
        }
    }

    public void RunCombine(int number, Combine step)
    {
        var count = memory.Levels[step.Level].Count;
        Combine(step, possible: false, memory.CertainOf(number, count));
        memory.IsExact[number] = memory.AreExact(step.Parts);
        if (!memory.IsExact[number])
        {
            Combine(step, possible: true, memory.PossibleOf(number, count));
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
                VectorPlanes.And(left, right, result, memory.Width);
            }
            else
            {
                VectorPlanes.Or(left, right, result, memory.Width);
            }
        }
    }

    public void RunInvert(int number, Invert step)
    {
        var count = memory.Levels[step.Level].Count;
        VectorPlanes.Not(memory.Possible(step.Part), memory.CertainOf(number, count), memory.Width);
        memory.IsExact[number] = memory.IsExact[step.Part];
        if (!memory.IsExact[number])
        {
            VectorPlanes.Not(memory.Certain(step.Part), memory.PossibleOf(number, count), memory.Width);
        }
    }

    public void RunCombineAtLeast(int number, CombineAtLeast step)
    {
        var count = memory.Levels[step.Level].Count;
        CombineAtLeast(step, possible: false, memory.CertainOf(number, count));
        memory.IsExact[number] = memory.AreExact(step.Parts);
        if (!memory.IsExact[number])
        {
            CombineAtLeast(step, possible: true, memory.PossibleOf(number, count));
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

    private ReadOnlySpan<ulong> PlaneOf(int step, bool possible) => possible ? memory.Possible(step) : memory.Certain(step);
}
