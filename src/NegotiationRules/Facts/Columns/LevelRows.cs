namespace NegotiationRules.Facts.Columns;

/// <summary>The elements of one level: which element of the level above each belongs to. Grows as elements are added.</summary>
internal sealed class LevelRows(Level level)
{
    private readonly List<FactValue> _current = [];
    private int[] _offsets = [0];
    private int[] _parents = [];
    private ulong[] _supposed = [];
    private int _lists;

    public Level Level { get; } = level;

    /// <summary>How many elements there are.</summary>
    public int Count { get; private set; }

    /// <summary>For each element of the level above, where its elements start; one more at the end.</summary>
    public ReadOnlySpan<int> Offsets => _offsets.AsSpan(0, _lists + 1);

    /// <summary>For each element, the element of the level above that it belongs to.</summary>
    public ReadOnlySpan<int> Parents => _parents.AsSpan(0, Count);

    /// <summary>A bit for each element: whether it is only supposed. A list that is not complete ends in one such element, of which nothing is known; it stands for all that may exist beyond the known ones.</summary>
    public ReadOnlySpan<ulong> Supposed => _supposed.AsSpan(0, Bits.Words(Count));

    /// <summary>Whether any element is only supposed.</summary>
    public bool HasSupposed { get; private set; }

    /// <summary>The elements of the scenario that is being added.</summary>
    public List<FactValue> Current => _current;

    public void Clear()
    {
        Count = 0;
        HasSupposed = false;
        _lists = 0;
        _current.Clear();
    }

    /// <summary>Adds the list of the next element of the level above.</summary>
    public void Add(FactValue list)
    {
        if (_lists + 1 >= _offsets.Length)
        {
            Array.Resize(ref _offsets, _offsets.Length * 2 + 2);
        }

        var known = 0;
        if (list.IsKnown)
        {
            known = list.List.Count;
            foreach (var element in list.List.Elements)
            {
                AddElement(element, _lists, isSupposed: false);
            }
        }

        if ((!list.IsKnown || !list.List.IsComplete) && Level.MaxItems != known)
        {
            AddElement(FactValue.Unknown, _lists, isSupposed: true);
        }

        _offsets[++_lists] = Count;
    }

    public void AddElement(FactValue element, int parent, bool isSupposed)
    {
        if (Count == _parents.Length)
        {
            Array.Resize(ref _parents, Math.Max(64, Count * 2));
            Array.Resize(ref _supposed, _parents.Length / 64);
        }

        Bits.Set(_supposed, Count, isSupposed);
        HasSupposed |= isSupposed;
        _parents[Count++] = parent;
        _current.Add(element);
    }
}
