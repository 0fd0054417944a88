using System.Collections.Immutable;

namespace NegotiationRules.Facts.Columns;

/// <summary>The facts of one scenario of a table, as far as they are laid out, for the few scenarios that the tree walk evaluates though
/// nobody bound them.</summary>
/// <remarks>Of a fact of which only the presence is laid out, the value is one of its type and means nothing: nobody asks for it.</remarks>
internal sealed class TableFacts
{
    private readonly FactTable _table;

    private TableFacts(FactTable table) => _table = table;

    public static FactRecord Read(FactTable table, int scenario) =>
        new TableFacts(table).ReadRecord((RecordType)table.Layout.Levels[0].Element, 0, scenario, []).Record;

    private FactValue ReadRecord(RecordType type, int level, int element, ImmutableArray<int> slots)
    {
        var values = new FactValue[type.Properties.Count];
        for (var slot = 0; slot < values.Length; slot++)
        {
            values[slot] = Read(type.Properties[slot].Type, level, element, slots.Add(slot));
        }

        var isKnown =
            slots.IsEmpty || values.Any(v => v.IsKnown) || (ColumnOf(level, slots) is { } column && Bits.Get(column.Known, element));
        return isKnown ? FactValue.Of(new FactRecord(type, values, null)) : FactValue.Unknown;
    }

    private FactValue Read(FactType type, int level, int element, ImmutableArray<int> slots)
    {
        var column = ColumnOf(level, slots);
        return type switch
        {
            RecordType record => ReadRecord(record, level, element, slots),
            _ when column is { Column.Storage: not ColumnStorage.Presence } values => values[element],
            _ when column is not null && !Bits.Get(column.Known, element) => FactValue.Unknown,
            ListType list when LevelOf(level, slots) is { } rows => ReadList(list, rows, element),
            _ => column is null ? FactValue.Unknown : SomeOf(type),
        };
    }

    private FactValue ReadList(ListType type, LevelRows rows, int owner)
    {
        var (from, to) = (rows.Offsets[owner], rows.Offsets[owner + 1]);
        var isComplete = to == from || !Bits.Get(rows.Supposed, to - 1);
        var elements = new List<FactValue>();
        for (var element = from; element < (isComplete ? to : to - 1); element++)
        {
            elements.Add(type.Element is RecordType record
                ? ReadRecord(record, rows.Level.Index, element, [])
                : Read(type.Element, rows.Level.Index, element, []));
        }

        return FactValue.Of(new FactList([.. elements], isComplete));
    }

    private ColumnValues? ColumnOf(int level, ImmutableArray<int> slots) =>
        _table.Columns.FirstOrDefault(c => c.Column.Level == level && c.Column.Slots.AsSpan().SequenceEqual(slots.AsSpan()));

    private LevelRows? LevelOf(int level, ImmutableArray<int> slots) => _table.Levels.FirstOrDefault(l =>
        l.Level.Index > 0 && l.Level.Origin == level && l.Level.Parent == level && l.Level.Slots.AsSpan().SequenceEqual(slots.AsSpan()));

    // Of these nothing is kept but whether they are known.
    private static FactValue SomeOf(FactType type) => type switch
    {
        DurationType => FactValue.Of(new Duration(0, 0)),
        ListType => FactValue.Of(new FactList([], isComplete: true)),
        _ => throw new InvalidOperationException($"no value of {type.Kind}"),
    };
}
