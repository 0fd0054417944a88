using NegotiationRules.Facts.Columns;
using NegotiationRules.Native.Calls;

namespace NegotiationRules.Native.Columns;

/// <summary>Fills a batch with some of the scenarios of a call at a time: few enough that what passes through stays near the
/// processor. One for each thread.</summary>
internal sealed class BlockFiller(ScenarioBatch batch)
{
    private readonly ValueWriter _writer = new();
    private readonly ListBits _lists = new();
    private ElementPlaces[] _places = [];

    /// <summary>Forgets the last call.</summary>
    public void Clear() => _writer.Clear();

    /// <summary>Fills the batch.</summary>
    /// <param name="set">What was given.</param>
    /// <param name="first">The first scenario.</param>
    /// <param name="count">How many.</param>
    /// <exception cref="CallException">A value is not one of its type.</exception>
    public void Fill(ColumnSet set, long first, int count)
    {
        var columns = batch.BeginColumns(count);
        var filler = columns.Filler;
        _places = _places.Length == set.Levels.Length ? _places : new ElementPlaces[set.Levels.Length];
        _places[0] = new ElementPlaces(first, count, null);
        foreach (var level in filler.Plain.Levels.AsSpan()[1..])
        {
            if (set.Levels[level.Index] is { } list)
            {
                _places[level.Index] = SetLists(filler, level, list);
            }
        }

        foreach (var (list, column) in set.PresentLists)
        {
            SetPresent(filler, list, column);
        }

        foreach (var values in set.Values)
        {
            _writer.Write(values, filler, _places[values.Column.Level]);
        }

        if (!columns.TryEnd(out var fault))
        {
            throw FaultOf(set, fault);
        }
    }

    private ElementPlaces SetLists(ColumnFiller filler, Level level, GivenList list)
    {
        var parents = _places[level.Parent];
        var places = list.Read(parents, _lists, level.MaxItems);
        var lengths = _lists.Lengths(parents.Count);
        ThrowIfTooLong(list, parents, lengths, level.MaxItems);
        if (places.Each is null)
        {
            filler.SetLists(level.Index, lengths);
        }
        else
        {
            filler.SetLists(level.Index, lengths, _lists.Known, _lists.AreOpen ? _lists.Open : default);
        }

        return places;
    }

    private void SetPresent(ColumnFiller filler, GivenList list, Column column)
    {
        var parents = _places[column.Level];
        var most = ((Facts.ListType)column.Type).MaxItems;
        list.Read(parents, _lists, most);
        var lengths = _lists.Lengths(parents.Count);
        ThrowIfTooLong(list, parents, lengths, most);
        filler.SetKnown(column.Index, lengths);
        _lists.Known.AsSpan(0, Bits.Words(parents.Count)).CopyTo(filler.Column(column.Index).WriteKnown());
    }

    private static void ThrowIfTooLong(GivenList list, ElementPlaces parents, ReadOnlySpan<int> lengths, int? most)
    {
        if (most is { } limit && lengths.ContainsAnyExceptInRange(0, limit))
        {
            var at = lengths.IndexOfAnyExceptInRange(0, limit);
            throw new CallException(
                Status.Columns, $"`{list.Path}` at place {parents[at]}: a list of {lengths[at]} elements, which can have {limit} at most.");
        }
    }

    // The column knows the place in this block, and the caller that in all.
    private CallException FaultOf(ColumnSet set, ColumnFault fault)
    {
        var given = set.Values.Find(values => values.Column.Index == fault.Column.Index)!;
        var at = _places[fault.Column.Level][fault.Place];
        return given.Fault(at, GivenValueWords.Of(given, at));
    }
}
