namespace NegotiationRules.Facts.Columns;

/// <summary>The values of one column. Grows as elements are added and keeps its memory when it is cleared.</summary>
internal sealed partial class ColumnValues(Column column, TextCodes texts)
{
    private ulong[] _known = [];
    private ulong[] _bits = [];
    private int[] _ints = [];
    private int[] _lasts = [];
    private long[] _longs = [];
    private double[] _reals = [];
    private int _unknown;

    public Column Column { get; } = column;

    public int Count { get; private set; }

    /// <summary>Whether a date is, or was, only known to lie in a span of days.</summary>
    public bool HasPartialDates { get; private set; }

    /// <summary>Whether any value is not known.</summary>
    public bool HasUnknown => _unknown != 0;

    /// <summary>A bit for each element: whether the value is known.</summary>
    public ReadOnlySpan<ulong> Known => _known.AsSpan(0, Bits.Words(Count));

    /// <summary>A bit for each element of a boolean fact. What is unknown is 0.</summary>
    public ReadOnlySpan<ulong> Values => _bits.AsSpan(0, Bits.Words(Count));

    /// <summary>Small whole numbers, codes of texts, or the first possible days. What is unknown is 0.</summary>
    public ReadOnlySpan<int> Ints => _ints.AsSpan(0, Count);

    /// <summary>The last possible days.</summary>
    public ReadOnlySpan<int> Lasts => _lasts.AsSpan(0, Count);

    public ReadOnlySpan<long> Longs => _longs.AsSpan(0, Count);

    public ReadOnlySpan<double> Reals => _reals.AsSpan(0, Count);

    public void Clear()
    {
        Count = 0;
        _unknown = 0;
        HasPartialDates = false;
    }

    /// <summary>Adds the value of the next element.</summary>
    public void Add(FactValue value)
    {
        var index = Count++;
        if (Count > _known.Length * 64)
        {
            Resize(Math.Max(1, _known.Length * 2));
        }

        Fill(index, value);
    }

    /// <summary>States, or takes back, the value of an element.</summary>
    public void Set(int index, FactValue value)
    {
        _unknown -= Bits.Get(_known, index) ? 0 : 1;
        Fill(index, value);
    }

    /// <summary>The value of an element, as it was set. A text that is not kept is some other text than those that rules name.</summary>
    public FactValue this[int index] => !Bits.Get(_known, index) ? FactValue.Unknown : Column.Storage switch
    {
        ColumnStorage.Bits => FactValue.Of(Bits.Get(_bits, index)),
        ColumnStorage.Ints => FactValue.OfSteps(_ints[index]),
        ColumnStorage.Longs when Column.Type is DateTimeType => FactValue.OfUtcTicks(_longs[index]),
        ColumnStorage.Longs => FactValue.OfSteps(_longs[index]),
        ColumnStorage.Reals => FactValue.Of(_reals[index]),
        ColumnStorage.Codes => FactValue.Of(texts[_ints[index]]),
        ColumnStorage.Days => FactValue.Of(new PartialDate(_ints[index], _lasts[index])),
        _ => throw new InvalidOperationException("of such a column only the presence is kept"),
    };

    private void Zero(int index)
    {
        switch (Column.Storage)
        {
            case ColumnStorage.Bits:
                Bits.Set(_bits, index, false);
                break;
            case ColumnStorage.Ints or ColumnStorage.Codes:
                _ints[index] = 0;
                break;
            case ColumnStorage.Longs:
                _longs[index] = 0;
                break;
            case ColumnStorage.Reals:
                _reals[index] = 0;
                break;
            case ColumnStorage.Days:
                (_ints[index], _lasts[index]) = (0, 0);
                break;
            default:
                break;
        }
    }

    private void Resize(int words)
    {
        var elements = words * 64;
        Array.Resize(ref _known, words);
        switch (Column.Storage)
        {
            case ColumnStorage.Bits:
                Array.Resize(ref _bits, words);
                break;
            case ColumnStorage.Ints or ColumnStorage.Codes:
                Array.Resize(ref _ints, elements);
                break;
            case ColumnStorage.Longs:
                Array.Resize(ref _longs, elements);
                break;
            case ColumnStorage.Reals:
                Array.Resize(ref _reals, elements);
                break;
            case ColumnStorage.Days:
                Array.Resize(ref _ints, elements);
                Array.Resize(ref _lasts, elements);
                break;
            default:
                break;
        }
    }
}
