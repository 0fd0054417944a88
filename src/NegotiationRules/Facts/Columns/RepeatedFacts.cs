using System.Collections.Immutable;

namespace NegotiationRules.Facts.Columns;

/// <summary>The facts of one scenario, to be written into columns for any number of scenarios that share all but a few of them.</summary>
/// <remarks>
/// What is the same everywhere is written once: columns keep what was in them. So one of these belongs to one batch, and nobody else writes
/// into that. For one thread at a time.
/// </remarks>
internal sealed class RepeatedFacts
{
    private readonly TextCodes _texts;
    private readonly FactTable _one;
    private readonly List<VariedColumn>[] _varied;
    private readonly int[][] _lengths;
    private int _facts;
    private int _written;

    /// <param name="plain">The layout of the table that is written.</param>
    /// <param name="texts">The codes of its texts.</param>
    /// <param name="facts">The facts.</param>
    public RepeatedFacts(FactLayout plain, TextCodes texts, FactRecord facts)
    {
        _texts = texts;
        _one = new FactTable(plain, texts);
        _one.Add(facts);
        _varied = [.. plain.Columns.Select(_ => new List<VariedColumn>())];
        _lengths = [.. plain.Levels.Select(_ => Array.Empty<int>())];
    }

    /// <summary>Whether the columns can say it: each list is complete, or nothing is known of it and of all others of its path.</summary>
    public bool IsSayable => _one.Levels.Skip(1)
        .All(level => !level.HasSupposed || (IsUnknown(level) && !ColumnFiller.HasDefault(_one.Layout, level.Level)));

    /// <summary>How many elements there are, of the longest list in the whole scenario.</summary>
    public int Elements => _one.Levels.Max(level => level.Count);

    /// <summary>Lets a fact vary. What no rule reads may vary too, and nothing comes of it.</summary>
    /// <param name="path">The path of the fact, one that exists.</param>
    /// <param name="values">Its values.</param>
    public void Vary(ScenarioPath path, IReadOnlyList<FactValue> values)
    {
        var fact = _facts++;
        if (Find(path) is not var (level, element, slots))
        {
            return;
        }

        foreach (var column in _one.Layout.ColumnsOf(level).Where(one => one.Slots.AsSpan().SequenceEqual(slots.AsSpan())))
        {
            var said = new ColumnValues(column, _texts);
            foreach (var value in values)
            {
                said.Add(value);
            }

            _varied[column.Index].Add(new VariedColumn(fact, element, said));
        }
    }

    /// <summary>Writes the facts for so many scenarios.</summary>
    /// <param name="filler">Begun for as many.</param>
    /// <param name="scenarios">How many.</param>
    /// <param name="places">Of each fact that varies, which of its values each scenario has.</param>
    public void Write(ColumnFiller filler, int scenarios, VariedPlaces[] places)
    {
        foreach (var level in _one.Levels.AsSpan(1))
        {
            SetLists(filler, level, scenarios);
        }

        foreach (var column in _one.Columns.Where(column => column.Column.Level == 0 || !IsUnknown(_one.Levels[column.Column.Level])))
        {
            var writer = new RepeatedColumn(column, filler.Column(column.Column.Index));
            writer.Write(_written, scenarios, _varied[column.Column.Index], places);
        }

        _written = Math.Max(_written, scenarios);
    }

    // Where the elements of a list begin is the same in each scenario.
    private void SetLists(ColumnFiller filler, LevelRows level, int scenarios)
    {
        if (IsUnknown(level))
        {
            return;
        }

        var index = level.Level.Index;
        var offsets = level.Offsets;
        var lists = offsets.Length - 1;
        if (lists == 1)
        {
            filler.SetLists(index, offsets[1]);
            return;
        }

        ref var lengths = ref _lengths[index];
        if (lengths.Length < lists * scenarios)
        {
            lengths = new int[lists * scenarios];
            for (var i = 0; i < lengths.Length; i++)
            {
                lengths[i] = offsets[(i % lists) + 1] - offsets[i % lists];
            }
        }

        filler.SetLists(index, lengths.AsSpan(0, lists * scenarios));
    }

    // All lists of the level end in an element that is only supposed, and have no other.
    private static bool IsUnknown(LevelRows level) =>
        level.HasSupposed && level.Count == level.Offsets.Length - 1 && Bits.Count(level.Supposed, level.Count) == level.Count;

    private (int Level, int Element, ImmutableArray<int> Slots)? Find(ScenarioPath path)
    {
        var (level, element, slots) = (0, 0, ImmutableArray<int>.Empty);
        var type = _one.Layout.Levels[0].Element;
        foreach (var step in path.Steps)
        {
            if (step.Name is { } name)
            {
                var slot = ((RecordType)type).SlotOf(name);
                (slots, type) = (slots.Add(slot), ((RecordType)type).Properties[slot].Type);
            }
            else if (ListAt(level, slots) is { } rows)
            {
                (level, element) = (rows.Level.Index, rows.Offsets[element] + step.Index);
                (slots, type) = ([], ((ListType)type).Element);
            }
            else
            {
                return null;
            }
        }

        return (level, element, slots);
    }

    private LevelRows? ListAt(int level, ImmutableArray<int> slots) => _one.Levels.FirstOrDefault(rows =>
        rows.Level.Index > 0 && rows.Level.Origin == level && rows.Level.Slots.AsSpan().SequenceEqual(slots.AsSpan()));
}
