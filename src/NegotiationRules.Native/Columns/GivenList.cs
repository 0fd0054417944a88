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

    /// <summary>What says which lists are complete; <see langword="null"/> if all that are known are.</summary>
    public GivenCompleteness? Completeness { get; set; }

    /// <summary>Whether the vocabulary has a default for lists that are not known, which columns do not fill in.</summary>
    public bool HasDefault { get; set; }

    /// <summary>How many lists there are.</summary>
    public long Lists => _given.Length - 1;

    /// <summary>How many elements all of them have.</summary>
    public long Total { get; }

    /// <summary>Where the elements of some lists lie.</summary>
    /// <param name="parents">The lists, by the elements that have them.</param>
    /// <param name="read">Receives how long each list is, and what is known of it. One that is not known, or not complete, has one element
    /// more, which is supposed, if it may have it.</param>
    /// <param name="most">The most elements that a list may have; <see langword="null"/> if there is no limit.</param>
    public ElementPlaces Read(ElementPlaces parents, ListBits read, int? most)
    {
        var lengths = read.Lengths(parents.Count);
        var areComplete = Completeness is null || Completeness.Read(parents, read.Complete);
        read.AreOpen = !areComplete;
        if (parents.Each is null && Known.IsAll && areComplete)
        {
            read.Known.AsSpan(0, Bits.Words(parents.Count)).Fill(ulong.MaxValue);
            return ReadWhole(parents, lengths);
        }

        Known.Read(parents, read.Known);
        long count = 0;
        for (var i = 0; i < parents.Count; i++)
        {
            var list = parents[i];
            var isKnown = list >= 0 && Bits.Get(read.Known, i);
            if (list >= 0 && !isKnown && HasDefault)
            {
                throw new CallException(Status.NotInColumns,
                    $"`{Path}` at place {list} is not known, and the vocabulary has a default for it, which columns do not fill in: "
                        + "give its elements, or leave out the column altogether.");
            }

            var length = isKnown ? LengthOf(At(list), At(list + 1), list) : 0;
            var isOpen = isKnown && !areComplete && !Bits.Get(read.Complete, i) && !(length >= most);
            Bits.Set(read.Known, i, isKnown);
            Bits.Set(read.Open, i, isOpen);
            lengths[i] = isOpen || (!isKnown && most != 0) ? length + 1 : length;
            count += lengths[i];
        }

        return count <= int.MaxValue ? new ElementPlaces(0, (int)count, EachOf(parents, read, lengths, (int)count)) : throw TooMany();
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

    private long[] EachOf(ElementPlaces parents, ListBits read, ReadOnlySpan<int> lengths, int count)
    {
        var each = new long[count];
        var element = 0;
        for (var i = 0; i < parents.Count; i++)
        {
            var isKnown = Bits.Get(read.Known, i);
            var (start, given) = isKnown ? (At(parents[i]), lengths[i] - (Bits.Get(read.Open, i) ? 1 : 0)) : (0, 0);
            for (var inside = 0; inside < lengths[i]; inside++)
            {
                each[element++] = inside < given ? start + inside : -1;
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
