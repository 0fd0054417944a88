namespace NegotiationRules.Facts.Columns;

/// <summary>Scenarios as the plain layout of a plan has them, on their way into a table that has lists more than once.</summary>
internal sealed class PlainTable
{
    private readonly FillPlan _plan;
    private readonly int[][] _sources;
    private readonly int[] _firsts;

    public PlainTable(FillPlan plan, TextCodes texts)
    {
        _plan = plan;
        _sources = [.. plan.Layout.Levels.Select(_ => Array.Empty<int>())];
        _firsts = new int[_sources.Length];
        Table = new FactTable(plan.Plain, texts);
    }

    public FactTable Table { get; }

    /// <summary>Adds its scenarios to the other table: each list as often as that has it, and of every element what it came from.</summary>
    public void SpreadOut(FactTable table)
    {
        for (var level = 0; level < _firsts.Length; level++)
        {
            _firsts[level] = table.Levels[level].Count;
        }

        for (var scenario = 0; scenario < Table.Count; scenario++)
        {
            Remember(0, table.Levels[0].AddElement(-1, isSupposed: false), scenario);
        }

        foreach (var level in table.Levels.AsSpan(1))
        {
            var parents = table.Levels[level.Level.Parent];
            var (scenario, start) = (-1, level.Count);
            for (var parent = _firsts[parents.Level.Index]; parent < parents.Count; parent++)
            {
                var of = ScenarioOf(table, parents, parent);
                (scenario, start) = of == scenario ? (scenario, start) : (of, level.Count);
                AddList(table, level, parent, scenario, start);
            }
        }

        foreach (var column in table.Columns)
        {
            var level = column.Column.Level;
            var source = Table.Columns[_plan.PlainColumns[column.Column.Index]];
            for (var element = _firsts[level]; element < table.Levels[level].Count; element++)
            {
                column.Fill(element, source, _sources[level][element - _firsts[level]]);
            }
        }

        foreach (var level in table.Levels)
        {
            level.CloseColumns();
        }
    }

    // The list belongs to the element of its origin that is around the parent.
    private void AddList(FactTable table, LevelRows level, int parent, int scenario, int start)
    {
        var (at, element) = (table.Levels[level.Level.Parent], parent);
        while (at.Level.Index != level.Level.Origin)
        {
            element = at.Parents[element];
            at = table.Levels[at.Level.Parent];
        }

        var from = Table.Levels[_plan.PlainLevels[level.Level.Index]];
        var list = _sources[at.Level.Index][element - _firsts[at.Level.Index]];
        var (first, end) = (from.Offsets[list], from.Offsets[list + 1]);
        for (var source = first; source < end && (source > first || table.HasRoom(level, start, end - first, scenario)); source++)
        {
            Remember(level.Level.Index, level.AddElement(parent, Bits.Get(from.Supposed, source)), source);
        }

        level.CloseList();
    }

    private static int ScenarioOf(FactTable table, LevelRows level, int element)
    {
        for (; level.Level.Index > 0; level = table.Levels[level.Level.Parent])
        {
            element = level.Parents[element];
        }

        return element;
    }

    private void Remember(int level, int element, int source)
    {
        ref var sources = ref _sources[level];
        var at = element - _firsts[level];
        if (at == sources.Length)
        {
            Array.Resize(ref sources, Math.Max(16, at * 2));
        }

        sources[at] = source;
    }
}
