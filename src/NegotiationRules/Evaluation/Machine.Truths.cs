using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <content>Steps that give truths.</content>
internal sealed partial class Machine
{
    private void RunTestBits(int number, int count, TestBits step)
    {
        var column = _batch.Columns[step.Column];
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        var known = column.Known;
        var values = column.Values;
        for (var word = 0; word < certain.Length; word++)
        {
            certain[word] = known[word] & values[word];
            possible[word] = ~known[word] | values[word];
        }
    }

    private void RunTestKnown(int number, int count, TestKnown step)
    {
        var known = _batch.Columns[step.Column].Known;
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        known.CopyTo(certain);
        known.CopyTo(possible);
        var rows = _batch.Levels[step.Level];
        if (!rows.HasSupposed)
        {
            return;
        }

        // Of an element that is only supposed it is not even known what would be stated.
        for (var word = 0; word < certain.Length; word++)
        {
            certain[word] &= ~rows.Supposed[word];
            possible[word] |= rows.Supposed[word];
        }
    }

    private void RunTestRange(int number, int count, TestRange step)
    {
        var column = _batch.Columns[step.Column];
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        if (column.Column.Storage == ColumnStorage.Longs)
        {
            RangeTests.OfLongs(column.Longs, step.Low, step.High, certain);
        }
        else
        {
            // What lies beyond 32 bits is beyond every value of the column.
            var (low, high) = ((int)Math.Clamp(step.Low, int.MinValue, int.MaxValue), (int)Math.Clamp(step.High, int.MinValue, int.MaxValue));
            if (step.Low > int.MaxValue || step.High < int.MinValue)
            {
                (low, high) = (1, 0);
            }

            if (column.HasPartialDates)
            {
                // Certain: the whole span lies inside. Possible: it meets the range.
                RangeTests.OfInts(column.Ints, low, int.MaxValue, certain);
                RangeTests.OfInts(column.Lasts, int.MinValue, high, possible);
                for (var word = 0; word < certain.Length; word++)
                {
                    certain[word] &= possible[word];
                }

                var spare = Plane(ref _spare, count);
                RangeTests.OfInts(column.Lasts, low, int.MaxValue, spare);
                RangeTests.OfInts(column.Ints, int.MinValue, high, possible);
                for (var word = 0; word < certain.Length; word++)
                {
                    possible[word] &= spare[word];
                }

                ApplyUnknown(certain, possible, column.Known, step.IfUnknown);
                return;
            }

            RangeTests.OfInts(column.Ints, low, high, certain);
        }

        certain.CopyTo(possible);
        ApplyUnknown(certain, possible, column.Known, step.IfUnknown);
    }

    private void RunTestRealRange(int number, int count, TestRealRange step)
    {
        var column = _batch.Columns[step.Column];
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        RangeTests.OfReals(column.Reals, step.Low, step.High, certain);
        certain.CopyTo(possible);
        ApplyUnknown(certain, possible, column.Known, step.IfUnknown);
    }

    private void RunTestCodes(int number, int count, TestCodes step)
    {
        var column = _batch.Columns[step.Column];
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        certain.Clear();
        foreach (var code in step.Codes.Sorted)
        {
            RangeTests.OfInts(column.Ints, code, code, possible);
            for (var word = 0; word < certain.Length; word++)
            {
                certain[word] |= possible[word];
            }
        }

        certain.CopyTo(possible);
        ApplyUnknown(certain, possible, column.Known, Truth.Unknown);
    }

    // Each text is tested once, however often it occurs.
    private void RunTestText(int number, int count, TestText step)
    {
        var column = _batch.Columns[step.Column];
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        certain.Clear();
        var holds = new bool?[_batch.Texts.Count];
        for (var i = 0; i < count; i++)
        {
            if (Bits.Get(column.Known, i))
            {
                var code = column.Ints[i];
                Bits.Set(certain, i, holds[code] ??= step.Test.Holds(_batch.Texts[code]));
            }
        }

        certain.CopyTo(possible);
        ApplyUnknown(certain, possible, column.Known, Truth.Unknown);
    }

    private static void ApplyUnknown(Span<ulong> certain, Span<ulong> possible, ReadOnlySpan<ulong> known, Truth ifUnknown)
    {
        var (c, p) = (ifUnknown == Truth.True ? ulong.MaxValue : 0, ifUnknown != Truth.False ? ulong.MaxValue : 0);
        for (var word = 0; word < certain.Length; word++)
        {
            certain[word] = (certain[word] & known[word]) | (c & ~known[word]);
            possible[word] = (possible[word] & known[word]) | (p & ~known[word]);
        }
    }

    private void RunCombine(int number, int count, Combine step)
    {
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        certain.Fill(step.IsAll ? ulong.MaxValue : 0);
        possible.Fill(step.IsAll ? ulong.MaxValue : 0);
        foreach (var part in step.Parts.Numbers)
        {
            var (c, p) = (_certain[part], _possible[part]);
            for (var word = 0; word < certain.Length; word++)
            {
                certain[word] = step.IsAll ? certain[word] & c[word] : certain[word] | c[word];
                possible[word] = step.IsAll ? possible[word] & p[word] : possible[word] | p[word];
            }
        }
    }

    private void RunInvert(int number, int count, Invert step)
    {
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        var (c, p) = (_certain[step.Part], _possible[step.Part]);
        for (var word = 0; word < certain.Length; word++)
        {
            certain[word] = ~p[word];
            possible[word] = ~c[word];
        }
    }

    private void RunCombineAtLeast(int number, int count, CombineAtLeast step)
    {
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        for (var i = 0; i < count; i++)
        {
            int sure = 0, may = 0;
            foreach (var part in step.Parts.Numbers)
            {
                sure += Bits.Get(_certain[part], i) ? 1 : 0;
                may += Bits.Get(_possible[part], i) ? 1 : 0;
            }

            Bits.Set(certain, i, sure >= step.Number);
            Bits.Set(possible, i, may >= step.Number);
        }
    }

    private void RunSpread(int number, int count, Spread step)
    {
        var from = _program.Steps[step.Part].Level;
        if (IsQuantity(step.Part))
        {
            var low = LowOf(number, count);
            var high = HighOf(number, count);
            _mayBeNothing[number] = _mayBeNothing[step.Part];
            var nothing = NothingOf(number, count);
            for (var i = 0; i < count; i++)
            {
                var source = AncestorOf(step.Level, i, from);
                (low[i], high[i]) = (_low[step.Part][source], _high[step.Part][source]);
                if (_mayBeNothing[step.Part])
                {
                    Bits.Set(nothing, i, Bits.Get(_nothing[step.Part], source));
                }
            }

            return;
        }

        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        for (var i = 0; i < count; i++)
        {
            var source = AncestorOf(step.Level, i, from);
            Bits.Set(certain, i, Bits.Get(_certain[step.Part], source));
            Bits.Set(possible, i, Bits.Get(_possible[step.Part], source));
        }
    }

    private int AncestorOf(int level, int element, int ancestor)
    {
        for (; level != ancestor; level = _program.Layout.Levels[level].Parent)
        {
            element = _batch.Levels[level].Parents[element];
        }

        return element;
    }

    // An element that is only supposed may make it possible, never certain.
    private void RunSomeOf(int number, int count, SomeOf step)
    {
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        certain.Clear();
        possible.Clear();
        var rows = _batch.Levels[step.Below];
        var (c, p) = (_certain[step.Part], _possible[step.Part]);
        var supposed = rows.Supposed;
        var parents = rows.Parents;
        for (var word = 0; word < Bits.Words(rows.Count); word++)
        {
            var inside = rows.Count - (word << 6) >= 64 ? ulong.MaxValue : (1ul << (rows.Count & 63)) - 1;
            Set(certain, c[word] & ~supposed[word] & inside, word, parents);
            Set(possible, p[word] & inside, word, parents);
        }

        static void Set(Span<ulong> plane, ulong bits, int word, ReadOnlySpan<int> parents)
        {
            for (; bits != 0; bits &= bits - 1)
            {
                Bits.Set(plane, parents[(word << 6) + System.Numerics.BitOperations.TrailingZeroCount(bits)]);
            }
        }
    }

    private ulong[] _spare = [];
}
