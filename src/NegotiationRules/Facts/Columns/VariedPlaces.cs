namespace NegotiationRules.Facts.Columns;

/// <summary>Which of its values a fact that varies has in each of some scenarios: the same in all, one of two by a bit, or any by its
/// place.</summary>
/// <remarks>Its memory is kept from one stretch of scenarios to the next. For one thread at a time.</remarks>
/// <param name="most">How many scenarios there are at most.</param>
internal sealed class VariedPlaces(int most)
{
    private readonly int[] _each = new int[most];
    private readonly ulong[] _bits = new ulong[Columns.Bits.Words(most)];
    private bool _hasEach;

    /// <summary>The place of the value that all scenarios have; below 0 if nobody knows whether they have the same.</summary>
    public int Only { get; private set; } = -1;

    /// <summary>Whether a bit for each scenario says which of two values it has.</summary>
    public bool AreBits { get; private set; }

    /// <summary>How many scenarios there are.</summary>
    public int Count { get; private set; }

    /// <summary>A bit for each scenario, where there are bits; what is beyond the last scenario means nothing.</summary>
    public ReadOnlySpan<ulong> Bits => _bits.AsSpan(0, Columns.Bits.Words(Count));

    /// <summary>Says that all have the same value.</summary>
    public void SetOnly(int count, int place) => (Count, Only, AreBits, _hasEach) = (count, place, false, false);

    /// <summary>Asks for a bit for each, all of which are to be written.</summary>
    public Span<ulong> WriteBits(int count)
    {
        (Count, Only, AreBits, _hasEach) = (count, -1, true, false);
        return _bits.AsSpan(0, Columns.Bits.Words(count));
    }

    /// <summary>Asks for the place of each, all of which are to be written.</summary>
    public Span<int> WriteEach(int count)
    {
        (Count, Only, AreBits, _hasEach) = (count, -1, false, true);
        return _each.AsSpan(0, count);
    }

    /// <summary>The place of each, whichever way it was said.</summary>
    public ReadOnlySpan<int> Each()
    {
        var each = _each.AsSpan(0, Count);
        if (_hasEach)
        {
            return each;
        }

        if (!AreBits)
        {
            each.Fill(Only);
        }

        for (var i = 0; i < each.Length && AreBits; i++)
        {
            each[i] = (int)(_bits[i >> 6] >> i & 1);
        }

        _hasEach = true;
        return each;
    }
}
