namespace NegotiationRules.Generation.Compiling;

/// <summary>A list of whatever type that can be gone over by places without leaving anything behind.</summary>
internal readonly struct ElementsByPlace<T>
{
    private readonly T[]? _array;
    private readonly IReadOnlyList<T>? _list;

    private ElementsByPlace(T[]? array, IReadOnlyList<T>? list, int count) => (_array, _list, Count) = (array, list, count);

    public int Count { get; }

    /// <summary>The elements of a list.</summary>
    /// <returns>Whether it is such a list.</returns>
    public static bool TryOf(object list, out ElementsByPlace<T> elements)
    {
        switch (list)
        {
            case T[] array:
                elements = new ElementsByPlace<T>(array, null, array.Length);
                return true;
            case IReadOnlyList<T> others:
                elements = new ElementsByPlace<T>(null, others, others.Count);
                return true;
            default:
                elements = default;
                return false;
        }
    }

    public T At(int place) => _array is not null ? _array[place] : _list![place];
}
