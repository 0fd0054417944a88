namespace NegotiationRules.Analysis.Solving;

/// <summary>An array that grows, read by reference: what the solver walks in its inner loops.</summary>
/// <remarks>A struct to be held in a field or an array, never copied.</remarks>
internal struct GrowingArray<T>
{
    private T[]? _items;

    public int Count { get; private set; }

    public readonly ref T this[int index] => ref _items![index];

    public void Add(T item)
    {
        if (_items is null || Count == _items.Length)
            Array.Resize(ref _items, Math.Max(4, Count * 2));
        _items[Count++] = item;
    }

    /// <summary>Adds so many items of value zero.</summary>
    public void Extend(int count)
    {
        var needed = Count + count;
        if (_items is null || needed > _items.Length)
            Array.Resize(ref _items, Math.Max(needed, Count * 2));
        Array.Clear(_items, Count, count);
        Count = needed;
    }

    public T Pop() => _items![--Count];

    /// <summary>Forgets all items from <paramref name="count"/> on.</summary>
    public void Shorten(int count) => Count = count;

    public readonly Span<T> AsSpan() => new(_items, 0, Count);
}
