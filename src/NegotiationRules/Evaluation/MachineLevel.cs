using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Evaluation;

/// <summary>The elements of one level that belong to the scenarios a machine works on: one stretch of the level, counted from 0
/// here.</summary>
internal sealed class MachineLevel(Level level, MachineLevel? parent, VectorWidth width)
{
    // Marking where so few end takes longer than looking at each.
    private const int FewLists = 4;

    private LevelRows _rows = null!;
    private ulong[] _supposed = [];
    private ulong[] _ends = [];
    private ulong[] _filled = [];
    private ulong[] _packed = [];
    private ulong[] _sure = [];
    private int _markedLength;
    private int _markedWords;
    private bool _isMarked;
    private bool _hasEmpty;

    /// <summary>The level above; <see langword="null"/> for the scenarios.</summary>
    public MachineLevel? Parent { get; } = parent;

    /// <summary>Where its elements start in the columns.</summary>
    public int Start { get; private set; }

    /// <summary>How many elements there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many words hold a bit for each.</summary>
    public int Words => Bits.Words(Count);

    /// <summary>Where the elements of each element above start, as in the columns; one more at the end.</summary>
    public ReadOnlySpan<int> Offsets => _rows.Offsets.Slice(Parent!.Start, Parent.Count + 1);

    /// <summary>Whether any element is only supposed.</summary>
    public bool HasSupposed { get; private set; }

    /// <summary>A bit for each element: whether it is only supposed. Only there if any is.</summary>
    public ReadOnlySpan<ulong> Supposed => _supposed.AsSpan(0, Words);

    /// <summary>Goes to a stretch of the scenarios or, for a level below, to the elements of those that its parent went to.</summary>
    public void Take(LevelRows rows, int first, int count)
    {
        _rows = rows;
        (Start, Count) = Parent is null
            ? (first, count)
            : (rows.Offsets[Parent.Start], rows.Offsets[Parent.Start + Parent.Count] - rows.Offsets[Parent.Start]);
        _isMarked = false;
        HasSupposed = false;
        if (rows.HasSupposed)
        {
            VectorPlanes.CopyFrom(rows.Supposed, Start, Room(ref _supposed, Words));
            HasSupposed = Bits.Any(_supposed, Count);
        }
    }

    /// <summary>The bits of a column from where this stretch starts: the column's own if it starts with a word.</summary>
    public ReadOnlySpan<ulong> Take(ReadOnlySpan<ulong> plane, ref ulong[] memory)
    {
        if ((Start & 63) == 0)
        {
            return plane.Slice(Start >> 6, Words);
        }

        var taken = Room(ref memory, Words);
        VectorPlanes.CopyFrom(plane, Start, taken);
        return taken;
    }

    /// <summary>The element above that an element belongs to.</summary>
    public int ParentOf(int element) => _rows.Parents[Start + element] - Parent!.Start;

    /// <summary>How many elements an element that is only supposed, the last of its list, may stand for; <see langword="null"/> if there is
    /// no bound.</summary>
    public long? Further(int supposed) => level.MaxItems is { } most ? most - (Start + supposed - Offsets[ParentOf(supposed)]) : null;

    /// <summary>Of a plane, what is set for elements that are not only supposed.</summary>
    public ReadOnlySpan<ulong> Sure(ReadOnlySpan<ulong> plane)
    {
        if (!HasSupposed)
        {
            return plane;
        }

        var sure = Room(ref _sure, Words);
        VectorPlanes.Except(plane, Supposed, sure, width);
        return sure;
    }

    /// <summary>For each element above, whether any of its elements is set.</summary>
    public void AnyOf(ReadOnlySpan<ulong> plane, Span<ulong> result)
    {
        if (width == VectorWidth.None || !VectorSegments.CanGather || Parent!.Count <= FewLists)
        {
            VectorSegments.AnyPlain(plane, Offsets, result);
            return;
        }

        Mark();
        if (!_hasEmpty)
        {
            VectorSegments.AnyOfMarked(plane, _ends.AsSpan(0, Words), result);
            return;
        }

        // No more lists have elements than there are lists.
        var packed = Room(ref _packed, result.Length);
        VectorSegments.AnyOfMarked(plane, _ends.AsSpan(0, Words), packed);
        VectorSegments.Scatter(packed, _filled.AsSpan(0, result.Length), result);
    }

    // Where lists end, worked out when it is first asked for. Lists of one length leave the same marks every time.
    private void Mark()
    {
        if (_isMarked)
        {
            return;
        }

        _isMarked = true;
        _hasEmpty = false;
        var offsets = Offsets;
        var length = Count == 0 ? 0 : offsets[1] - offsets[0];
        if (length > 0 && (long)length * Parent!.Count == Count && VectorSegments.AreOfLength(offsets, length, width))
        {
            MarkEvery(length);
            return;
        }

        _markedLength = 0;
        var ends = Room(ref _ends, Words);
        ends.Clear();
        _hasEmpty = MarkEach(offsets, ends, Room(ref _filled, Parent!.Words));
    }

    // Bits are put together before they are stored. An empty list marks the end before it once more, which changes nothing; there is none
    // before the first element.
    private static bool MarkEach(ReadOnlySpan<int> offsets, Span<ulong> ends, Span<ulong> filled)
    {
        var (start, end, at) = (offsets[0], offsets[0], 0);
        ulong marks = 0;
        var hasEmpty = false;
        for (var word = 0; word < filled.Length; word++)
        {
            var some = offsets.Slice((word << 6) + 1, Math.Min(64, offsets.Length - 1 - (word << 6)));
            ulong lists = 0;
            for (var i = 0; i < some.Length; i++)
            {
                lists |= some[i] != end ? 1ul << i : 0;
                end = some[i];
                if (end == start)
                {
                    continue;
                }

                var last = end - 1 - start;
                if (last >> 6 != at)
                {
                    ends[at] |= marks;
                    (marks, at) = (0, last >> 6);
                }

                marks |= 1ul << last;
            }

            filled[word] = lists;
            hasEmpty |= lists != ulong.MaxValue >> (64 - some.Length);
        }

        if (marks != 0)
        {
            ends[at] |= marks;
        }

        return hasEmpty;
    }

    private void MarkEvery(int length)
    {
        if (length == _markedLength && Words <= _markedWords)
        {
            return;
        }

        (_markedLength, _markedWords) = (length, Words);
        var ends = Room(ref _ends, Words);
        ends.Clear();
        for (var end = length - 1; end < Words << 6; end += length)
        {
            Bits.Set(ends, end);
        }
    }

    private static Span<ulong> Room(ref ulong[] memory, int words)
    {
        if (memory.Length < words)
        {
            memory = new ulong[Math.Max(words, memory.Length * 2)];
        }

        return memory.AsSpan(0, words);
    }
}
