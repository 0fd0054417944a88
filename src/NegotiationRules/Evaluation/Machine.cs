using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Runs a program over a stretch of scenarios, step by step, each step for all elements of its level.</summary>
/// <remarks>
/// A truth is two planes of bits: certainly true, and possibly true. So <c>and</c> and <c>or</c> are the same on both, and <c>not</c>
/// exchanges their complements. A quantity is two columns: the least and the greatest it may be; <see cref="BoundedArithmetic.NoLow"/> and
/// <see cref="BoundedArithmetic.NoHigh"/> stand for no bound. Where nothing that a step reads is unknown, both are the same: then the step
/// is exact, and only the first is worked out. Quantities that come near the end of 64 bits are not reckoned with here: their scenario is
/// marked, and left to the tree walk. Stretches are to be short enough for what steps give each other to stay near the processor; planes
/// and columns start anew with each. Has memory of its own that is used again from run to run, so one machine serves one thread.
/// </remarks>
internal sealed partial class Machine
{
    private const long NoLow = BoundedArithmetic.NoLow;
    private const long NoHigh = BoundedArithmetic.NoHigh;

    private readonly Program _program;
    private readonly VectorWidth _width;
    private readonly MachineLevel[] _levels;
    private readonly MachineTexts[] _texts;
    private readonly Duration?[] _moves;
    private readonly int[] _walks;

    // By step; Invariant: what is beyond the first of each pair is only there if the step is not exact.
    private readonly ulong[][] _certain;
    private readonly ulong[][] _possible;
    private readonly long[][] _low;
    private readonly long[][] _high;
    private readonly bool[] _isExact;
    private readonly bool[] _mayBeNothing;
    private readonly ulong[][] _nothing;

    // How much of a step that is the same everywhere has been filled in.
    private readonly int[] _filled;
    private readonly bool[] _isConstant;
    private readonly bool[] _isQuantity;

    private ulong[] _beyond = [];
    private ulong[] _known = [];
    private ulong[] _values = [];
    private ulong[] _spare = [];
    private long[] _counts = [];
    private long[] _more = [];
    private FactTable _table = null!;

    public Machine(Program program, VectorWidth width)
    {
        _program = program;
        _width = width;
        _levels = new MachineLevel[program.Layout.Levels.Length];
        foreach (var level in program.Layout.Levels)
        {
            _levels[level.Index] = new MachineLevel(level, level.Parent < 0 ? null : _levels[level.Parent], width);
        }

        var count = program.Steps.Length;
        (_certain, _possible, _nothing) = (NoPlanes(count), NoPlanes(count), NoPlanes(count));
        (_low, _high) = (new long[count][], new long[count][]);
        Array.Fill(_low, []);
        Array.Fill(_high, []);
        (_isExact, _mayBeNothing, _isConstant, _isQuantity) = (new bool[count], new bool[count], new bool[count], new bool[count]);
        _filled = new int[count];
        _texts = new MachineTexts[count];
        for (var i = 0; i < count; i++)
        {
            var step = program.Steps[i];
            _isQuantity[i] =
                step is Read or ConstantQuantity or CountOf or AggregateOf or Calculate or Rescale or ShiftDays or MoveDays
                || (step is Spread s && _isQuantity[s.Part]);
            _isConstant[i] = step is ConstantTruth or ConstantQuantity || (step is Spread t && _isConstant[t.Part]);
            _texts[i] = new MachineTexts(step);
        }

        _moves = [.. program.Steps.Select(step => step is ShiftDays s ? new Duration(s.Months, s.Days * TimeSpan.TicksPerDay) : null)];
        _walks = [.. Enumerable.Range(0, count).Where(i => program.Steps[i] is Walk)];
    }

    /// <summary>How many scenarios the stretch has.</summary>
    public int Count => _levels[0].Count;

    /// <summary>Whether <see cref="Beyond"/> has any bit.</summary>
    public bool AnyBeyond { get; private set; }

    /// <summary>A bit for each scenario that this machine could not reckon with, and all of whose rules are left to the tree
    /// walk.</summary>
    public ReadOnlySpan<ulong> Beyond => _beyond.AsSpan(0, Bits.Words(Count));

    /// <summary>Whether a truth is nowhere unknown.</summary>
    public bool IsExact(int step) => _isExact[step];

    public ReadOnlySpan<ulong> Certain(int step) => _certain[step];

    public ReadOnlySpan<ulong> Possible(int step) => _isExact[step] ? _certain[step] : _possible[step];

    /// <summary>Marks a scenario of the stretch as one that is left to the tree walk.</summary>
    public void LeaveToTheTreeWalk(int scenario)
    {
        Bits.Set(_beyond, scenario);
        AnyBeyond = true;
    }

    /// <summary>Gets ready to run over a table, or over one that has changed.</summary>
    /// <param name="table">The scenarios; laid out as the program asks.</param>
    public void Start(FactTable table)
    {
        _table = table;
        foreach (var texts in _texts)
        {
            texts.Start(table.Texts);
        }
    }

    /// <summary>Runs all steps over a stretch of the scenarios. The results stand until the next run.</summary>
    /// <param name="first">The first scenario; results are counted from it.</param>
    /// <param name="count">How many scenarios.</param>
    /// <param name="walk">Evaluates a condition on one scenario of the stretch, for what has no step.</param>
    public void Run(int first, int count, Func<Condition, int, Truth> walk)
    {
        for (var level = 0; level < _levels.Length; level++)
        {
            _levels[level].Take(_table.Levels[level], first, count);
        }

        AnyBeyond = false;
        Room(ref _beyond, Bits.Words(count)).Clear();
        for (var i = 0; i < count && _table.Overlarge.Count > 0; i++)
        {
            if (_table.Overlarge.Contains(first + i))
            {
                LeaveToTheTreeWalk(i);
            }
        }

        RunWalks(count, walk);
        for (var i = 0; i < _program.Steps.Length; i++)
        {
            var step = _program.Steps[i];
            if (_isConstant[i])
            {
                RunConstant(i, step);
            }
            else if (_isQuantity[i])
            {
                RunQuantity(i, step);
            }
            else
            {
                RunTruth(i, step);
            }
        }
    }

    private void RunTruth(int number, Step step)
    {
        switch (step)
        {
            case TestBits s:
                RunTestBits(number, s);
                break;
            case TestKnown s:
                RunTestKnown(number, s);
                break;
            case TestRange s:
                RunTestRange(number, s);
                break;
            case TestRealRange s:
                RunTestRealRange(number, s);
                break;
            case TestCodes s:
                RunTestCodes(number, s);
                break;
            case TestText s:
                RunTestText(number, s);
                break;
            case Combine s:
                RunCombine(number, s);
                break;
            case Invert s:
                RunInvert(number, s);
                break;
            case CombineAtLeast s:
                RunCombineAtLeast(number, s);
                break;
            case Spread s:
                RunSpreadTruth(number, s);
                break;
            case SomeOf s:
                RunSomeOf(number, s);
                break;
            case CompareQuantities s:
                RunCompareQuantities(number, s);
                break;
            case ShareOf s:
                RunShareOf(number, s);
                break;
            case Walk:
                break;
            default:
                throw new InvalidOperationException($"no way to run {step.GetType().Name}");
        }
    }

    // What is the same everywhere is filled in once, and again only if a later stretch is longer.
    private void RunConstant(int number, Step step)
    {
        var count = _levels[step.Level].Count;
        var constant = step;
        while (constant is Spread spread)
        {
            constant = _program.Steps[spread.Part];
        }

        if (constant is ConstantQuantity quantity)
        {
            if (_filled[number] < count)
            {
                LowOf(number, count);
                HighOf(number, count);
                _low[number].AsSpan().Fill(quantity.Low);
                _high[number].AsSpan().Fill(quantity.High);
                _filled[number] = _low[number].Length;
            }

            _isExact[number] = quantity.Low == quantity.High;
            CheckRange(number, step.Level);
            return;
        }

        var truth = ((ConstantTruth)constant).Truth;
        if (_filled[number] < count)
        {
            CertainOf(number, count);
            PossibleOf(number, count);
            _certain[number].AsSpan().Fill(truth == Truth.True ? ulong.MaxValue : 0);
            _possible[number].AsSpan().Fill(truth != Truth.False ? ulong.MaxValue : 0);
            _filled[number] = _certain[number].Length * 64;
        }

        _isExact[number] = truth != Truth.Unknown;
    }

    // Scenario by scenario, so that whoever walks needs the facts of one at a time.
    private void RunWalks(int count, Func<Condition, int, Truth> walk)
    {
        foreach (var number in _walks)
        {
            CertainOf(number, count);
            PossibleOf(number, count);
            _isExact[number] = false;
        }

        for (var i = 0; i < count && _walks.Length > 0; i++)
        {
            foreach (var number in _walks)
            {
                var truth = walk(((Walk)_program.Steps[number]).Condition, i);
                Bits.Set(_certain[number], i, truth == Truth.True);
                Bits.Set(_possible[number], i, truth != Truth.False);
            }
        }
    }

    private Span<ulong> CertainOf(int number, int count) => Room(ref _certain[number], Bits.Words(count));

    private Span<ulong> PossibleOf(int number, int count) => Room(ref _possible[number], Bits.Words(count));

    private Span<long> LowOf(int number, int count) => Room(ref _low[number], count);

    private Span<long> HighOf(int number, int count) => Room(ref _high[number], count);

    private static Span<T> Room<T>(ref T[] memory, int count)
    {
        if (memory.Length < count)
        {
            memory = new T[Math.Max(count, memory.Length * 2)];
        }

        return memory.AsSpan(0, count);
    }

    private static ulong[][] NoPlanes(int count)
    {
        var planes = new ulong[count][];
        Array.Fill(planes, []);
        return planes;
    }

    // Marks the scenario of an element as one that is left to the tree walk.
    private void MarkBeyond(int level, int element)
    {
        for (var at = _levels[level]; at.Parent is not null; at = at.Parent)
        {
            element = at.ParentOf(element);
        }

        LeaveToTheTreeWalk(element);
    }
}
