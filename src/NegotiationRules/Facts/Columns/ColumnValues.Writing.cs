using System.Numerics;
using System.Runtime.InteropServices;

namespace NegotiationRules.Facts.Columns;

/// <content>Values of all elements at once, written by whoever has them side by side already.</content>
internal sealed partial class ColumnValues
{
    /// <summary>Whether values were written since <see cref="Begin"/>.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>Small whole numbers, codes or first days that are being written, as they are by now.</summary>
    public Span<int> WrittenInts => _ints.AsSpan(0, Count);

    /// <summary>Last days that are being written.</summary>
    public Span<int> WrittenLasts => _lasts.AsSpan(0, Count);

    public Span<long> WrittenLongs => _longs.AsSpan(0, Count);

    public Span<double> WrittenReals => _reals.AsSpan(0, Count);

    public Span<ulong> WrittenBits => _bits.AsSpan(0, Bits.Words(Count));

    /// <summary>Begins anew with so many elements. Those that are not written are unknown in the end.</summary>
    public void Begin(int elements)
    {
        Reserve(elements);
        Count = elements;
        IsWritten = false;
    }

    /// <summary>Small whole numbers, in steps of their type, to be written by the caller; all are known unless <see cref="WriteKnown"/> is
    /// used as well.</summary>
    public Span<int> WriteInts() => Write(_ints, ColumnStorage.Ints).AsSpan(0, Count);

    /// <summary>Whole numbers in steps of their type, or instants in ticks.</summary>
    public Span<long> WriteLongs() => Write(_longs, ColumnStorage.Longs).AsSpan(0, Count);

    public Span<double> WriteReals() => Write(_reals, ColumnStorage.Reals).AsSpan(0, Count);

    /// <summary>A bit for each element.</summary>
    public Span<ulong> WriteBits() => Write(_bits, ColumnStorage.Bits).AsSpan(0, Bits.Words(Count));

    /// <summary>Codes of texts, as <see cref="TextCodes"/> gives them.</summary>
    public Span<int> WriteCodes() => Write(_ints, ColumnStorage.Codes).AsSpan(0, Count);

    /// <summary>Day numbers.</summary>
    /// <param name="last">The last days it may be. They are the first ones unless the caller writes others.</param>
    /// <returns>The first days it may be.</returns>
    public Span<int> WriteDays(out Span<int> last)
    {
        var first = Write(_ints, ColumnStorage.Days).AsSpan(0, Count);
        last = _lasts.AsSpan(0, Count);
        last.Fill(SameDay);
        return first;
    }

    /// <summary>A bit for each element: whether it is known. To be asked for after the values, if any are kept; all are set.</summary>
    public Span<ulong> WriteKnown()
    {
        if (!IsWritten && Column.Storage != ColumnStorage.Presence)
        {
            throw new InvalidOperationException($"No values of '{Column.Path}' have been asked for yet.");
        }

        if (!IsWritten)
        {
            Write(_known, ColumnStorage.Presence);
        }

        return _known.AsSpan(0, Bits.Words(Count));
    }

    /// <summary>Writes a value wherever nothing is known.</summary>
    public void WriteUnknown(FactValue value)
    {
        for (var word = 0; word < Bits.Words(Count); word++)
        {
            for (var unknown = ~_known[word]; unknown != 0; unknown &= unknown - 1)
            {
                var i = (word << 6) + BitOperations.TrailingZeroCount(unknown);
                if (i >= Count)
                {
                    break;
                }

                Fill(i, value);
            }
        }
    }

    /// <summary>Takes back what was written of elements, a bit for each.</summary>
    public void Unknow(ReadOnlySpan<ulong> elements)
    {
        for (var word = 0; word < Bits.Words(Count); word++)
        {
            _known[word] &= ~elements[word];
            for (var unknown = elements[word]; unknown != 0; unknown &= unknown - 1)
            {
                Zero((word << 6) + BitOperations.TrailingZeroCount(unknown));
            }
        }

        _unknown = Count - Bits.Count(_known, Count);
    }

    /// <summary>Ends what was begun: what is not known is zero as it should be, and what is known must be a value of the type.</summary>
    /// <returns>Where it is not, or -1.</returns>
    public int End()
    {
        if (!IsWritten)
        {
            EndUnwritten(FactValue.Unknown);
            return -1;
        }

        _unknown = Count - Bits.Count(_known, Count);
        HasPartialDates = false;
        var wrong = Column.Storage switch
        {
            ColumnStorage.Bits => EndBits(),
            ColumnStorage.Ints => EndNumbers(
                _ints.AsSpan(0, Count),
                (int)((ExactType)Column.Type).Minimum,
                (int)((ExactType)Column.Type).Maximum
            ),
            ColumnStorage.Longs when Column.Type is ExactType exact => EndNumbers(_longs.AsSpan(0, Count), exact.Minimum, exact.Maximum),
            ColumnStorage.Longs => EndNumbers(_longs.AsSpan(0, Count), 0L, DateTime.MaxValue.Ticks),
            ColumnStorage.Reals => EndReals((RealType)Column.Type),
            ColumnStorage.Codes => EndCodes((TextType)Column.Type),
            ColumnStorage.Days => EndDays(),
            _ => -1,
        };
        return wrong;
    }

    /// <summary>Ends a column of which nothing was written: all elements have the same value, or none.</summary>
    public void EndUnwritten(FactValue value)
    {
        _known.AsSpan(0, Bits.Words(Count)).Clear();
        _unknown = Count;
        HasPartialDates = false;
        Array.Clear(_bits);
        Array.Clear(_ints);
        Array.Clear(_lasts);
        Array.Clear(_longs);
        Array.Clear(_reals);
        for (var i = 0; i < Count && value.IsKnown; i++)
        {
            Set(i, value);
        }
    }

    /// <summary>Ends a column that tells whether a fact is stated: all are.</summary>
    public void EndPresent()
    {
        _known.AsSpan(0, Bits.Words(Count)).Fill(ulong.MaxValue);
        _unknown = 0;
    }

    // Not a day: a caller who knows days leaves it, and only those who know months or years write the last day.
    private const int SameDay = int.MinValue;

    private T[] Write<T>(T[] values, ColumnStorage storage)
    {
        if (Column.Storage != storage)
        {
            throw new InvalidOperationException($"'{Column.Path}' is kept as {Column.Storage}, not as {storage}.");
        }

        IsWritten = true;
        var known = _known.AsSpan(0, Bits.Words(Count));
        known.Fill(ulong.MaxValue);
        return values;
    }

    private int EndBits()
    {
        for (var word = 0; word < Bits.Words(Count); word++)
        {
            _bits[word] &= _known[word];
        }

        return -1;
    }

    private int EndNumbers<T>(Span<T> values, T least, T most)
        where T : struct, INumber<T>
    {
        ZeroUnknown(values);

        // Zero may lie outside itself, so only where something does it is looked at one by one.
        if (AreWithin(values, least, most))
        {
            return -1;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (Bits.Get(_known, i) && !(values[i] >= least && values[i] <= most))
            {
                return i;
            }
        }

        return -1;
    }

    private int EndReals(RealType type) =>
        EndNumbers(_reals.AsSpan(0, Count), Math.Max(type.Minimum, double.MinValue), Math.Min(type.Maximum, double.MaxValue));

    private int EndCodes(TextType type)
    {
        var codes = _ints.AsSpan(0, Count);
        ZeroUnknown(codes);
        if (type.Values is null && !Column.KeepsTexts && AreWithin(codes, 0, texts.Count - 1))
        {
            return -1;
        }

        // Of a text that is not told apart it cannot be said whether it is allowed.
        var isGood = new bool[texts.Count];
        for (var code = 0; code < isGood.Length; code++)
        {
            isGood[code] = code == texts.Other ? !Column.KeepsTexts : type.Find(texts[code]) is not null;
        }

        for (var i = 0; i < codes.Length; i++)
        {
            if (Bits.Get(_known, i) && ((uint)codes[i] >= (uint)isGood.Length || !isGood[codes[i]]))
            {
                return i;
            }
        }

        return -1;
    }

    private int EndDays()
    {
        var first = _ints.AsSpan(0, Count);
        var last = _lasts.AsSpan(0, Count);
        if (!last.ContainsAnyExcept(SameDay))
        {
            ZeroUnknown(first);
            first.CopyTo(last);
            return first.IndexOfAnyExceptInRange(PartialDate.FirstDay, PartialDate.LastDay);
        }

        for (var i = 0; i < first.Length; i++)
        {
            last[i] = last[i] == SameDay ? first[i] : last[i];
        }

        ZeroUnknown(first);
        ZeroUnknown(last);
        var isGood =
            AreWithin(first, PartialDate.FirstDay, PartialDate.LastDay) && AreWithin(last, PartialDate.FirstDay, PartialDate.LastDay);
        for (var i = 0; i < first.Length; i++)
        {
            HasPartialDates |= first[i] != last[i];
            if (last[i] < first[i] || (!isGood && (first[i] < PartialDate.FirstDay || last[i] > PartialDate.LastDay)))
            {
                return i;
            }
        }

        return -1;
    }

    private void ZeroUnknown<T>(Span<T> values)
        where T : struct
    {
        if (_unknown == 0)
        {
            return;
        }

        for (var word = 0; word < Bits.Words(Count); word++)
        {
            for (var unknown = ~_known[word]; unknown != 0; unknown &= unknown - 1)
            {
                var i = (word << 6) + BitOperations.TrailingZeroCount(unknown);
                if (i >= values.Length)
                {
                    break;
                }

                values[i] = default;
            }
        }
    }

    private static bool AreWithin<T>(ReadOnlySpan<T> values, T least, T most)
        where T : struct, INumber<T>
    {
        var vectors = MemoryMarshal.Cast<T, Vector<T>>(values);
        var (low, high) = (new Vector<T>(least), new Vector<T>(most));
        foreach (var vector in vectors)
        {
            // All at once: not a number is neither.
            if (!(Vector.GreaterThanOrEqualAll(vector, low) && Vector.LessThanOrEqualAll(vector, high)))
            {
                return false;
            }
        }

        foreach (var value in values[(vectors.Length * Vector<T>.Count)..])
        {
            if (!(value >= least && value <= most))
            {
                return false;
            }
        }

        return true;
    }
}
