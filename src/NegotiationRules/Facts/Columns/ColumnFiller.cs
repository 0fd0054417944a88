using System.Collections.Immutable;

namespace NegotiationRules.Facts.Columns;

/// <summary>Fills a table with many scenarios whose facts lie side by side already: a simulation writes them straight into the
/// columns.</summary>
/// <remarks>
/// In this order: <see cref="Begin"/>; the lengths of lists, outer lists before inner ones; the values, by the spans that
/// <see cref="ColumnValues"/> gives; <see cref="TryEnd"/>. What is not written has its default, or is unknown. One for each thread.
/// </remarks>
internal sealed partial class ColumnFiller
{
    private readonly FillPlan _plan;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _lists = new(StringComparer.Ordinal);

    // By column: what tells whether the fact is stated, for columns of which nothing else is kept.
    private readonly StatedBy?[] _statedBy;
    private bool[] _haveLists = [];
    private FactTable _table = null!;
    private FactTable _written = null!;
    private PlainTable? _plain;

    public ColumnFiller(FactLayout layout)
    {
        _plan = new FillPlan(layout);
        // A list of plain values and its elements go by one path: where the elements have a column, it is theirs.
        foreach (
            var column in _plan
                .Plain.Columns.Where(c => c.Storage != ColumnStorage.Presence || !c.Slots.IsEmpty)
                .OrderBy(c => c.Storage == ColumnStorage.Presence)
        )
        {
            _columns.TryAdd(column.Path, column.Index);
        }

        foreach (var level in _plan.Plain.Levels.Skip(1))
        {
            _lists.TryAdd(level.Path, level.Index);
        }

        _statedBy = StatedByOf(_plan.Plain);
    }

    /// <summary>The table that is written: that of the scenarios, or, if lists are gone over for each element of others, one in which they
    /// stand once.</summary>
    public FactTable Written => _written;

    /// <summary>How that table is laid out.</summary>
    public FactLayout Plain => _plan.Plain;

    /// <summary>The codes of texts, to be asked for once for each text.</summary>
    public TextCodes Texts => _table.Texts;

    /// <summary>The column of a fact by its path from the scenario, such as <c>parties.delegates.role</c>; -1 if no rule reads it or asks
    /// whether it is known.</summary>
    public int ColumnOf(string path) => _columns.GetValueOrDefault(path, -1);

    /// <summary>The level of the elements of a list by its path from the scenario; -1 if no rule goes over it.</summary>
    public int LevelOf(string path) => _lists.GetValueOrDefault(path, -1);

    /// <summary>The column that tells whether a list is known of which rules ask nothing else; -1 if there is none.</summary>
    public int PresenceOfList(string path) =>
        ColumnOf(path) is >= 0 and var column && LevelOf(path) < 0 && _plan.Plain.Columns[column].Type is ListType ? column : -1;

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
        _areDefaults = new bool[_written.Levels.Length];
        _written.Levels[0].Begin(scenarios);
    }

    /// <summary>Says how long each list of a level is, in the order of the elements that have the lists. The lists are complete.</summary>
    public void SetLists(int level, ReadOnlySpan<int> lengths)
    {
        var rows = ToBeSet(level);
        ThrowIfNotEach(lengths, _written.Levels[rows.Level.Parent].Count, rows.Level.Path);
        long count = 0;
        foreach (var length in lengths)
        {
            ThrowIfTooLong(rows.Level.Path, rows.Level.MaxItems, length, nameof(lengths));
            count += length;
        }

        ThrowIfTooMany(rows, count, nameof(lengths));
        rows.Begin(lengths);
        _haveLists[level] = true;
    }

    /// <summary>The same where some lists are not known: each of these has one element that is only supposed, or none if it can have
    /// none.</summary>
    /// <param name="level">The level.</param>
    /// <param name="lengths">How long they are, with the supposed elements, of which nothing that is written counts.</param>
    /// <param name="known">A bit for each list: whether it is known.</param>
    /// <param name="open">A bit for each list: whether it is known, but not complete, so that its last element is only supposed. None if
    /// all that are known are complete.</param>
    public void SetLists(int level, ReadOnlySpan<int> lengths, ReadOnlySpan<ulong> known, ReadOnlySpan<ulong> open = default)
    {
        SetLists(level, lengths);
        var rows = _written.Levels[level];
        rows.Suppose(known);
        rows.SupposeLast(open);
        var isStated = Array.Find(
            rows.Level.Origin == rows.Level.Parent ? _written.Columns : [],
            column => column.Column.Storage == ColumnStorage.Presence && column.Column.Level == rows.Level.Origin
                && column.Column.Slots.AsSpan().SequenceEqual(rows.Level.Slots.AsSpan()));
        if (isStated is not null)
        {
            known[..Bits.Words(lengths.Length)].CopyTo(isStated.WriteKnown());
        }
    }

    /// <summary>Says that lists are known of which rules ask nothing else, and how long each is.</summary>
    public void SetKnown(int column, ReadOnlySpan<int> lengths)
    {
        var values = Column(column);
        ThrowIfNotEach(lengths, values.Count, values.Column.Path);
        foreach (var length in lengths)
        {
            ThrowIfTooLong(values.Column.Path, ((ListType)values.Column.Type).MaxItems, length, nameof(lengths));
        }

        values.WriteKnown();
    }

    /// <summary>The same if all have the same length.</summary>
    public void SetKnown(int column, int length)
    {
        var values = Column(column);
        ThrowIfTooLong(values.Column.Path, ((ListType)values.Column.Type).MaxItems, length, nameof(length));
        values.WriteKnown();
    }

    /// <summary>Says that all lists of a level have the same length, and are complete.</summary>
    public void SetLists(int level, int length)
    {
        var rows = ToBeSet(level);
        var lists = _written.Levels[rows.Level.Parent].Count;
        ThrowIfTooLong(rows.Level.Path, rows.Level.MaxItems, length, nameof(length));
        ThrowIfTooMany(rows, (long)lists * length, nameof(length));
        rows.Begin(lists, length);
        _haveLists[level] = true;
    }

    /// <summary>The values of a column, to be written.</summary>
    public ColumnValues Column(int column)
    {
        var values = _written.Columns[column];
        return values.Column.Level == 0 || _haveLists[values.Column.Level]
            ? values
            : throw new InvalidOperationException(
                $"It has not been said yet how long the lists '{_written.Levels[values.Column.Level].Level.Path}' are."
            );
    }

    /// <summary>Gives values that were written as unknown the default of their fact, as they have it in a scenario.</summary>
    public void WriteDefaults(int column)
    {
        var values = _written.Columns[column];
        if (DefaultOf(_written.Levels[values.Column.Level].Level.Element, values.Column.Slots) is { IsKnown: true } value)
        {
            values.WriteUnknown(value);
        }
    }

    /// <summary>Ends what was begun: fills in what was not written, and looks at what was.</summary>
    /// <param name="fault">Which value is not one of its type. The table is empty then.</param>
    public bool TryEnd(out ColumnFault fault)
    {
        fault = default;
        foreach (var level in _written.Levels.AsSpan(1))
        {
            if (!_haveLists[level.Level.Index] && !TryBeginDefault(level))
            {
                level.BeginUnknown(_written.Levels[level.Level.Parent].Count);
            }
        }

        foreach (var column in _written.Columns)
        {
            if (column.IsWritten)
            {
                Unknow(column);
                if (column.End() is >= 0 and var wrong)
                {
                    fault = new ColumnFault(column.Column, wrong);
                    _written.ClearRows();
                    return false;
                }
            }
        }

        foreach (var column in _written.Columns)
        {
            if (!column.IsWritten && !_areDefaults[column.Column.Level])
            {
                EndUnwritten(column);
                Unknow(column);
            }
        }

        _plain?.SpreadOut(_table);
        return true;
    }

    // Of an element that is only supposed nothing is known.
    private void Unknow(ColumnValues column)
    {
        if (_haveLists[column.Column.Level] && _written.Levels[column.Column.Level] is { HasSupposed: true } rows)
        {
            column.Unknow(rows.Supposed);
        }
    }

    private LevelRows ToBeSet(int level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(level, 1);
        var rows = _written.Levels[level];
        if (rows.Level.Parent != 0 && !_haveLists[rows.Level.Parent])
        {
            throw new InvalidOperationException($"It has not been said yet how long the lists around '{rows.Level.Path}' are.");
        }

        if (_haveLists[level])
        {
            throw new InvalidOperationException($"It has been said already how long the lists '{rows.Level.Path}' are.");
        }

        return rows;
    }

    private static void ThrowIfNotEach(ReadOnlySpan<int> lengths, int lists, string path)
    {
        if (lengths.Length != lists)
        {
            throw new ArgumentException($"There are {lists} lists '{path}', and {lengths.Length} lengths were given.", nameof(lengths));
        }
    }

    private static void ThrowIfTooLong(string path, int? maxItems, int length, string parameter)
    {
        if (length < 0 || length > maxItems)
        {
            throw new ArgumentOutOfRangeException(parameter, length, $"A list '{path}' cannot have so many elements.");
        }
    }

    // Places are rounded up to whole words of bits.
    private static void ThrowIfTooMany(LevelRows rows, long elements, string parameter)
    {
        if (elements > Array.MaxLength - 63)
        {
            throw new ArgumentException(
                $"The lists '{rows.Level.Path}' have {elements} elements in all, which is more than a table can hold.",
                parameter
            );
        }
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
        else if (IsStated(column.Column))
        {
            column.EndPresent();
        }
        else
        {
            column.EndUnwritten(DefaultOf(_written.Levels[level].Level.Element, slots));
        }
    }

    // An object is stated if something in it was written, a list if its length was given; an element of a list always is, if it is an
    // object.
    private bool IsStated(Column column) =>
        (column.Slots.IsEmpty && _written.Levels[column.Level].Level.Element is RecordType)
        || _statedBy[column.Index]!.Columns.Exists(inside => _written.Columns[inside].IsWritten)
        || _statedBy[column.Index]!.Lists.Exists(inside => _haveLists[inside]);

    // Worked out once: there may be thousands of columns, and batches come one after the other.
    private static StatedBy?[] StatedByOf(FactLayout layout)
    {
        var statedBy = Array.ConvertAll(
            layout.Columns.ToArray(), column => column.Storage == ColumnStorage.Presence ? new StatedBy() : null);
        var ofFacts = layout
            .Columns.Where(c => c.Storage == ColumnStorage.Presence)
            .ToDictionary(c => (c.Level, FillPlan.Key(c.Slots)), c => statedBy[c.Index]!);
        foreach (var column in layout.Columns.Where(c => c.Storage != ColumnStorage.Presence))
        {
            foreach (var around in Around(column.Level, column.Slots))
            {
                around.Columns.Add(column.Index);
            }
        }

        foreach (var level in layout.Levels.Skip(1))
        {
            foreach (var around in Around(level.Origin, level.Slots))
            {
                around.Lists.Add(level.Index);
            }
        }

        return statedBy;

        IEnumerable<StatedBy> Around(int level, ImmutableArray<int> slots)
        {
            for (var length = 0; length <= slots.Length; length++)
            {
                if (ofFacts.TryGetValue((level, FillPlan.Key(slots[..length])), out var around))
                {
                    yield return around;
                }
            }
        }
    }

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

    // What tells whether an object or a list is stated: the columns and lists inside it.
    private sealed class StatedBy
    {
        public List<int> Columns { get; } = [];

        public List<int> Lists { get; } = [];
    }
}
