using NegotiationRules.Conditions;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;

namespace NegotiationRules.Evaluation;

/// <summary>What operations on lanes read and write: the program, the facts of one scenario, and words and numbers of every
/// level.</summary>
/// <remarks>Fields, as they are read some thirty times in a run that takes less than a microsecond.</remarks>
internal sealed class LaneState
{
    public readonly LaneProgram Program;
    public readonly LaneOp[] Ops;
    public readonly LaneOperand[] Operands;
    public readonly LaneRange[] Ranges;
    public readonly LaneBank[] Banks;
    public readonly ulong[] Masks;

    /// <summary>By level, for each element the words that are certainly so, and then those that are possibly so.</summary>
    public readonly ulong[][] Words;

    /// <summary>By level, how many words an element has of either kind.</summary>
    public readonly int[] Halves;

    /// <summary>What works out what is taken over.</summary>
    public readonly Machine Lists;

    /// <summary>Whether anything is.</summary>
    public readonly bool HasLists;

    public readonly ulong[] Spare;
    public readonly ColumnValues[] StagedColumns;
    public FactTable Table = null!;
    public ColumnValues[] Columns = [];
    public LevelRows[] Levels = [];
    public Func<Condition, int, Truth> Walk = null!;
    public bool HasTwoPlanes;
    public bool IsBeyond;

    private readonly int[] _room;

    public LaneState(LaneProgram program)
    {
        Program = program;
        Ops = program.Ops;
        Operands = program.Operands;
        Ranges = program.Ranges;
        Banks = program.Banks;
        Masks = program.Masks;
        Halves = program.WordsOf;
        Words = [.. program.WordsOf.Select(words => new ulong[2 * words])];
        Lists = new Machine(program.Lists, VectorWidths.Widest);
        HasLists = program.Lists.Steps.Length > 0;
        Spare = new ulong[Math.Max(program.MostWords, 2 * (program.MostCounted + 1))];
        _room = new int[Words.Length];
        StagedColumns = new ColumnValues[program.Ranges.Length];
    }

    /// <summary>How much further on the words lie that are possibly so.</summary>
    public int PossibleAt => HasTwoPlanes ? Halves[0] : 0;

    /// <summary>Turns to the facts of a scenario.</summary>
    /// <returns>Whether any fact of an element is unknown, or what elements there are, or what is taken over.</returns>
    public bool Take(FactTable table)
    {
        if (!ReferenceEquals(table, Table))
        {
            (Table, Columns, Levels) = (table, table.Columns, table.Levels);
            for (var i = 0; i < StagedColumns.Length; i++)
            {
                StagedColumns[i] = Ops[i].Kind.ReadsColumn() ? Columns[Ops[i].Source] : null!;
            }
        }

        IsBeyond = table.Overlarge.Count > 0 || Lists.AnyBeyond;
        var isOpen = MakeRoom() || (HasLists && IsGivenOpen());
        foreach (var column in Program.Deciding)
        {
            isOpen |= Columns[column].HasUnknown | Columns[column].HasPartialDates;
        }

        return isOpen;
    }

    /// <summary>Whether anything that is taken over is not known.</summary>
    public bool IsGivenOpen()
    {
        ulong open = 0;
        foreach (var step in Program.GivenBits)
        {
            open |= Lists.Certain(step)[0] ^ Lists.Possible(step)[0];
        }

        foreach (var step in Program.GivenElements)
        {
            open |= LaneMemory.Fill(!Lists.IsKnown(step)) & 1;
        }

        return (open & 1) != 0;
    }

    /// <summary>Makes room for the elements of lists that operations go over, and tells whether any is only supposed. The scenario itself
    /// always has its one record.</summary>
    public bool MakeRoom()
    {
        var isOpen = false;
        foreach (var level in Program.GoesOver)
        {
            var rows = Levels[level];
            isOpen |= rows.HasSupposed;
            if (rows.Count > _room[level])
            {
                Grow(level, rows.Count);
            }
        }

        return isOpen;
    }

    /// <summary>The element of an outer level that an element lies in.</summary>
    public int AncestorOf(int level, int element, int ancestor)
    {
        for (; level != ancestor; level = Levels[level].Level.Parent)
        {
            element = Levels[level].Parents[element];
        }

        return element;
    }

    private void Grow(int level, int count)
    {
        _room[level] = Math.Max(2 * count, 16);
        Words[level] = new ulong[_room[level] * 2 * Halves[level]];
    }
}
