namespace NegotiationRules.Facts.Columns;

/// <content>Values of new elements, filled in at places that their level has given them.</content>
internal sealed partial class ColumnValues
{
    /// <summary>Makes room for so many elements: what is added up to there is filled in place, and counted afterwards.</summary>
    public void Reserve(int elements)
    {
        if (elements > _known.Length * 64)
        {
            Resize(Bits.Words(elements));
        }
    }

    /// <summary>Counts the elements that were filled in place.</summary>
    public void CountTo(int elements) => Count = elements;

    /// <summary>Takes back all elements but the first ones.</summary>
    public void TruncateTo(int elements)
    {
        Count = elements;
        _unknown = elements - Bits.Count(_known, elements);
    }

    /// <summary>Fills the place of a new element: nothing is known.</summary>
    public void FillUnknown(int index)
    {
        Bits.Set(_known, index, false);
        _unknown++;
        Zero(index);
    }

    public void FillPresent(int index) => Bits.Set(_known, index);

    public void Fill(int index, bool value)
    {
        Bits.Set(_known, index);
        Bits.Set(_bits, index, value);
    }

    public void FillSteps(int index, long steps)
    {
        Bits.Set(_known, index);
        if (Column.Storage == ColumnStorage.Ints)
        {
            _ints[index] = (int)steps;
        }
        else
        {
            _longs[index] = steps;
        }
    }

    public void Fill(int index, double value)
    {
        Bits.Set(_known, index);
        _reals[index] = value;
    }

    /// <summary>A text, which is told apart from others that no rule names only if it must be.</summary>
    public void FillText(int index, string text) => FillCode(index, Column.KeepsTexts ? texts.CodeOf(text) : texts.NamedCodeOf(text));

    /// <summary>The same in UTF-8, which must be valid.</summary>
    public void FillText(int index, ReadOnlySpan<byte> utf8) =>
        FillCode(index, Column.KeepsTexts ? texts.CodeOf(utf8) : texts.NamedCodeOf(utf8));

    private void FillCode(int index, int code)
    {
        Bits.Set(_known, index);
        _ints[index] = code;
    }

    public void FillDays(int index, int first, int last)
    {
        Bits.Set(_known, index);
        (_ints[index], _lasts[index]) = (first, last);
        HasPartialDates |= first != last;
    }

    /// <summary>Fills the place of a new element with a value of its type, or with none.</summary>
    public void Fill(int index, FactValue value)
    {
        if (!value.IsKnown)
        {
            FillUnknown(index);
            return;
        }

        switch (Column.Storage)
        {
            case ColumnStorage.Bits:
                Fill(index, value.Boolean);
                break;
            case ColumnStorage.Ints or ColumnStorage.Longs:
                FillSteps(index, value.Steps);
                break;
            case ColumnStorage.Reals:
                Fill(index, value.Real);
                break;
            case ColumnStorage.Codes:
                FillText(index, value.Text);
                break;
            case ColumnStorage.Days:
                FillDays(index, value.Date.First, value.Date.Last);
                break;
            default:
                FillPresent(index);
                break;
        }
    }

    /// <summary>Fills the place of a new element with a value of a column like this one, whose codes are those of the same texts.</summary>
    public void Fill(int index, ColumnValues other, int from)
    {
        if (!Bits.Get(other._known, from))
        {
            FillUnknown(index);
            return;
        }

        switch (Column.Storage)
        {
            case ColumnStorage.Bits:
                Fill(index, Bits.Get(other._bits, from));
                break;
            case ColumnStorage.Ints or ColumnStorage.Codes:
                FillCode(index, other._ints[from]);
                break;
            case ColumnStorage.Longs:
                FillSteps(index, other._longs[from]);
                break;
            case ColumnStorage.Reals:
                Fill(index, other._reals[from]);
                break;
            case ColumnStorage.Days:
                FillDays(index, other._ints[from], other._lasts[from]);
                break;
            default:
                FillPresent(index);
                break;
        }
    }
}
