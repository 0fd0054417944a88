using System.Runtime.CompilerServices;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Native.Calls;

namespace NegotiationRules.Native.Columns;

/// <summary>Where the lists of a level start and end among the elements that were given.</summary>
internal sealed unsafe class GivenList
{
    private readonly ColumnStruct _given;
    private readonly ValueKind _kind;
    private readonly long _stride;

    public GivenList(ColumnStruct given, string path)
    {
        (_given, Path, _kind) = (given, path, (ValueKind)given.Kind);
        _stride = given.Stride != 0 ? given.Stride : GivenValues.WidthOf(_kind);
        Known = new GivenKnown(given, path);
        Taken.NotNull(given.Values, $"offsets of `{path}`");
        if (given.Length < 1)
        {
            throw new CallException(Status.Columns, $"`{path}` has no offsets: give one for each list, and one more where the last ends.");
        }

        Total = At(given.Length - 1);
        if (Total < 0)
        {
            throw new CallException(Status.Columns, $"The last offset of `{path}` is {Total}, which is less than 0.");
        }
    }

    public string Path { get; }

    public GivenKnown Known { get; }

    /// <summary>How many lists there are.</summary>
    public long Lists => _given.Length - 1;

    /// <summary>How many elements all of them have.</summary>
    public long Total { get; }

    /// <summary>Where the elements of some lists lie.</summary>
    /// <param name="parents">The lists, by the elements that have them.</param>
    /// <param name="lengths">Receives how long each is; of one that is not known 1 if it may have an element, which is supposed.</param>
    /// <param name="known">Receives a bit for each: whether it is known.</param>
    /// <param name="supposes">Whether a list that is not known may have an element.</param>
    public ElementPlaces Read(ElementPlaces parents, Span<int> lengths, Span<ulong> known, bool supposes)
    {
        if (parents.Each is null && Known.IsAll)
        {
            return ReadWhole(parents, lengths);
        }

        Known.Read(parents, known);
        long count = 0;
        for (var i = 0; i < parents.Count; i++)
        {
            var list = parents[i];
            if (list < 0 || !Bits.Get(known, i))
            {
                Bits.Set(known, i, false);
                lengths[i] = supposes ? 1 : 0;
            }
            else
            {
                lengths[i] = LengthOf(At(list), At(list + 1), list);
            }

            count += lengths[i];
        }

        if (count > int.MaxValue)
        {
            throw TooMany();
        }

        return new ElementPlaces(0, (int)count, EachOf(parents, lengths, known, (int)count));
    }

    // Side by side, and all known.
    private ElementPlaces ReadWhole(ElementPlaces parents, Span<int> lengths)
    {
        var first = At(parents.First);
        var start = first;
        var at = _given.Values + ((parents.First + 1) * _stride);
        for (var i = 0; i < lengths.Length; i++, at += _stride)
        {
            var end = _kind == ValueKind.Offsets32 ? Unsafe.ReadUnaligned<int>(at) : Unsafe.ReadUnaligned<long>(at);
            lengths[i] = LengthOf(start, end, parents.First + i);
            start = end;
        }

        return start - first <= int.MaxValue ? new ElementPlaces(first, (int)(start - first), null) : throw TooMany();
    }

    private long[] EachOf(ElementPlaces parents, ReadOnlySpan<int> lengths, ReadOnlySpan<ulong> known, int count)
    {
        var each = new long[count];
        var element = 0;
        for (var i = 0; i < parents.Count; i++)
        {
            var start = Bits.Get(known, i) ? At(parents[i]) : -1;
            for (var inside = 0; inside < lengths[i]; inside++)
            {
                each[element++] = start < 0 ? -1 : start + inside;
            }
        }

        return each;
    }

    private int LengthOf(long start, long end, long list) =>
        start >= 0 && end >= start && end <= Total && end - start <= int.MaxValue ? (int)(end - start)
            : throw new CallException(
                Status.Columns,
                $"The offsets of `{Path}` at place {list} are {start} and {end}: they begin at 0 or above, never fall, and end at "
                    + $"{Total}.");

    private CallException TooMany() => new(Status.Columns, $"The lists `{Path}` have more elements than fit together.");

    private long At(long place) =>
        _kind == ValueKind.Offsets32
            ? Unsafe.ReadUnaligned<int>(_given.Values + (place * _stride))
            : Unsafe.ReadUnaligned<long>(_given.Values + (place * _stride));
}
