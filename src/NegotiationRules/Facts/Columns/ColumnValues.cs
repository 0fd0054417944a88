namespace NegotiationRules.Facts.Columns;

/// <summary>The values of one column. Grows as elements are added and keeps its memory when it is cleared.</summary>
/// <remarks>An element is added as unknown and then set, because the facts of an object come in any order.</remarks>
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
        AddUnknown();
        Set(Count - 1, value);
    }

    /// <summary>Adds an element of which nothing is known yet.</summary>
    public void AddUnknown()
    {
        var index = Count++;
        Grow();
        Bits.Set(_known, index, false);
        _unknown++;
        Zero(index);
    }

    /// <summary>States, or takes back, the value of an element.</summary>
    public void Set(int index, FactValue value)
    {
        if (!value.IsKnown)
        {
            SetUnknown(index);
            return;
        }

        switch (Column.Storage)
        {
            case ColumnStorage.Bits:
                SetBoolean(index, value.Boolean);
                break;
            case ColumnStorage.Ints or ColumnStorage.Longs:
                SetSteps(index, value.Steps);
                break;
            case ColumnStorage.Reals:
                SetReal(index, value.Real);
                break;
            case ColumnStorage.Codes:
                SetCode(index, Column.KeepsTexts ? texts.CodeOf(value.Text) : texts.NamedCodeOf(value.Text));
                break;
            case ColumnStorage.Days:
                SetDays(index, value.Date.First, value.Date.Last);
                break;
            default:
                SetPresent(index);
                break;
        }
    }

    public void SetUnknown(int index)
    {
        if (Bits.Get(_known, index))
        {
            Bits.Set(_known, index, false);
            _unknown++;
            Zero(index);
        }
    }

    /// <summary>Of a column of which only the presence is kept: the fact is stated.</summary>
    public void SetPresent(int index) => SetKnown(index);

    public void SetBoolean(int index, bool value)
    {
        SetKnown(index);
        Bits.Set(_bits, index, value);
    }

    /// <summary>A whole or fixed-point number in steps, or an instant in ticks; of a column of 32-bit or 64-bit integers.</summary>
    public void SetSteps(int index, long steps)
    {
        SetKnown(index);
        if (Column.Storage == ColumnStorage.Ints)
        {
            _ints[index] = (int)steps;
        }
        else
        {
            _longs[index] = steps;
        }
    }

    public void SetReal(int index, double value)
    {
        SetKnown(index);
        _reals[index] = value;
    }

    public void SetCode(int index, int code)
    {
        SetKnown(index);
        _ints[index] = code;
    }

    public void SetDays(int index, int first, int last)
    {
        SetKnown(index);
        (_ints[index], _lasts[index]) = (first, last);
        HasPartialDates |= first != last;
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

    private void SetKnown(int index)
    {
        ref var word = ref _known[index >> 6];
        var bit = 1ul << index;
        _unknown -= (word & bit) == 0 ? 1 : 0;
        word |= bit;
    }

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

    private void Grow()
    {
        if (Count > _known.Length * 64)
        {
            Resize(Math.Max(1, _known.Length * 2));
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
