using Apache.Arrow;
using NegotiationRules.Arrow.Binding;
using NegotiationRules.Arrow.Cells;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using Column = NegotiationRules.Facts.Columns.Column;

namespace NegotiationRules.Arrow.Filling;

/// <summary>Writes the values of an array into a column of a batch. What cannot be taken as it is is declined: whoever reads row by row
/// says why. One for each thread and batch.</summary>
internal sealed class CellWriter
{
    private readonly CodeCells _codes = new();
    private long[] _whole = [];
    private double[] _real = [];
    private int[] _first = [];
    private int[] _last = [];
    private ulong[] _known = [];

    /// <summary>Forgets the arrays that it has met.</summary>
    public void Clear() => _codes.Clear();

    /// <summary>Writes values.</summary>
    /// <param name="array">The values.</param>
    /// <param name="column">The column.</param>
    /// <param name="filler">Whose column it is.</param>
    /// <param name="places">Where the values of its elements lie.</param>
    /// <param name="around">A bit for each element: whether what is around it is known; <see langword="null"/> if all are.</param>
    /// <returns>Whether all of them could be taken.</returns>
    public bool TryWrite(IArrowArray array, int column, ColumnFiller filler, ElementPlaces places, ulong[]? around)
    {
        Reserve(places.Count);
        var into = filler.Column(column);
        var isAll = ArrayBits.ReadKnown(array, places, _known);
        for (var word = 0; around is not null && word < Bits.Words(places.Count); word++)
        {
            _known[word] &= around[word];
        }

        var known = new KnownBits(_known, places, isAll && around is null);
        var isTaken = array is DictionaryArray && into.Column.Type is not TextType ? TryWriteNone()
            : into.Column.Storage == ColumnStorage.Presence ? TryLookAt(array, into.Column, filler.Texts, places, known)
            : TryWriteValues(array, into, filler.Texts, places, known);
        if (!isTaken)
        {
            return false;
        }

        var bits = into.Column.Storage == ColumnStorage.Presence || !known.IsAll ? into.WriteKnown() : default;
        if (!known.IsAll)
        {
            known.CopyTo(bits);
            filler.WriteDefaults(column);
        }

        return true;
    }

    // Dictionaries of anything but texts are rare.
    private static bool TryWriteNone() => false;

    private bool TryWriteValues(IArrowArray array, ColumnValues into, TextCodes texts, ElementPlaces places, KnownBits known)
    {
        switch (into.Column.Storage)
        {
            case ColumnStorage.Bits:
                return TryReadTruths(array, places, into);
            case ColumnStorage.Ints:
                return WholeCells.TryRead(array, ((ExactType)into.Column.Type).Scale, places, known, _whole)
                    && TryNarrow(_whole.AsSpan(0, places.Count), known, into.WriteInts());
            case ColumnStorage.Longs when into.Column.Type is DateTimeType:
                return MomentCells.TryReadTicks(array, places, known, into.WriteLongs());
            case ColumnStorage.Longs:
                return WholeCells.TryRead(array, ((ExactType)into.Column.Type).Scale, places, known, into.WriteLongs());
            case ColumnStorage.Reals:
                return RealCells.TryRead(array, places, known, into.WriteReals());
            case ColumnStorage.Codes:
                return _codes.TryRead(array, into.Column, texts, places, known, into.WriteCodes());
            case ColumnStorage.Days:
                var first = into.WriteDays(out var last);
                return MomentCells.TryReadDays(array, places, known, first, last);
            default:
                return false;
        }
    }

    // Rules only ask whether it is known; a value that is none of its type must not pass for that reason.
    private bool TryLookAt(IArrowArray array, Column column, TextCodes texts, ElementPlaces places, KnownBits known)
    {
        switch (column.Type)
        {
            case BooleanType:
                return array is BooleanArray;
            case ExactType exact:
                return WholeCells.TryRead(array, exact.Scale, places, known, _whole)
                    && AllKnown(known, places, i => exact.Fit(_whole[i]) == NumberFit.Exact);
            case RealType real:
                return RealCells.TryRead(array, places, known, _real)
                    && AllKnown(known, places, i => real.Fit(_real[i]) == NumberFit.Exact);
            case TextType:
                return _codes.TryRead(array, column, texts, places, known, _first);
            case DateType:
                return MomentCells.TryReadDays(array, places, known, _first, _last);
            case DateTimeType:
                return MomentCells.TryReadTicks(array, places, known, _whole);
            default:
                return false;
        }
    }

    private static bool TryReadTruths(IArrowArray array, ElementPlaces places, ColumnValues into)
    {
        if (array is BooleanArray truths)
        {
            ArrayBits.Read(truths.ValueBuffer.Span, truths.Offset, places, into.WriteBits());
            return true;
        }

        return false;
    }

    private static bool AllKnown(KnownBits known, ElementPlaces places, Func<int, bool> isGood)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (known.Has(i) && !isGood(i))
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryNarrow(ReadOnlySpan<long> whole, KnownBits known, Span<int> into)
    {
        for (var i = 0; i < whole.Length; i++)
        {
            into[i] = (int)whole[i];
            if (into[i] != whole[i] && known.Has(i))
            {
                return false;
            }
        }

        return true;
    }

    private void Reserve(int elements)
    {
        if (elements > _whole.Length)
        {
            (_whole, _real) = (new long[elements], new double[elements]);
            (_first, _last) = (new int[elements], new int[elements]);
            _known = new ulong[Bits.Words(elements)];
        }
    }
}
