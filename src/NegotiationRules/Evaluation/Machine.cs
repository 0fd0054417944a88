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
internal sealed class Machine
{
    private readonly Program _program;
    private readonly MachineMemory _memory;
    private readonly MachineTruths _truths;
    private readonly MachineQuantities _quantities;
    private readonly MachineLists _lists;
    private readonly MachineOrders _orders;
    private readonly int[] _walks;

    // How much of a step that is the same everywhere has been filled in.
    private readonly int[] _filled;
    private readonly bool[] _isConstant;
    private readonly bool[] _isQuantity;
    private StepUses? _uses;
    private LaneQueue? _queue;

    public Machine(Program program, VectorWidth width)
    {
        _program = program;
        _memory = new MachineMemory(program, width);
        (_truths, _quantities, _lists) = (new(program, _memory), new(_memory), new(program, _memory));
        _orders = new MachineOrders(_memory);
        var count = program.Steps.Length;
        (_isConstant, _isQuantity, _filled) = (new bool[count], new bool[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            var step = program.Steps[i];
            _isQuantity[i] = program.IsQuantity(i);
            _isConstant[i] = step is ConstantTruth or ConstantQuantity || (step is Spread t && _isConstant[t.Part]);
        }

        _walks = [.. Enumerable.Range(0, count).Where(i => program.Steps[i] is Walk)];
    }

    /// <summary>How many scenarios the stretch has.</summary>
    public int Count => _memory.Count;

    /// <summary>Whether <see cref="Beyond"/> has any bit.</summary>
    public bool AnyBeyond => _memory.AnyBeyond;

    /// <summary>A bit for each scenario that this machine could not reckon with, and all of whose rules are left to the tree
    /// walk.</summary>
    public ReadOnlySpan<ulong> Beyond => _memory.Beyond;

    /// <summary>Whether a truth is nowhere unknown.</summary>
    public bool IsExact(int step) => _memory.IsExact[step];

    public ReadOnlySpan<ulong> Certain(int step) => _memory.Certain(step);

    public ReadOnlySpan<ulong> Possible(int step) => _memory.Possible(step);

    public ReadOnlySpan<long> Low(int step) => _memory.Low(step);

    public ReadOnlySpan<long> High(int step) => _memory.High(step);

    /// <summary>Whether of an element there may be no quantity.</summary>
    public bool IsNothing(int step, int element) => _memory.MayBeNothing[step] && Bits.Get(_memory.Nothing[step], element);

    /// <summary>Whether a result is nowhere unknown, and nowhere missing.</summary>
    public bool IsKnown(int step) => _memory.IsExact[step] && !_memory.MayBeNothing[step];

    /// <summary>Marks a scenario of the stretch as one that is left to the tree walk.</summary>
    public void LeaveToTheTreeWalk(int scenario) => _memory.LeaveToTheTreeWalk(scenario);

    /// <summary>Gets ready to run over a table, or over one that has changed.</summary>
    /// <param name="table">The scenarios; laid out as the program asks.</param>
    public void Start(FactTable table)
    {
        _memory.Table = table;
        _truths.Start(table.Texts);
    }

    /// <summary>Runs all steps over a stretch of the scenarios. The results stand until the next run.</summary>
    /// <param name="first">The first scenario; results are counted from it.</param>
    /// <param name="count">How many scenarios.</param>
    /// <param name="walk">Evaluates a condition on one scenario of the stretch, for what has no step.</param>
    public void Run(int first, int count, Func<Condition, int, Truth> walk)
    {
        _memory.Take(first, count);
        RunWalks(count, walk);
        for (var i = 0; i < _program.Steps.Length; i++)
        {
            RunStep(i);
        }
    }

    /// <summary>Runs again, over a table that has one scenario and was run over before, the steps that depend on what changed.</summary>
    /// <param name="columns">The columns of which a value changed.</param>
    /// <param name="levels">By level, whether elements came or went.</param>
    /// <param name="walk">As for <see cref="Run"/>; what has no step may depend on anything.</param>
    /// <returns>Whether any step was run.</returns>
    public bool Update(ReadOnlySpan<int> columns, ReadOnlySpan<bool> levels, Func<Condition, int, Truth> walk)
    {
        _uses ??= new StepUses(_program);
        _queue ??= new LaneQueue(_program.Steps.Length);
        foreach (var column in columns)
        {
            _queue.Add(_uses.OfColumn[column]);
        }

        for (var level = 1; level < levels.Length; level++)
        {
            _queue.Add(levels[level] ? _uses.OfLevel[level] : []);
        }

        _queue.Add(_walks);
        var from = 0;
        if (!_queue.TryTake(ref from, out var number))
        {
            return false;
        }

        _memory.Take(0, 1);
        _truths.Start(_memory.Table.Texts);
        RunWalks(1, walk);
        do
        {
            RunStep(number);
            _queue.Add(_uses.OfStep[number]);
        }
        while (_queue.TryTake(ref from, out number));

        return true;
    }

    private void RunStep(int number)
    {
        var step = _program.Steps[number];
        if (_isConstant[number])
        {
            RunConstant(number, step);
        }
        else if (_isQuantity[number])
        {
            RunQuantity(number, step);
        }
        else
        {
            RunTruth(number, step);
        }
    }

    private void RunTruth(int number, Step step)
    {
        switch (step)
        {
            case TestBits s:
                _truths.RunTestBits(number, s);
                break;
            case TestKnown s:
                _truths.RunTestKnown(number, s);
                break;
            case TestRange s:
                _truths.RunTestRange(number, s);
                break;
            case TestRealRange s:
                _truths.RunTestRealRange(number, s);
                break;
            case TestCodes s:
                _truths.RunTestCodes(number, s);
                break;
            case TestText s:
                _truths.RunTestText(number, s);
                break;
            case Combine s:
                _truths.RunCombine(number, s);
                break;
            case Invert s:
                _truths.RunInvert(number, s);
                break;
            case CombineAtLeast s:
                _truths.RunCombineAtLeast(number, s);
                break;
            case Spread s:
                _lists.RunSpreadTruth(number, s);
                break;
            case SomeOf s:
                _lists.RunSomeOf(number, s);
                break;
            case CompareQuantities s:
                _quantities.RunCompareQuantities(number, s);
                break;
            case ShareOf s:
                _lists.RunShareOf(number, s);
                break;
            case OrderOf s:
                _orders.RunOrderOf(number, s);
                break;
            case Walk:
                break;
            default:
                throw new InvalidOperationException($"no way to run {step.GetType().Name}");
        }
    }

    private void RunQuantity(int number, Step step)
    {
        switch (step)
        {
            case Read s:
                _quantities.RunRead(number, s);
                break;
            case Spread s:
                _lists.RunSpreadQuantity(number, s);
                break;
            case CountOf s:
                _lists.RunCountOf(number, s);
                break;
            case AggregateOf s:
                _lists.RunAggregateOf(number, s);
                break;
            case Calculate s:
                _quantities.RunCalculate(number, s);
                break;
            case Rescale s:
                _quantities.RunRescale(number, s);
                break;
            case ShiftDays s:
                _quantities.RunMove(number, s, s.Part);
                break;
            case ShiftInstants s:
                _quantities.RunMove(number, s, s.Part);
                break;
            case MoveDays s:
                _quantities.RunMove(number, s, s.Part);
                break;
            case PartOf s:
                _quantities.RunMove(number, s, s.Part);
                break;
            case ExtremeOf s:
                _quantities.RunExtreme(number, s);
                break;
            case ShiftByNumber s:
                _quantities.RunShift(number, s);
                break;
            case Choose s:
                _quantities.RunChoose(number, s);
                break;
            default:
                throw new InvalidOperationException($"no way to run {step.GetType().Name}");
        }
    }

    // What is the same everywhere is filled in once, and again only if a later stretch is longer.
    private void RunConstant(int number, Step step)
    {
        var count = _memory.Levels[step.Level].Count;
        var constant = step;
        while (constant is Spread spread)
        {
            constant = _program.Steps[spread.Part];
        }

        if (constant is ConstantQuantity quantity)
        {
            if (_filled[number] < count)
            {
                _memory.LowOf(number, count);
                _memory.HighOf(number, count);
                _filled[number] = _memory.Fill(number, quantity.Low, quantity.High);
            }

            _memory.IsExact[number] = quantity.Low == quantity.High;
            var isBeyond = false;
            BoundedArithmetic.Check(quantity.Low, quantity.High, ref isBeyond);
            if (isBeyond)
            {
                _quantities.CheckRange(number, step.Level);
            }

            return;
        }

        var truth = ((ConstantTruth)constant).Truth;
        if (_filled[number] < count)
        {
            _memory.CertainOf(number, count);
            _memory.PossibleOf(number, count);
            _filled[number] = _memory.Fill(number, truth);
        }

        _memory.IsExact[number] = truth != Truth.Unknown;
    }

    // Scenario by scenario, so that whoever walks needs the facts of one at a time.
    private void RunWalks(int count, Func<Condition, int, Truth> walk)
    {
        foreach (var number in _walks)
        {
            _memory.CertainOf(number, count);
            _memory.PossibleOf(number, count);
            _memory.IsExact[number] = false;
        }

        for (var i = 0; i < count && _walks.Length > 0; i++)
        {
            foreach (var number in _walks)
            {
                var truth = walk(((Walk)_program.Steps[number]).Condition, i);
                Bits.Set(_memory.CertainPlanes[number], i, truth == Truth.True);
                Bits.Set(_memory.PossiblePlanes[number], i, truth != Truth.False);
            }
        }
    }
}
