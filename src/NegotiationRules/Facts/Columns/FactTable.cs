namespace NegotiationRules.Facts.Columns;

/// <summary>Many scenarios, fact by fact: a column for each fact that a layout names, lists as offsets into the columns of their
/// elements.</summary>
/// <remarks>Filled scenario by scenario, read by column. To be filled by one thread at a time; reading needs no lock.</remarks>
internal sealed class FactTable
{
    // The square of 500 for a scenario, and the memory of some hundred megabytes for all. What is larger takes more memory than it saves
    // time.
    private const int MostAnew = 250_000;
    private const int MostAnewTogether = 4_000_000;

    public FactTable(FactLayout layout, IReadOnlyList<string> named)
        : this(layout, new TextCodes(named))
    {
    }

    public FactTable(FactLayout layout, TextCodes texts)
    {
        Layout = layout;
        Texts = texts;
        Columns = [.. layout.Columns.Select(column => new ColumnValues(column, Texts))];
        Levels = [.. layout.Levels.Select(level => new LevelRows(level, [.. Columns.Where(c => c.Column.Level == level.Index)]))];
    }

    public FactLayout Layout { get; }

    public TextCodes Texts { get; }

    public LevelRows[] Levels { get; }

    public ColumnValues[] Columns { get; }

    /// <summary>Scenarios that are not laid out, because a list that is gone over anew for each element of another would be too long; in
    /// their order.</summary>
    public SortedSet<int> Overlarge { get; } = [];

    /// <summary>How many scenarios there are.</summary>
    public int Count => Levels[0].Count;

    public void Clear()
    {
        Texts.Clear();
        ClearRows();
    }

    /// <summary>Forgets all scenarios, but no text.</summary>
    public void ClearRows()
    {
        Overlarge.Clear();
        foreach (var level in Levels)
        {
            level.Clear();
        }

        foreach (var column in Columns)
        {
            column.Clear();
        }
    }

    /// <summary>Takes back all scenarios but the first ones, and what was begun of another.</summary>
    public void TruncateTo(int scenarios)
    {
        Overlarge.RemoveWhere(scenario => scenario >= scenarios);
        Levels[0].TruncateTo(scenarios);
        foreach (var level in Levels.AsSpan(1))
        {
            level.TruncateTo(Levels[level.Level.Parent].Count);
        }
    }

    public void Add(FactRecord scenario)
    {
        foreach (var level in Levels)
        {
            level.Current.Clear();
        }

        Levels[0].AddElement(FactValue.Of(scenario), -1, isSupposed: false);
        foreach (var level in Levels.AsSpan(1))
        {
            AddLists(level);
        }

        foreach (var column in Columns)
        {
            foreach (var element in Levels[column.Column.Level].Current)
            {
                column.Add(Read(element, column.Column.Slots.AsSpan()));
            }
        }
    }

    /// <summary>Whether a list can be laid out; if not, its scenario is noted as overlarge.</summary>
    /// <param name="level">The level of its elements.</param>
    /// <param name="start">Where the elements of the scenario start in the level.</param>
    /// <param name="count">How many elements it has.</param>
    /// <param name="scenario">The scenario.</param>
    public bool HasRoom(LevelRows level, int start, int count, int scenario)
    {
        if (
            level.Level.Parent == level.Level.Origin
            || (level.Count - start + count <= MostAnew && level.Count + count <= MostAnewTogether)
        )
        {
            return true;
        }

        Overlarge.Add(scenario);
        return false;
    }

    // The lists of a level belong to its origin; where that lies further out than the level it is nested in, an element looks it up
    // outwards.
    private void AddLists(LevelRows level)
    {
        var parent = Levels[level.Level.Parent];
        var first = parent.Count - parent.Current.Count;
        var start = level.Count;
        for (var i = 0; i < parent.Current.Count; i++)
        {
            var (at, index) = (parent, first + i);
            while (at.Level.Index != level.Level.Origin)
            {
                index = at.Parents[index];
                at = Levels[at.Level.Parent];
            }

            var list = Read(at.Current[index - (at.Count - at.Current.Count)], level.Level.Slots.AsSpan());
            if (HasRoom(level, start, list.IsKnown ? list.List.Count : 1, Count - 1))
            {
                level.Add(list);
            }
            else
            {
                level.CloseList();
            }
        }
    }

    private static FactValue Read(FactValue element, ReadOnlySpan<int> slots)
    {
        foreach (var slot in slots)
        {
            if (!element.IsKnown)
            {
                return FactValue.Unknown;
            }

            element = element.Record[slot];
        }

        return element;
    }
}
