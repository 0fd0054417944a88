using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Programs;

/// <content>Tests of facts against constants.</content>
internal sealed partial class LaneCompiler
{
    // Facts of the scenario are laid side by side and tested together.
    private LaneValue Staged(LaneOpKind kind, int column, int extra, long low = 1, long high = 1) =>
        Add(
            new LaneOp { Kind = kind, Source = column, Extra = extra, IfUnknown = Conditions.Truth.Unknown, Low = low, High = high }, 1);

    private LaneValue Range(TestRange first, int[] steps)
    {
        var storage = _program.Layout.Columns[first.Column].Storage;
        if (steps.Length == 1)
        {
            var isEmpty = first.Level == 0 && first.Low > first.High;
            var one = new LaneOp
            {
                Kind = isEmpty ? LaneOpKind.StageOther : (storage, first.Level) switch
                {
                    (ColumnStorage.Longs, 0) => LaneOpKind.StageLong,
                    (ColumnStorage.Days, 0) => LaneOpKind.StageDay,
                    (_, 0) => LaneOpKind.StageInt,
                    (ColumnStorage.Longs, _) => LaneOpKind.TestLong,
                    _ => LaneOpKind.TestInt,
                },
                Level = first.Level,
                Source = first.Column,
                Extra = steps[0],
                Low = isEmpty ? 1 : first.Low,
                High = isEmpty ? 1 : first.High,
                IfUnknown = first.IfUnknown,
            };
            return Add(one, 1);
        }

        var isLong = storage == ColumnStorage.Longs;
        var (least, most) = isLong ? (long.MinValue, long.MaxValue) : (int.MinValue, int.MaxValue);
        var ranges = Array.ConvertAll(steps, step => LaneBounds.Within((TestRange)_program.Steps[step], least, most));
        var bounds = (byte)((ranges.Any(r => r.Low > least) ? 1 : 0) | (ranges.Any(r => r.High < most) ? 2 : 0));
        var op = new LaneOp
        {
            Kind = isLong ? LaneOpKind.LongLanes : storage == ColumnStorage.Days ? LaneOpKind.DayLanes : LaneOpKind.IntLanes,
            Level = first.Level,
            Source = first.Column,
            Bounds = bounds == 0 ? (byte)1 : bounds,
            First = isLong ? _longs.Count : _ints.Count,
            Extra = WhenUnknown(steps, step => ((TestRange)step).IfUnknown),
        };
        if (isLong)
        {
            LaneBounds.Add(_longs, ranges, op.Bounds, value => value);
        }
        else
        {
            LaneBounds.Add(_ints, ranges, op.Bounds, value => (int)value);
        }

        return Add(op, steps.Length);
    }

    private LaneValue RealRange(TestRealRange first, int[] steps)
    {
        if (steps.Length == 1)
        {
            var one = new LaneOp
            {
                Kind = LaneOpKind.StageReal,
                Source = first.Column,
                IfUnknown = first.IfUnknown,
            };
            (one.Low, one.High) = (LaneOrder.Of(first.Low), LaneOrder.Of(first.High));
            return Add(one, 1);
        }

        var op = new LaneOp
        {
            Kind = LaneOpKind.RealLanes,
            Level = first.Level,
            Source = first.Column,
            Bounds = 3,
            First = _reals.Count,
            Extra = WhenUnknown(steps, step => ((TestRealRange)step).IfUnknown),
        };
        var ranges = Array.ConvertAll(
            steps,
            step => (((TestRealRange)_program.Steps[step]).Low, ((TestRealRange)_program.Steps[step]).High)
        );
        LaneBounds.Add(_reals, ranges, 3, value => value);
        return Add(op, steps.Length);
    }

    // Which lanes are certain, then which are possible, if the fact is unknown.
    private int WhenUnknown(int[] steps, Func<Step, Truth> ifUnknown)
    {
        var start = _masks.Count;
        var truths = Array.ConvertAll(steps, step => ifUnknown(_program.Steps[step]));
        AddMask(truths, truth => truth == Conditions.Truth.True);
        AddMask(truths, truth => truth != Conditions.Truth.False);
        return start;
    }

    private void AddMask<T>(T[] lanes, Func<T, bool> isSet)
    {
        for (var start = 0; start < lanes.Length; start += 64)
        {
            ulong word = 0;
            for (var lane = start; lane < Math.Min(start + 64, lanes.Length); lane++)
            {
                word |= isSet(lanes[lane]) ? 1ul << lane : 0;
            }

            _masks.Add(word);
        }
    }

    private LaneValue Codes(TestCodes first, int[] steps)
    {
        if (first.Level > 0 || steps.Length > 1)
        {
            return CodeLanes(first, steps);
        }

        var codes = first.Codes.Sorted;
        if (codes[^1] - codes[0] == codes.Length - 1)
        {
            // Texts that a rule lists mostly have codes that follow one another.
            return Staged(LaneOpKind.StageInt, first.Column, steps[0], codes[0], codes[^1]);
        }

        if (codes[^1] >= 64)
        {
            return Staged(LaneOpKind.StageOther, first.Column, steps[0]);
        }

        _masks.Add(codes.Aggregate(0ul, (bits, code) => bits | (1ul << code)));
        return Staged(LaneOpKind.StageCode, first.Column, _masks.Count - 1);
    }

    // A quantifier over a text of its elements is one operation: a row of lanes for each text, put together over the elements.
    private LaneValue? SomeCodes(SomeOf step, TestCodes first, int[] steps, bool isInverted)
    {
        if (steps.Length > 64 || first.Level != step.Below)
        {
            return null;
        }

        var pairs = LanesOfCodes(steps);
        var low = pairs.Min(pair => pair.Code);
        var span = pairs.Max(pair => pair.Code) - low + 1;
        if (!IsDense(span, 1, pairs.Count))
        {
            return null;
        }

        var isOne = steps.Length == 1 || !steps.AsSpan().ContainsAnyExcept(steps[0]);
        var op = new LaneOp
        {
            Kind = LaneOpKind.SomeCodes,
            Level = step.Level,
            Below = step.Below,
            Source = first.Column,
            Low = low,
            Count = span,
            First = _masks.Count,
            IsInverted = isInverted,
        };
        var rows = new ulong[span];
        foreach (var (code, lane) in pairs)
        {
            // One lane alone fills its word.
            rows[code - low] |= isOne ? ulong.MaxValue : 1ul << lane;
        }

        _masks.AddRange(rows);
        return Add(op, isOne ? 1 : steps.Length);
    }

    private List<(int Code, int Lane)> LanesOfCodes(int[] steps)
    {
        var pairs = new List<(int Code, int Lane)>();
        for (var lane = 0; lane < steps.Length; lane++)
        {
            foreach (var code in ((TestCodes)_program.Steps[steps[lane]]).Codes.Sorted)
            {
                pairs.Add((code, lane));
            }
        }

        return pairs;
    }

    // Whether rows for all codes of a span are not much more memory than a list of the lanes that name them.
    private static bool IsDense(int span, int words, int pairs) => (long)span * words <= 64 + (2L * pairs);

    // The other way round: for each code the lanes that name it, as words where that is not much more memory than listing them.
    private LaneValue CodeLanes(TestCodes first, int[] steps)
    {
        var pairs = LanesOfCodes(steps);
        var words = (steps.Length + 63) >> 6;
        var low = pairs.Min(pair => pair.Code);
        var span = pairs.Max(pair => pair.Code) - low + 1;
        var op = new LaneOp { Level = first.Level, Source = first.Column, Low = low, Count = span };
        if (IsDense(span, words, pairs.Count))
        {
            op.Kind = LaneOpKind.CodeLanes;
            op.First = _masks.Count;
            var rows = new ulong[span * words];
            foreach (var (code, lane) in pairs)
            {
                rows[((code - low) * words) + (lane >> 6)] |= steps.Length == 1 ? ulong.MaxValue : 1ul << lane;
            }

            _masks.AddRange(rows);
            return Add(op, steps.Length);
        }

        // The codes that are named at all, then where the lanes of each start, then the lanes.
        pairs.Sort();
        var codes = pairs.Select(pair => pair.Code).Distinct().ToList();
        op.Kind = LaneOpKind.CodeListLanes;
        op.First = _ints.Count;
        op.Count = codes.Count;
        _ints.AddRange(codes);
        var start = 0;
        foreach (var code in codes)
        {
            _ints.Add(start);
            while (start < pairs.Count && pairs[start].Code == code)
            {
                start++;
            }
        }

        _ints.Add(start);
        _ints.AddRange(pairs.Select(pair => pair.Lane));
        return Add(op, steps.Length);
    }
}
