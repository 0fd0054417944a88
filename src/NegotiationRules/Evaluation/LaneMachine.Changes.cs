using System.Numerics;
using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <content>Changed facts: runs again only what reads them, and stops where a result stays as it was.</content>
internal sealed partial class LaneMachine
{
    private LaneQueue? _queue;
    private bool[] _isDeciding = [];
    private bool[] _isLevelChanged = [];
    private bool[] _isTouched = [];
    private int[] _touched = [];
    private int _touchedCount;
    private int[] _rememberedAt = [];
    private ulong[] _remembered = [];
    private LaneFlip[] _flips = [];
    private int _flipCount;

    /// <summary>Works out all rules, and remembers the outcomes, so that <see cref="Update"/> can tell what flips.</summary>
    public void Start(FactTable table, Func<Condition, Truth>? walk)
    {
        Run(table, walk);
        Prepare();
        Array.Clear(_isTouched);
        _touchedCount = 0;
        for (var group = 0; group < _program.Groups.Length; group++)
        {
            Remember(group);
        }
    }

    /// <summary>Works out again what depends on changed facts of the table that was started with.</summary>
    /// <remarks>If quantities go beyond what is reckoned with, <see cref="IsBeyond"/> says so and nothing flips; the next update tells the
    /// difference to the outcomes before.</remarks>
    /// <param name="columns">The columns of which a value changed.</param>
    /// <param name="levels">The levels of which elements came or went, with all columns that they have.</param>
    /// <returns>The rules with another outcome than before; they stand until the next update.</returns>
    public ReadOnlySpan<LaneFlip> Update(scoped ReadOnlySpan<int> columns, scoped ReadOnlySpan<int> levels)
    {
        _flipCount = 0;
        if (_isBeyond)
        {
            Run(_table, _walk);
            for (var group = 0; group < _program.Groups.Length; group++)
            {
                Touch(group);
            }
        }
        else
        {
            MarkChanged(columns, levels);
            if (!_hasTwoPlanes && IsOpened(columns))
            {
                TellApart();
            }

            if (_hasTwoPlanes)
            {
                RunDue<TwoPlanes>();
            }
            else
            {
                RunDue<OnePlane>();
            }

            Array.Clear(_isLevelChanged);
        }

        if (!_isBeyond)
        {
            FindFlips();
        }

        return _flips.AsSpan(0, _flipCount);
    }

    private void Prepare()
    {
        if (_queue is not null)
        {
            return;
        }

        _queue = new LaneQueue(_ops.Length);
        _isDeciding = new bool[_program.Layout.Columns.Length];
        foreach (var op in _ops)
        {
            if (
                op.Kind.ReadsColumn()
                && op.Kind != LaneOpKind.TestKnown
                && !(op.Kind == LaneOpKind.StageOther && _program.Steps[op.Extra] is TestKnown)
            )
            {
                _isDeciding[op.Source] = true;
            }
        }

        _isLevelChanged = new bool[_program.Layout.Levels.Length];
        _isTouched = new bool[_program.Groups.Length];
        _touched = new int[_program.Groups.Length];
        _rememberedAt = new int[_program.Groups.Length];
        var words = 0;
        for (var group = 0; group < _rememberedAt.Length; group++)
        {
            _rememberedAt[group] = words;
            words += (_program.Groups[group].IsPlain ? 2 : 4) * _program.Groups[group].Words;
        }

        _remembered = new ulong[words];
    }

    private void MarkChanged(ReadOnlySpan<int> columns, ReadOnlySpan<int> levels)
    {
        foreach (var column in columns)
        {
            _queue!.Add(_program.Uses.OfColumn[column]);
        }

        _queue!.Add(_program.Uses.Walks);
        if (levels.IsEmpty)
        {
            return;
        }

        _ = MakeRoom();
        foreach (var level in levels)
        {
            _isLevelChanged[level] = true;
        }

        for (var level = 1; level < _isLevelChanged.Length; level++)
        {
            // The elements of an element come and go with it.
            _isLevelChanged[level] |= _isLevelChanged[_levels[level].Level.Parent];
            if (_isLevelChanged[level])
            {
                _queue.Add(_program.Uses.OfLevel[level]);
            }
        }
    }

    // Whether a fact that is not known any more makes a difference between what is certain and what is possible.
    private bool IsOpened(ReadOnlySpan<int> columns)
    {
        foreach (var column in columns)
        {
            if (_isDeciding[column] && (_columns[column].HasUnknown || _columns[column].HasPartialDates))
            {
                return true;
            }
        }

        for (var level = 1; level < _isLevelChanged.Length; level++)
        {
            if (_isLevelChanged[level] && (_levels[level].HasSupposed || LeavesOpen(level)))
            {
                return true;
            }
        }

        return false;
    }

    private bool LeavesOpen(int level)
    {
        foreach (var column in _columns)
        {
            if (column.Column.Level == level && _isDeciding[column.Column.Index] && (column.HasUnknown || column.HasPartialDates))
            {
                return true;
            }
        }

        return false;
    }

    // So far what was certain was all that was possible.
    private void TellApart()
    {
        _hasTwoPlanes = true;
        for (var level = 0; level < _words.Length; level++)
        {
            var half = _halves[level];
            for (var record = 0; half > 0 && record < _words[level].Length; record += 2 * half)
            {
                _words[level].AsSpan(record, half).CopyTo(_words[level].AsSpan(record + half, half));
            }
        }
    }

    private void RunDue<TPlanes>()
        where TPlanes : struct, IPlanes
    {
        var from = 0;
        while (_queue!.TryTake(ref from, out var number))
        {
            ref readonly var op = ref _ops[number];
            var changed = op.Kind.IsStaged() ? RunStaged<TPlanes, Followed>(op.Kind, number)
                : op.Kind == LaneOpKind.Match ? RunCombineOne<TPlanes, Followed>(number, number + 1)
                : Run<TPlanes, Followed>(op.Kind, number, number + 1);
            if (changed != 0 || _isLevelChanged[op.Level])
            {
                _queue.Add(_program.Uses.OfOp[number]);
                foreach (var group in _program.Uses.GroupsOf[number])
                {
                    Touch(group);
                }
            }
        }
    }

    private void Touch(int group)
    {
        if (!_isTouched[group])
        {
            _isTouched[group] = true;
            _touched[_touchedCount++] = group;
        }
    }

    private void Remember(int group)
    {
        ref readonly var at = ref _program.Groups[group];
        var planes = at.IsPlain ? 2 : 4;
        for (var plane = 0; plane < planes; plane++)
        {
            PlaneOf(at, plane).CopyTo(_remembered.AsSpan(_rememberedAt[group] + (plane * at.Words)));
        }
    }

    // Of a plain group what is certain and what is possible; otherwise satisfied, violated, pending, not applicable.
    private ReadOnlySpan<ulong> PlaneOf(in LaneGroup group, int plane) =>
        _words[0].AsSpan(group.Slot + (group.IsPlain ? plane * PossibleAt : plane * group.Words), group.Words);

    private void FindFlips()
    {
        for (var i = 0; i < _touchedCount; i++)
        {
            var group = _touched[i];
            _isTouched[group] = false;
            FindFlips(group, _program.Groups[group]);
            Remember(group);
        }

        _touchedCount = 0;
    }

    private void FindFlips(int group, in LaneGroup at)
    {
        var planes = at.IsPlain ? 2 : 4;
        for (var word = 0; word < at.Words; word++)
        {
            ulong differing = 0;
            for (var plane = 0; plane < planes; plane++)
            {
                differing |= PlaneOf(at, plane)[word] ^ _remembered[_rememberedAt[group] + (plane * at.Words) + word];
            }

            var lanes = Math.Min(64, at.Lanes - (word << 6));
            differing &= ulong.MaxValue >> (64 - lanes) << at.Shift;
            for (; differing != 0; differing &= differing - 1)
            {
                var bit = BitOperations.TrailingZeroCount(differing);
                Report(group, at, word, bit);
            }
        }
    }

    private void Report(int group, in LaneGroup at, int word, int bit)
    {
        var (before, after) = (0, 0);
        for (var plane = 0; plane < (at.IsPlain ? 2 : 4); plane++)
        {
            before |= (int)(_remembered[_rememberedAt[group] + (plane * at.Words) + word] >> bit & 1) << plane;
            after |= (int)(PlaneOf(at, plane)[word] >> bit & 1) << plane;
        }

        foreach (var rule in _program.Uses.RulesOf[at.FirstOutcome + (word << 6) + bit - at.Shift])
        {
            if (_flipCount == _flips.Length)
            {
                Array.Resize(ref _flips, Math.Max(16, _flipCount * 2));
            }

            _flips[_flipCount++] = new LaneFlip(rule, OutcomeOf(before, at.IsPlain), OutcomeOf(after, at.IsPlain));
        }
    }

    private static RuleOutcome OutcomeOf(int planes, bool isPlain) => (planes, isPlain) switch
    {
        (0, true) => RuleOutcome.Violated,
        (2, true) => RuleOutcome.Unknown,
        (1, false) or (_, true) => RuleOutcome.Satisfied,
        (2, false) => RuleOutcome.Violated,
        (4, false) => RuleOutcome.Pending,
        (8, false) => RuleOutcome.NotApplicable,
        _ => RuleOutcome.Unknown,
    };
}
