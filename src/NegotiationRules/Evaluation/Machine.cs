using System.Collections.Immutable;
using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>Runs a program over a batch of scenarios, step by step, each step for all elements of its level.</summary>
/// <remarks>
/// A truth is two planes of bits: certainly true, and possibly true. So <c>and</c> and <c>or</c> are the same on both, and <c>not</c> exchanges their complements.
/// A quantity is two columns: the least and the greatest it may be; <see cref="NoLow"/> and <see cref="NoHigh"/> stand for no bound.
/// Quantities that come near the end of 64 bits are not reckoned with here: their scenario is marked, and left to the tree walk.
/// Has memory of its own that is used again from run to run, so one machine serves one thread.
/// </remarks>
internal sealed partial class Machine
{
    public const long NoLow = long.MinValue;
    public const long NoHigh = long.MaxValue;

    // Sums and differences of two such numbers still fit.
    private const long Largest = long.MaxValue / 4;

    private readonly Program _program;
    private readonly ulong[][] _certain;
    private readonly ulong[][] _possible;
    private readonly long[][] _low;
    private readonly long[][] _high;
    private readonly bool[] _mayBeNothing;
    private readonly ulong[][] _nothing;
    private ulong[] _beyond = [];
    private FactTable _batch = null!;

    public Machine(Program program)
    {
        _program = program;
        var count = program.Steps.Length;
        _certain = new ulong[count][];
        _possible = new ulong[count][];
        _low = new long[count][];
        _high = new long[count][];
        _nothing = new ulong[count][];
        _mayBeNothing = new bool[count];
        for (var i = 0; i < count; i++)
        {
            (_certain[i], _possible[i], _low[i], _high[i], _nothing[i]) = ([], [], [], [], []);
        }
    }

    /// <summary>A bit for each scenario that this machine could not reckon with, and all of whose rules are left to the tree walk.</summary>
    public ReadOnlySpan<ulong> Beyond => _beyond.AsSpan(0, Bits.Words(_batch.Count));

    public ReadOnlySpan<ulong> Certain(int step) => _certain[step].AsSpan(0, Bits.Words(_batch.Count));

    public ReadOnlySpan<ulong> Possible(int step) => _possible[step].AsSpan(0, Bits.Words(_batch.Count));

    /// <summary>Marks a scenario of the batch as one that is left to the tree walk.</summary>
    public void LeaveToTheTreeWalk(int scenario) => Bits.Set(_beyond, scenario);

    /// <summary>Runs all steps. The results stand until the next run.</summary>
    /// <param name="batch">The scenarios; laid out as the program asks.</param>
    /// <param name="walk">Evaluates a condition on one scenario of the batch, for what has no step.</param>
    public void Run(FactTable batch, Func<Condition, int, Truth> walk)
    {
        _batch = batch;
        Array.Resize(ref _beyond, Math.Max(_beyond.Length, Bits.Words(batch.Count)));
        Array.Clear(_beyond);
        for (var i = 0; i < _program.Steps.Length; i++)
        {
            Run(i, _program.Steps[i], walk);
        }
    }

    private void Run(int number, Step step, Func<Condition, int, Truth> walk)
    {
        var count = _batch.Levels[step.Level].Count;
        switch (step)
        {
            case ConstantTruth s:
                Fill(number, count, s.Truth);
                break;
            case TestBits s:
                RunTestBits(number, count, s);
                break;
            case TestKnown s:
                RunTestKnown(number, count, s);
                break;
            case TestRange s:
                RunTestRange(number, count, s);
                break;
            case TestRealRange s:
                RunTestRealRange(number, count, s);
                break;
            case TestCodes s:
                RunTestCodes(number, count, s);
                break;
            case TestText s:
                RunTestText(number, count, s);
                break;
            case Combine s:
                RunCombine(number, count, s);
                break;
            case Invert s:
                RunInvert(number, count, s);
                break;
            case CombineAtLeast s:
                RunCombineAtLeast(number, count, s);
                break;
            case Spread s:
                RunSpread(number, count, s);
                break;
            case SomeOf s:
                RunSomeOf(number, count, s);
                break;
            case CompareQuantities s:
                RunCompareQuantities(number, count, s);
                break;
            case ShareOf s:
                RunShareOf(number, count, s);
                break;
            case Walk s:
                RunWalk(number, count, s, walk);
                break;
            default:
                RunQuantity(number, count, step);
                break;
        }
    }

    private Span<ulong> CertainOf(int number, int count) => Plane(ref _certain[number], count);

    private Span<ulong> PossibleOf(int number, int count) => Plane(ref _possible[number], count);

    private static Span<ulong> Plane(ref ulong[] plane, int count)
    {
        var words = Bits.Words(count);
        if (plane.Length < words)
        {
            plane = new ulong[Math.Max(words, plane.Length * 2)];
        }

        return plane.AsSpan(0, words);
    }

    private void Fill(int number, int count, Truth truth)
    {
        CertainOf(number, count).Fill(truth == Truth.True ? ulong.MaxValue : 0);
        PossibleOf(number, count).Fill(truth != Truth.False ? ulong.MaxValue : 0);
    }

    private void RunWalk(int number, int count, Walk step, Func<Condition, int, Truth> walk)
    {
        var certain = CertainOf(number, count);
        var possible = PossibleOf(number, count);
        for (var i = 0; i < count; i++)
        {
            var truth = walk(step.Condition, i);
            Bits.Set(certain, i, truth == Truth.True);
            Bits.Set(possible, i, truth != Truth.False);
        }
    }

    // Marks the scenario of an element as one that is left to the tree walk.
    private void MarkBeyond(int level, int element)
    {
        for (; level != 0; level = _program.Layout.Levels[level].Parent)
        {
            element = _batch.Levels[level].Parents[element];
        }

        Bits.Set(_beyond, element);
    }
}
