namespace NegotiationRules.Facts.Columns;

/// <summary>Which values of some elements are known, while they are read.</summary>
internal ref struct KnownBits
{
    private readonly Span<ulong> _known;
    private readonly int _count;

    /// <param name="known">A bit for each element; changed as values are found to be unknown.</param>
    /// <param name="places">The elements; those that are only supposed are not known.</param>
    /// <param name="isAll">Whether all are known so far.</param>
    public KnownBits(Span<ulong> known, ElementPlaces places, bool isAll)
    {
        _known = known;
        (_count, IsAll) = (places.Count, isAll);
        for (var i = 0; places.Each is { } each && i < places.Count; i++)
        {
            if (each[i] < 0)
            {
                Clear(i);
            }
        }
    }

    public bool IsAll { get; private set; }

    public readonly bool Has(int element) => IsAll || Bits.Get(_known, element);

    public void Clear(int element)
    {
        Bits.Set(_known, element, false);
        IsAll = false;
    }

    public readonly void CopyTo(Span<ulong> known) => _known[..Bits.Words(_count)].CopyTo(known);
}
