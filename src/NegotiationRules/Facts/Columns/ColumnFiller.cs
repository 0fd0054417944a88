using System.Collections.Immutable;

namespace NegotiationRules.Facts.Columns;

/// <summary>Fills a table with many scenarios whose facts lie side by side already: a simulation writes them straight into the columns.</summary>
/// <remarks>
/// In this order: <see cref="Begin"/>; the lengths of lists, outer lists before inner ones; the values, by the spans that <see cref="ColumnValues"/> gives;
/// <see cref="TryEnd"/>. What is not written has its default, or is unknown. One for each thread.
/// </remarks>
internal sealed class ColumnFiller(FactLayout layout)
{
    private readonly FillPlan _plan = new(layout);
    private bool[] _haveLists = [];
    private FactTable _table = null!;
    private FactTable _written = null!;
    private PlainTable? _plain;

    /// <summary>The table that is written: that of the scenarios, or, if lists are gone over for each element of others, one in which they stand once.</summary>
    public FactTable Written => _written;

    /// <summary>The codes of texts, to be asked for once for each text.</summary>
    public TextCodes Texts => _table.Texts;

    /// <summary>The column of a fact by its path from the scenario, such as <c>parties.delegates.role</c>; -1 if no rule reads its value.</summary>
    public int ColumnOf(string path) => _plan.Plain.Columns.FirstOrDefault(c => c.Path == path && c.Storage != ColumnStorage.Presence)?.Index ?? -1;

    /// <summary>The level of the elements of a list by its path from the scenario; -1 if no rule goes over it.</summary>
    public int LevelOf(string path) => _plan.Plain.Levels.Skip(1).FirstOrDefault(l => l.Path == path)?.Index ?? -1;

    /// <summary>Begins anew with so many scenarios.</summary>
    /// <param name="table">The table, laid out as this filler was made for. What is in it is lost.</param>
    /// <param name="scenarios">How many there are.</param>
    public void Begin(FactTable table, int scenarios)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scenarios);
        if (!ReferenceEquals(_table, table))
        {
            _table = table;
            _plain = _plan.IsPlain ? null : new PlainTable(_plan, table.Texts);
            _written = _plain?.Table ?? table;
        }

        // Codes that the caller has asked for stay good.
        table.ClearRows();
        _written.ClearRows();
        _haveLists = new bool[_written.Levels.Length];
        _written.Levels[0].Begin(scenarios);
    }

    /// <summary>Says how long each list of a level is, in the order of the elements that have the lists. The lists are complete.</summary>
    public void SetLists(int level, ReadOnlySpan<int> lengths)
    {
        var rows = ToBeSet(level);
        if (lengths.Length != _written.Levels[rows.Level.Parent].Count)
        {
            throw new ArgumentException($"`{rows.Level.Path}` has {_written.Levels[rows.Level.Parent].Count} lists, and {lengths.Length} lengths were given", nameof(lengths));
        }

        foreach (var length in lengths)
        {
            if (length < 0 || length > rows.Level.MaxItems)
            {
                throw new ArgumentOutOfRangeException(nameof(lengths), length, $"`{rows.Level.Path}` cannot have so many elements");
            }
        }

        rows.Begin(lengths);
    }

    /// <summary>Says that all lists of a level have the same length, and are complete.</summary>
    public void SetLists(int level, int length)
    {
        var rows = ToBeSet(level);
        if (length < 0 || length > rows.Level.MaxItems)
        {
            throw new ArgumentOutOfRangeException(nameof(length), length, $"`{rows.Level.Path}` cannot have so many elements");
        }

        rows.Begin(_written.Levels[rows.Level.Parent].Count, length);
    }

    /// <summary>The values of a column, to be written.</summary>
    public ColumnValues Column(int column)
    {
        var values = _written.Columns[column];
        return values.Column.Level == 0 || _haveLists[values.Column.Level]
            ? values
            : throw new InvalidOperationException($"it has not been said yet how long the lists `{_written.Levels[values.Column.Level].Level.Path}` are");
    }

    /// <summary>Ends what was begun: fills in what was not written, and looks at what was.</summary>
    /// <param name="fault">What is wrong with a value that was written. The table is empty then.</param>
    public bool TryEnd(out string? fault)
    {
        fault = null;
        foreach (var level in _written.Levels.AsSpan(1))
        {
            if (!_haveLists[level.Level.Index])
            {
                level.BeginUnknown(_written.Levels[level.Level.Parent].Count);
            }
        }

        foreach (var column in _written.Columns)
        {
            if (column.IsWritten && column.End() is >= 0 and var wrong)
            {
                fault = $"`{column.Column.Path}` cannot be what was written at place {wrong}";
                _written.ClearRows();
                return false;
            }
        }

        foreach (var column in _written.Columns)
        {
            if (!column.IsWritten)
            {
                EndUnwritten(column);
            }
        }

        _plain?.SpreadOut(_table);
        return true;
    }

    private LevelRows ToBeSet(int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        var rows = _written.Levels[level];
        if (rows.Level.Parent != 0 && !_haveLists[rows.Level.Parent])
        {
            throw new InvalidOperationException($"it has not been said yet how long the lists around `{rows.Level.Path}` are");
        }

        if (_haveLists[level])
        {
            throw new InvalidOperationException($"it has been said already how long the lists `{rows.Level.Path}` are");
        }

        _haveLists[level] = true;
        return rows;
    }

    private void EndUnwritten(ColumnValues column)
    {
        var (level, slots) = (column.Column.Level, column.Column.Slots);
        if (level != 0 && !_haveLists[level])
        {
            column.EndUnwritten(FactValue.Unknown);
        }
        else if (column.Column.Storage != ColumnStorage.Presence)
        {
            column.EndUnwritten(DefaultOf(_written.Levels[level].Level.Element, slots));
        }
        else if (_written.Columns.FirstOrDefault(c => c.IsWritten && c.Column.Level == level && c.Column.Slots.AsSpan().SequenceEqual(slots.AsSpan())) is { } values)
        {
            column.EndLike(values);
        }
        else if (IsStated(level, slots))
        {
            column.EndPresent();
        }
        else
        {
            column.EndUnwritten(DefaultOf(_written.Levels[level].Level.Element, slots));
        }
    }

    // An object is stated if something in it was written, a list if its length was given; an element of a list always is, if it is an object.
    private bool IsStated(int level, ImmutableArray<int> slots) =>
        (slots.IsEmpty && _written.Levels[level].Level.Element is RecordType)
        || _written.Columns.Any(c => c.IsWritten && c.Column.Level == level && Starts(c.Column.Slots, slots))
        || _written.Levels.Any(l => l.Level.Index > 0 && _haveLists[l.Level.Index] && l.Level.Origin == level && Starts(l.Level.Slots, slots));

    private static bool Starts(ImmutableArray<int> slots, ImmutableArray<int> with) => slots.AsSpan().StartsWith(with.AsSpan());

    private static FactValue DefaultOf(FactType type, ImmutableArray<int> slots)
    {
        var value = FactValue.Unknown;
        for (var i = 0; i < slots.Length; i++)
        {
            var property = ((RecordType)type).Properties[slots[i]];
            value = i > 0 && value.IsKnown ? value.Record[slots[i]] : property.Default;
            type = property.Type;
        }

        return value;
    }
}
