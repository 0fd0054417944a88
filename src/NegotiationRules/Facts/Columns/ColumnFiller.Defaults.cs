namespace NegotiationRules.Facts.Columns;

/// <content>Lists of which nothing was said, and which the vocabulary has a default for.</content>
internal sealed partial class ColumnFiller
{
    private TableFiller? _filler;

    // By level: whether its elements, with all in them, are those of a default.
    private bool[] _areDefaults = [];

    /// <summary>Whether the vocabulary has a default for the lists of a level.</summary>
    public static bool HasDefault(FactLayout plain, Level level) =>
        DefaultOf(plain.Levels[level.Origin].Element, level.Slots) is { IsKnown: true };

    // Levels come after those around them, so that the elements with the lists are there.
    private bool TryBeginDefault(LevelRows rows)
    {
        var level = rows.Level;
        if (_areDefaults[level.Index] || !HasDefault(_plan.Plain, level) || !(level.Origin == 0 || _haveLists[level.Origin]))
        {
            return _areDefaults[level.Index];
        }

        _filler ??= new TableFiller(_plan);
        _filler.Attach(_table, _plain);
        foreach (var inside in LevelsIn(level))
        {
            _written.Levels[inside.Index].Begin(0, 0);
            _areDefaults[inside.Index] = true;
        }

        var owners = _written.Levels[level.Origin];
        var (fact, value) = (FactOf(level), DefaultOf(owners.Level.Element, level.Slots));
        for (var row = 0; row < owners.Count; row++)
        {
            _filler.Fill(fact, owners.HasSupposed && Bits.Get(owners.Supposed, row) ? FactValue.Unknown : value, row);
        }

        foreach (var inside in LevelsIn(level))
        {
            _written.Levels[inside.Index].CloseColumns();
        }

        return true;
    }

    private FactPlan FactOf(Level level) => _plan.FactOf(level)
        ?? throw new InvalidOperationException($"The lists '{level.Path}' have a default that cannot be filled in: say how long they are.");

    private IEnumerable<Level> LevelsIn(Level outer)
    {
        var inside = new HashSet<int> { outer.Index };
        return _plan.Plain.Levels.Skip(1)
            .Where(level => level.Index == outer.Index || (inside.Contains(level.Origin) && inside.Add(level.Index)));
    }
}
