using System.Numerics;
using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Changed facts: runs again only what reads them, and stops where a result stays as it was.</summary>
internal sealed class LaneChanges(LaneState state)
{
    private readonly LaneOp[] _ops = state.Ops;
    private readonly LaneGroup[] _groups = state.Program.Groups;
    private readonly LaneUses _uses = state.Program.Uses;
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

    /// <summary>Remembers the outcomes of the run before, so that <see cref="Update"/> can tell what flips.</summary>
    public void Begin()
    {
        Prepare();
        Array.Clear(_isTouched);
        _touchedCount = 0;
        for (var group = 0; group < _groups.Length; group++)
        {
            Remember(group);
        }
    }

    /// <summary>Works out again what depends on changed facts, and tells which rules have another outcome than was remembered.</summary>
    /// <param name="columns">The columns of which a value changed.</param>
    /// <param name="levels">The levels of which elements came or went, with all columns that they have.</param>
    public ReadOnlySpan<LaneFlip> Update(scoped ReadOnlySpan<int> columns, scoped ReadOnlySpan<int> levels)
    {
        MarkChanged(columns, levels);
        if (state.HasLists && state.Lists.Update(columns, _isLevelChanged, state.Walk))
        {
            state.IsBeyond = state.Lists.AnyBeyond;
            _queue!.Add(_uses.Given);
        }

        if (!state.HasTwoPlanes && (IsOpened(columns) || (state.HasLists && state.IsGivenOpen())))
        {
            TellApart();
        }

        if (state.HasTwoPlanes)
        {
            RunDue<TwoPlanes>();
        }
        else
        {
            RunDue<OnePlane>();
        }

        Array.Clear(_isLevelChanged);
        return Flips();
    }

    /// <summary>The same after all was worked out anew.</summary>
    public ReadOnlySpan<LaneFlip> OfAll()
    {
        for (var group = 0; group < _groups.Length; group++)
        {
            Touch(group);
        }

        return Flips();
    }

    private ReadOnlySpan<LaneFlip> Flips()
    {
        _flipCount = 0;
        if (!state.IsBeyond)
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
        _isDeciding = new bool[state.Program.Layout.Columns.Length];
        foreach (var op in _ops)
        {
            if (
                op.Kind.ReadsColumn()
                && !(op.Kind == LaneOpKind.StageOther && state.Program.Steps[op.Extra] is TestKnown)
            )
            {
                _isDeciding[op.Source] = true;
            }
        }

        _isLevelChanged = new bool[state.Program.Layout.Levels.Length];
        _isTouched = new bool[_groups.Length];
        _touched = new int[_groups.Length];
        _rememberedAt = new int[_groups.Length];
        var words = 0;
        for (var group = 0; group < _rememberedAt.Length; group++)
        {
            _rememberedAt[group] = words;
            words += (_groups[group].IsPlain ? 2 : 4) * _groups[group].Words;
        }

        _remembered = new ulong[words];
    }

    private void MarkChanged(ReadOnlySpan<int> columns, ReadOnlySpan<int> levels)
    {
        foreach (var column in columns)
        {
            _queue!.Add(_uses.OfColumn[column]);
        }

        if (levels.IsEmpty)
        {
            return;
        }

        _ = state.MakeRoom();
        foreach (var level in levels)
        {
            _isLevelChanged[level] = true;
        }

        for (var level = 1; level < _isLevelChanged.Length; level++)
        {
            // The elements of an element come and go with it.
            _isLevelChanged[level] |= _isLevelChanged[state.Levels[level].Level.Parent];
            if (_isLevelChanged[level])
            {
                _queue!.Add(_uses.OfLevel[level]);
            }
        }
    }

    // Whether a fact that is not known any more makes a difference between what is certain and what is possible.
    private bool IsOpened(ReadOnlySpan<int> columns)
    {
        foreach (var column in columns)
        {
            if (_isDeciding[column] && (state.Columns[column].HasUnknown || state.Columns[column].HasPartialDates))
            {
                return true;
            }
        }

        for (var level = 1; level < _isLevelChanged.Length; level++)
        {
            if (_isLevelChanged[level] && (state.Levels[level].HasSupposed || LeavesOpen(level)))
            {
                return true;
            }
        }

        return false;
    }

    private bool LeavesOpen(int level)
    {
        foreach (var column in state.Columns)
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
        state.HasTwoPlanes = true;
        for (var level = 0; level < state.Words.Length; level++)
        {
            var half = state.Halves[level];
            for (var record = 0; half > 0 && record < state.Words[level].Length; record += 2 * half)
            {
                state.Words[level].AsSpan(record, half).CopyTo(state.Words[level].AsSpan(record + half, half));
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
            var changed = op.Kind.IsStaged() ? LaneStaging.RunStaged<TPlanes, Followed>(state, op.Kind, number)
                : op.Kind == LaneOpKind.Match ? LaneLogic.RunCombineOne<TPlanes, Followed>(state, number, number + 1)
                : LaneOperations.Run<TPlanes, Followed>(state, op.Kind, number, number + 1);
            if (changed != 0 || _isLevelChanged[op.Level])
            {
                _queue.Add(_uses.OfOp[number]);
                foreach (var group in _uses.GroupsOf[number])
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
        ref readonly var at = ref _groups[group];
        var planes = at.IsPlain ? 2 : 4;
        for (var plane = 0; plane < planes; plane++)
        {
            PlaneOf(at, plane).CopyTo(_remembered.AsSpan(_rememberedAt[group] + (plane * at.Words)));
        }
    }

    // Of a plain group what is certain and what is possible; otherwise satisfied, violated, pending, not applicable.
    private ReadOnlySpan<ulong> PlaneOf(in LaneGroup group, int plane) =>
        state.Words[0].AsSpan(group.Slot + (group.IsPlain ? plane * state.PossibleAt : plane * group.Words), group.Words);

    private void FindFlips()
    {
        for (var i = 0; i < _touchedCount; i++)
        {
            var group = _touched[i];
            _isTouched[group] = false;
            FindFlips(group, _groups[group]);
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

        foreach (var rule in _uses.RulesOf[at.FirstOutcome + (word << 6) + bit - at.Shift])
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
