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

    /// <summary>By level, for each element the least of its quantities, then the greatest, then whether they may be nothing.</summary>
    public readonly long[][] Numbers;

    /// <summary>By level, how many words an element has of either kind.</summary>
    public readonly int[] Halves;

    public readonly ulong[] Spare;
    public readonly ColumnValues[] StagedColumns;
    public FactTable Table = null!;
    public ColumnValues[] Columns = [];
    public LevelRows[] Levels = [];
    public Func<Condition, Truth>? Walk;
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
        Numbers = [.. program.QuantitiesOf.Select(quantities => new long[3 * quantities])];
        Spare = new ulong[Math.Max(program.MostWords, 2 * (program.MostCounted + 1))];
        _room = new int[Words.Length];
        StagedColumns = new ColumnValues[program.Ranges.Length];
    }

    /// <summary>How much further on the words lie that are possibly so.</summary>
    public int PossibleAt => HasTwoPlanes ? Halves[0] : 0;

    /// <summary>Turns to the facts of a scenario.</summary>
    /// <returns>Whether any fact of an element is unknown, or what elements there are.</returns>
    public bool Take(FactTable table, Func<Condition, Truth>? walk)
    {
        if (!ReferenceEquals(table, Table))
        {
            (Table, Columns, Levels) = (table, table.Columns, table.Levels);
            for (var i = 0; i < StagedColumns.Length; i++)
            {
                StagedColumns[i] = Columns[Ops[i].Source];
            }
        }

        Walk = walk;
        IsBeyond = table.Overlarge.Count > 0;
        var isOpen = MakeRoom();
        foreach (var column in Program.Deciding)
        {
            isOpen |= Columns[column].HasUnknown | Columns[column].HasPartialDates;
        }

        return isOpen;
    }

    /// <summary>Makes room for the elements of lists, and tells whether any is only supposed. The scenario itself always has its one
    /// record.</summary>
    public bool MakeRoom()
    {
        var isOpen = false;
        for (var level = 1; level < Levels.Length; level++)
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

    public ref long LowOf(int level, int element, int quantity) =>
        ref Numbers[level][(element * 3 * Program.QuantitiesOf[level]) + quantity];

    public ref long HighOf(int level, int element, int quantity) =>
        ref Numbers[level][(element * 3 * Program.QuantitiesOf[level]) + Program.QuantitiesOf[level] + quantity];

    public ref long NothingOf(int level, int element, int quantity) =>
        ref Numbers[level][(element * 3 * Program.QuantitiesOf[level]) + (2 * Program.QuantitiesOf[level]) + quantity];

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
        Numbers[level] = new long[_room[level] * 3 * Program.QuantitiesOf[level]];
    }
}
