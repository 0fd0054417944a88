using System.Runtime.CompilerServices;
using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Runs a program of lanes over the facts of one scenario: few rules at the speed of code written for them, many of a shape side
/// by side.</summary>
/// <remarks>
/// A truth is two planes of bits, certainly true and possibly true; where all facts that are read are known the two are the same, and one
/// is worked out. Has memory of its own that is used again from run to run, so one machine serves one thread.
/// </remarks>
internal sealed partial class LaneMachine
{
    private readonly LaneProgram _program;
    private readonly LaneOp[] _ops;
    private readonly LaneOperand[] _operands;
    private readonly LaneRun[] _staging;
    private readonly LaneRun[] _runs;
    private readonly LaneRange[] _ranges;
    private readonly LaneBank[] _banks;
    private readonly ulong[] _masks;
    private readonly ulong[][] _words;
    private readonly long[][] _numbers;
    private readonly int[] _halves;
    private readonly ulong[] _spare;
    private readonly ColumnValues[] _stagedColumns;
    private readonly int[] _room;
    private FactTable _table;
    private ColumnValues[] _columns;
    private LevelRows[] _levels;
    private Func<Condition, Truth>? _walk;
    private bool _hasTwoPlanes;
    private bool _isBeyond;

    public LaneMachine(LaneProgram program)
    {
        _program = program;
        _ops = program.Ops;
        _operands = program.Operands;
        _staging = program.Staging;
        _runs = program.Runs;
        _ranges = program.Ranges;
        _banks = program.Banks;
        _masks = program.Masks;
        _halves = program.WordsOf;
        _words = [.. program.WordsOf.Select(words => new ulong[2 * words])];
        _numbers = [.. program.QuantitiesOf.Select(quantities => new long[3 * quantities])];
        _spare = new ulong[Math.Max(program.MostWords, 2 * (program.MostCounted + 1))];
        _room = new int[_words.Length];
        _stagedColumns = new ColumnValues[program.Ranges.Length];
        _table = null!;
        (_columns, _levels) = ([], []);
    }

    /// <summary>
    /// Whether the last run met a quantity near the end of 64 bits, with which it does not reckon: then its outcomes mean nothing, and all
    /// rules of the scenario are left to the tree walk.
    /// </summary>
    public bool IsBeyond => _isBeyond;

    /// <summary>Works out all rules. The outcomes stand until the next run.</summary>
    /// <param name="table">The facts of one scenario, laid out as the program asks.</param>
    /// <param name="walk">Evaluates a condition on the scenario, for what has no operation; only needed if the program
    /// <see cref="LaneProgram.HasWalks"/>.</param>
    public void Run(FactTable table, Func<Condition, Truth>? walk)
    {
        var isOpen = Take(table, walk) | !_program.IsDecidedByFacts;
        _hasTwoPlanes = false;
        if (isOpen || !TryRunAll<OnePlane>())
        {
            _hasTwoPlanes = true;
            TryRunAll<TwoPlanes>();
        }
    }

    /// <summary>The same, telling what is certain from what is possible even where nothing is unknown.</summary>
    public void RunInTwoPlanes(FactTable table, Func<Condition, Truth>? walk)
    {
        Take(table, walk);
        _hasTwoPlanes = true;
        TryRunAll<TwoPlanes>();
    }

    // Tells whether any fact of an element is unknown, or what elements there are.
    private bool Take(FactTable table, Func<Condition, Truth>? walk)
    {
        if (!ReferenceEquals(table, _table))
        {
            (_table, _columns, _levels) = (table, table.Columns, table.Levels);
            for (var i = 0; i < _stagedColumns.Length; i++)
            {
                _stagedColumns[i] = _columns[_ops[i].Source];
            }
        }

        _walk = walk;
        _isBeyond = table.Overlarge.Count > 0;
        var isOpen = MakeRoom();
        foreach (var column in _program.Deciding)
        {
            isOpen |= _columns[column].HasUnknown | _columns[column].HasPartialDates;
        }

        return isOpen;
    }

    // Whether one plane was enough: that all facts of the scenario are known is seen as they are tested.
    private bool TryRunAll<TPlanes>()
        where TPlanes : struct, IPlanes
    {
        var (isOpen, word, certain, possible) = (false, 0, 0ul, 0ul);
        foreach (ref readonly var run in _staging.AsSpan())
        {
            if (run.From >> 6 != word)
            {
                PutStaged<TPlanes>(word, certain, possible);
                (word, certain, possible) = (run.From >> 6, 0, 0);
            }

            Stage<TPlanes>(run.Kind, run.From, run.To, ref certain, ref possible, ref isOpen);
        }

        PutStaged<TPlanes>(word, certain, possible);
        if (isOpen && !TPlanes.AreTwo)
        {
            return false;
        }

        foreach (ref readonly var run in _runs.AsSpan())
        {
            Run<TPlanes, Unfollowed>(run.Kind, run.From, run.To);
        }

        return true;
    }

    // The bits after those of facts are worked out later.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PutStaged<TPlanes>(int word, ulong certain, ulong possible)
        where TPlanes : struct, IPlanes
    {
        if (_stagedColumns.Length > 0)
        {
            _words[0][word] = certain;
            if (TPlanes.AreTwo)
            {
                _words[0][word + _halves[0]] = possible;
            }
        }
    }

    // Makes room for the elements of lists, and tells whether any is only supposed. The scenario itself always has its one record.
    private bool MakeRoom()
    {
        var isOpen = false;
        for (var level = 1; level < _levels.Length; level++)
        {
            var rows = _levels[level];
            isOpen |= rows.HasSupposed;
            if (rows.Count > _room[level])
            {
                Grow(level, rows.Count);
            }
        }

        return isOpen;
    }

    private void Grow(int level, int count)
    {
        _room[level] = Math.Max(2 * count, 16);
        _words[level] = new ulong[_room[level] * 2 * _halves[level]];
        _numbers[level] = new long[_room[level] * 3 * _program.QuantitiesOf[level]];
    }

    // Runs operations of one kind; where changes are followed, tells whether any result differs from what stood there.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Run<TPlanes, TChanges>(LaneOpKind kind, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges
    {
        switch (kind)
        {
            case LaneOpKind.Match:
                RunMatches<TPlanes>(from, to);
                return 0;
            case LaneOpKind.SomeCodes:
                return RunSomeCodes<TPlanes, TChanges>(from, to);
            case LaneOpKind.SomeOf:
                return RunSomeOf<TPlanes, TChanges>(from, to);
            case LaneOpKind.CombineOne:
                return RunCombineOne<TPlanes, TChanges>(from, to);
            case LaneOpKind.IntLanes:
                return RunIntLanes<TPlanes, TChanges>(from, to);
            case LaneOpKind.CodeLanes:
                return RunCodeLanes<TPlanes, TChanges>(from, to);
            case LaneOpKind.CombineLanes:
                return RunCombineLanes<TPlanes, TChanges>(from, to);
            default:
                return RunSeldom<TPlanes, TChanges>(kind, from, to);
        }
    }

    private ulong RunSeldom<TPlanes, TChanges>(LaneOpKind kind, int from, int to)
        where TPlanes : struct, IPlanes
        where TChanges : struct, IChanges => kind switch
        {
            LaneOpKind.Constant => RunConstant<TPlanes, TChanges>(from, to),
            LaneOpKind.TestBit => RunTestBit<TPlanes, TChanges>(from, to),
            LaneOpKind.TestInt => RunTest<IntRange, TPlanes, TChanges>(from, to),
            LaneOpKind.TestCode => RunTest<FewCodes, TPlanes, TChanges>(from, to),
            LaneOpKind.TestDay => RunTestDay<TPlanes, TChanges>(from, to),
            LaneOpKind.TestKnown => RunTestKnown<TPlanes, TChanges>(from, to),
            LaneOpKind.TestLong => RunTest<LongRange, TPlanes, TChanges>(from, to),
            LaneOpKind.TestReal => RunTest<RealRange, TPlanes, TChanges>(from, to),
            LaneOpKind.TestCodeList => RunTestCodeList<TPlanes, TChanges>(from, to),
            LaneOpKind.TestText => RunTestText<TPlanes, TChanges>(from, to),
            LaneOpKind.LongLanes => RunLongLanes<TPlanes, TChanges>(from, to),
            LaneOpKind.DayLanes => RunDayLanes<TPlanes, TChanges>(from, to),
            LaneOpKind.RealLanes => RunRealLanes<TPlanes, TChanges>(from, to),
            LaneOpKind.CodeListLanes => RunCodeListLanes<TPlanes, TChanges>(from, to),
            LaneOpKind.AtLeast => RunAtLeast<TPlanes, TChanges>(from, to),
            LaneOpKind.Spread => RunSpread<TPlanes, TChanges>(from, to),
            LaneOpKind.Compare => RunCompare<TPlanes, TChanges>(from, to),
            LaneOpKind.CompareLanes => RunCompareLanes<TPlanes, TChanges>(from, to),
            LaneOpKind.Share => RunShare<TPlanes, TChanges>(from, to),
            LaneOpKind.Walk => RunWalk<TPlanes, TChanges>(from, to),
            LaneOpKind.Outcome => RunOutcome<TPlanes, TChanges>(from, to),
            _ => RunQuantities<TPlanes, TChanges>(from, to),
        };
}
