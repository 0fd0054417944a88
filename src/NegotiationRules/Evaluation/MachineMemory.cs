using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>What the steps of a machine give each other over a stretch of scenarios: planes of truths, and columns of quantities.</summary>
/// <remarks>Stretches are to be short enough for this to stay near the processor. It is used again from run to run.</remarks>
internal sealed class MachineMemory
{
    // By step; Invariant: what is beyond the first of each pair is only there if the step is not exact.
    private readonly long[][] _low;
    private readonly long[][] _high;

    private ulong[] _beyond = [];

    public MachineMemory(Program program, VectorWidth width)
    {
        Width = width;
        Levels = new MachineLevel[program.Layout.Levels.Length];
        foreach (var level in program.Layout.Levels)
        {
            Levels[level.Index] = new MachineLevel(level, level.Parent < 0 ? null : Levels[level.Parent], width);
        }

        var count = program.Steps.Length;
        (CertainPlanes, PossiblePlanes, Nothing) = (NoPlanes<ulong>(count), NoPlanes<ulong>(count), NoPlanes<ulong>(count));
        (_low, _high) = (NoPlanes<long>(count), NoPlanes<long>(count));
        (IsExact, MayBeNothing) = (new bool[count], new bool[count]);
    }

    public VectorWidth Width { get; }

    public MachineLevel[] Levels { get; }

    /// <summary>By step, a bit for each element: whether it is certainly so.</summary>
    public ulong[][] CertainPlanes { get; }

    /// <summary>By step, a bit for each element: whether it is possibly so; of use only if the step is not exact.</summary>
    public ulong[][] PossiblePlanes { get; }

    /// <summary>By step, a bit for each element: whether there is no quantity; of use only if that may be.</summary>
    public ulong[][] Nothing { get; }

    /// <summary>By step, whether nothing that it reads is unknown, so that it has one plane or one column instead of two.</summary>
    public bool[] IsExact { get; }

    /// <summary>By step, whether of some elements there may be no quantity.</summary>
    public bool[] MayBeNothing { get; }

    /// <summary>The scenarios that are run over.</summary>
    public FactTable Table { get; set; } = null!;

    /// <summary>How many scenarios the stretch has.</summary>
    public int Count => Levels[0].Count;

    /// <summary>Whether <see cref="Beyond"/> has any bit.</summary>
    public bool AnyBeyond { get; private set; }

    /// <summary>A bit for each scenario that cannot be reckoned with here.</summary>
    public ReadOnlySpan<ulong> Beyond => _beyond.AsSpan(0, Bits.Words(Count));

    /// <summary>Turns to another stretch of the table.</summary>
    public void Take(int first, int count)
    {
        for (var level = 0; level < Levels.Length; level++)
        {
            Levels[level].Take(Table.Levels[level], first, count);
        }

        AnyBeyond = false;
        Room(ref _beyond, Bits.Words(count)).Clear();
        for (var i = 0; i < count && Table.Overlarge.Count > 0; i++)
        {
            if (Table.Overlarge.Contains(first + i))
            {
                LeaveToTheTreeWalk(i);
            }
        }
    }

    public ReadOnlySpan<ulong> Certain(int step) => CertainPlanes[step];

    public ReadOnlySpan<ulong> Possible(int step) => IsExact[step] ? CertainPlanes[step] : PossiblePlanes[step];

    public ReadOnlySpan<long> Low(int step) => _low[step];

    public ReadOnlySpan<long> High(int step) => IsExact[step] ? _low[step] : _high[step];

    public Span<ulong> CertainOf(int number, int count) => Room(ref CertainPlanes[number], Bits.Words(count));

    public Span<ulong> PossibleOf(int number, int count) => Room(ref PossiblePlanes[number], Bits.Words(count));

    public Span<ulong> NothingOf(int number, int count) => Room(ref Nothing[number], Bits.Words(count));

    public Span<long> LowOf(int number, int count) => Room(ref _low[number], count);

    public Span<long> HighOf(int number, int count) => Room(ref _high[number], count);

    /// <summary>Whether all of them are exact.</summary>
    public bool AreExact(Steps steps)
    {
        foreach (var step in steps.Numbers)
        {
            if (!IsExact[step])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>All there is of a truth that is the same everywhere.</summary>
    /// <returns>For how many elements.</returns>
    public int Fill(int number, Truth truth)
    {
        CertainPlanes[number].AsSpan().Fill(truth == Truth.True ? ulong.MaxValue : 0);
        PossiblePlanes[number].AsSpan().Fill(truth != Truth.False ? ulong.MaxValue : 0);
        return CertainPlanes[number].Length * 64;
    }

    /// <summary>All there is of a quantity that is the same everywhere.</summary>
    /// <returns>For how many elements.</returns>
    public int Fill(int number, long low, long high)
    {
        _low[number].AsSpan().Fill(low);
        _high[number].AsSpan().Fill(high);
        return _low[number].Length;
    }

    /// <summary>A sum; what is beyond the numbers of the machine leaves its scenario to the tree walk.</summary>
    public long Plus(long a, long b, int level, int element)
    {
        var isBeyond = false;
        var sum = BoundedArithmetic.Plus(a, b, ref isBeyond);
        return isBeyond ? LeaveBeyond(level, element) : sum;
    }

    /// <summary>A product, likewise.</summary>
    public long Times(long a, long b, int level, int element)
    {
        var isBeyond = false;
        var product = BoundedArithmetic.Times(a, b, ref isBeyond);
        return isBeyond ? LeaveBeyond(level, element) : product;
    }

    /// <summary>Marks a scenario of the stretch as one that is left to the tree walk.</summary>
    public void LeaveToTheTreeWalk(int scenario)
    {
        Bits.Set(_beyond, scenario);
        AnyBeyond = true;
    }

    /// <summary>Marks the scenario of an element as one that is left to the tree walk.</summary>
    public void MarkBeyond(int level, int element)
    {
        for (var at = Levels[level]; at.Parent is not null; at = at.Parent)
        {
            element = at.ParentOf(element);
        }

        LeaveToTheTreeWalk(element);
    }

    /// <summary>Room for so many, in memory that grows and is kept.</summary>
    public static Span<T> Room<T>(ref T[] memory, int count)
    {
        if (memory.Length < count)
        {
            memory = new T[Math.Max(count, memory.Length * 2)];
        }

        return memory.AsSpan(0, count);
    }

    private long LeaveBeyond(int level, int element)
    {
        MarkBeyond(level, element);
        return 0;
    }

    private static T[][] NoPlanes<T>(int count)
    {
        var planes = new T[count][];
        Array.Fill(planes, []);
        return planes;
    }
}
