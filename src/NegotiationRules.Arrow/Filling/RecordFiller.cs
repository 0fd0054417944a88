using Apache.Arrow;
using NegotiationRules.Arrow.Binding;
using NegotiationRules.Arrow.Cells;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Arrow.Filling;

/// <summary>Fills a batch with rows, column by column. One for each thread and batch.</summary>
internal sealed class RecordFiller(ScenarioBatch batch)
{
    private readonly CellWriter _cells = new();

    /// <summary>Forgets the arrays that it has met.</summary>
    public void Clear() => _cells.Clear();

    /// <summary>Fills the batch.</summary>
    /// <param name="root">The scenario as a field.</param>
    /// <param name="arrays">The arrays of its facts.</param>
    /// <param name="first">The first row.</param>
    /// <param name="count">How many.</param>
    /// <returns>Whether all of them could be taken; if not, the batch is empty, and they are to be read one by one.</returns>
    public bool TryFill(BoundField root, IReadOnlyList<IArrowArray> arrays, int first, int count)
    {
        if (batch.Rules.FirstRuleThatWalks is not null)
        {
            return false;
        }

        var columns = batch.BeginColumns(count);
        var places = new ElementPlaces(first, count, null);
        var isTaken = ColumnShape.IsPlain(root, columns.Filler)
            && root.Inside.TrueForAll(field => TryFill(field, arrays, columns.Filler, places, null))
            && columns.TryEnd(out _);
        if (!isTaken)
        {
            batch.Clear();
        }

        return isTaken;
    }

    private bool TryFill(
        BoundField field, IReadOnlyList<IArrowArray> arrays, ColumnFiller filler, ElementPlaces places, ulong[]? around)
    {
        switch (field.Role)
        {
            case FieldRole.Group:
                WritePresence(field, filler, () => KnownOfGroup(field, arrays, places, around));
                return field.Inside.TrueForAll(inside => TryFill(inside, arrays, filler, places, around));
            case FieldRole.Object:
                var known = KnownOf(arrays[field.Index], places, around);
                WritePresence(field, filler, () => known);
                return TryFillObject(field, (StructArray)arrays[field.Index], filler, places, known);
            case FieldRole.List:
                return TryFillList(field, arrays[field.Index], filler, places, around);
            default:
                return filler.ColumnOf(field.Path) is var column && (column < 0 || arrays[field.Index] is NullArray
                    || _cells.TryWrite(arrays[field.Index], column, filler, places, around));
        }
    }

    private bool TryFillObject(BoundField field, StructArray array, ColumnFiller filler, ElementPlaces places, ulong[]? known) =>
        field.Inside.TrueForAll(inside => TryFill(inside, array.Fields, filler, places, known));

    private bool TryFillList(BoundField field, IArrowArray array, ColumnFiller filler, ElementPlaces places, ulong[]? around)
    {
        var (level, presence) = (filler.LevelOf(field.Path), filler.PresenceOfList(field.Path));
        if (level < 0 && presence < 0)
        {
            return true;
        }

        var (lists, known) = (new ListCells(array), KnownOf(array, places, around));
        var most = ((ListType)field.Type).MaxItems;
        var lengths = new int[places.Count];
        var elements = ElementFinder.Find(lists, places, known, lengths, supposes: level >= 0 && most != 0);
        if (elements is null || System.Array.Exists(lengths, length => length > most))
        {
            return false;
        }

        if (level < 0)
        {
            filler.SetKnown(presence, lengths);
            known?.AsSpan().CopyTo(filler.Column(presence).WriteKnown());
            return true;
        }

        if (known is null)
        {
            filler.SetLists(level, lengths);
        }
        else
        {
            filler.SetLists(level, lengths, known);
        }

        return TryFillElements(field.Inside[0], lists.Values, filler, elements.Value, level);
    }

    private bool TryFillElements(BoundField element, IArrowArray values, ColumnFiller filler, ElementPlaces places, int level)
    {
        if (element.Role != FieldRole.Object)
        {
            // Where rules ask nothing of the elements, the path is that of the list alone.
            var column = filler.ColumnOf(element.Path);
            return column < 0 || filler.Plain.Columns[column].Level != level || TryFill(element, [values], filler, places, null);
        }

        // An object that is null has facts for all that its array knows; elements that are only supposed are none.
        for (var i = 0; values.NullCount > 0 && i < places.Count; i++)
        {
            if (places[i] >= 0 && values.IsNull((int)places[i]))
            {
                return false;
            }
        }

        return TryFillObject(element, (StructArray)values, filler, places, null);
    }

    private static void WritePresence(BoundField field, ColumnFiller filler, Func<ulong[]?> known)
    {
        if (filler.ColumnOf(field.Path) is not (>= 0 and var column))
        {
            return;
        }

        var bits = filler.Column(column).WriteKnown();
        if (known() is { } some)
        {
            some.AsSpan(0, bits.Length).CopyTo(bits);
            filler.WriteDefaults(column);
        }
    }

    // A bit for each element, or null if all are known.
    private static ulong[]? KnownOf(IArrowArray array, ElementPlaces places, ulong[]? around)
    {
        if (array.NullCount == 0 && array is not NullArray && around is null && places.Each is null)
        {
            return null;
        }

        var known = new ulong[Bits.Words(places.Count)];
        ArrayBits.ReadKnown(array, places, known);
        for (var i = 0; i < known.Length && around is not null; i++)
        {
            known[i] &= around[i];
        }

        for (var i = 0; places.Each is not null && i < places.Count; i++)
        {
            Bits.Set(known, i, Bits.Get(known, i) && places[i] >= 0);
        }

        return known;
    }

    private static ulong[] KnownOfGroup(BoundField group, IReadOnlyList<IArrowArray> arrays, ElementPlaces places, ulong[]? around)
    {
        var known = new ulong[Bits.Words(places.Count)];
        for (var i = 0; i < places.Count; i++)
        {
            var isThere = places[i] >= 0 && (around is null || Bits.Get(around, i));
            Bits.Set(known, i, isThere && Rows.RowJson.IsKnown(group, arrays, (int)places[i]));
        }

        return known;
    }
}
