namespace NegotiationRules.Facts.Columns;

/// <summary>The elements of one level: which element of the level above each belongs to. Grows as elements are added.</summary>
internal sealed class LevelRows(Level level, ColumnValues[] columns)
{
    private const int FewestRows = 64;

    private readonly List<FactValue> _current = [];
    private int[] _offsets = [0];
    private int[] _parents = [];
    private ulong[] _supposed = [];
    private int _lists;

    public Level Level { get; } = level;

    /// <summary>The columns of its elements.</summary>
    public ColumnValues[] Columns { get; } = columns;

    /// <summary>How many elements there are.</summary>
    public int Count { get; private set; }

    /// <summary>For each element of the level above, where its elements start; one more at the end.</summary>
    public ReadOnlySpan<int> Offsets => _offsets.AsSpan(0, _lists + 1);

    /// <summary>For each element, the element of the level above that it belongs to.</summary>
    public ReadOnlySpan<int> Parents => _parents.AsSpan(0, Count);

    /// <summary>A bit for each element: whether it is only supposed. A list that is not complete ends in one such element, of which nothing
    /// is known; it stands for all that may exist beyond the known ones.</summary>
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

        CloseList();
    }

    public void AddElement(FactValue element, int parent, bool isSupposed)
    {
        AddElement(parent, isSupposed);
        _current.Add(element);
    }

    /// <summary>Adds an element; its columns have room for it, and are to be filled at its place.</summary>
    /// <returns>The place.</returns>
    public int AddElement(int parent, bool isSupposed)
    {
        var element = Count;
        if (element == _parents.Length)
        {
            Reserve(Math.Max(FewestRows, element * 2));
        }

        if (isSupposed)
        {
            HasSupposed = true;
            Bits.Set(_supposed, element);
        }
        else
        {
            Bits.Set(_supposed, element, false);
        }

        _parents[element] = parent;
        Count = element + 1;
        return element;
    }

    /// <summary>Adds so many elements, none of them only supposed; their columns have room for them.</summary>
    /// <returns>The place of the first.</returns>
    public int AddElements(int parent, int count)
    {
        var first = Count;
        Reserve(first + count > _parents.Length ? Math.Max(FewestRows, Math.Max(first * 2, first + count)) : 0);
        _parents.AsSpan(first, count).Fill(parent);
        for (var element = first; element < first + count; element++)
        {
            Bits.Set(_supposed, element, false);
        }

        Count = first + count;
        return first;
    }

    /// <summary>How many elements the list has that is not closed yet.</summary>
    public int Open => Count - _offsets[_lists];

    /// <summary>The elements added since the last call, or since the beginning, are those of the next element of the level above.</summary>
    public void CloseList()
    {
        if (++_lists == _offsets.Length)
        {
            Array.Resize(ref _offsets, _lists * 2);
        }

        _offsets[_lists] = Count;
    }

    /// <summary>Makes room for so many elements, rounded up, in their columns too.</summary>
    public void Reserve(int elements)
    {
        if (elements > _parents.Length)
        {
            var words = Bits.Words(elements);
            Array.Resize(ref _supposed, words);
            Array.Resize(ref _parents, words * 64);
            foreach (var column in Columns)
            {
                column.Reserve(words * 64);
            }
        }
    }

    /// <summary>Begins anew with so many elements; of level 0.</summary>
    public void Begin(int elements)
    {
        Reserve(elements);
        (Count, _lists, HasSupposed) = (elements, 0, false);
        _parents.AsSpan(0, elements).Fill(-1);
        BeginColumns();
    }

    /// <summary>Begins anew with complete lists of these lengths.</summary>
    public void Begin(ReadOnlySpan<int> lengths)
    {
        var (count, list) = (0, 0);
        _lists = lengths.Length;
        _offsets = _offsets.Length <= _lists ? new int[_lists + 1] : _offsets;
        foreach (var length in lengths)
        {
            _offsets[list] = count;
            count = checked(count + length);
            list++;
        }

        _offsets[list] = count;
        (Count, HasSupposed) = (0, false);
        Reserve(count);
        Count = count;
        for (list = 0; list < _lists; list++)
        {
            _parents.AsSpan(_offsets[list], lengths[list]).Fill(list);
        }

        BeginColumns();
    }

    /// <summary>Begins anew with so many complete lists of the same length.</summary>
    public void Begin(int lists, int length)
    {
        (Count, _lists, HasSupposed) = (0, lists, false);
        _offsets = _offsets.Length <= lists ? new int[lists + 1] : _offsets;
        Reserve(checked(lists * length));
        for (var list = 0; list < lists; list++)
        {
            _offsets[list + 1] = _offsets[list] + length;
            _parents.AsSpan(_offsets[list], length).Fill(list);
        }

        Count = lists * length;
        BeginColumns();
    }

    /// <summary>Begins anew with so many lists of which nothing is known.</summary>
    public void BeginUnknown(int lists)
    {
        Begin(lists, Level.MaxItems == 0 ? 0 : 1);
        HasSupposed = Count > 0;
        Supposing(ulong.MaxValue);
    }

    /// <summary>Says that the elements of lists that are not known are only supposed.</summary>
    /// <param name="known">A bit for each list.</param>
    public void Suppose(ReadOnlySpan<ulong> known)
    {
        for (var list = 0; list < _lists; list++)
        {
            for (var element = _offsets[list]; !Bits.Get(known, list) && element < _offsets[list + 1]; element++)
            {
                Bits.Set(_supposed, element);
                HasSupposed = true;
            }
        }
    }

    /// <summary>Says that the last elements of lists that are not complete are only supposed.</summary>
    /// <param name="open">A bit for each list; none if there are no such lists.</param>
    public void SupposeLast(ReadOnlySpan<ulong> open)
    {
        for (var list = 0; list < _lists && !open.IsEmpty; list++)
        {
            if (Bits.Get(open, list))
            {
                Bits.Set(_supposed, _offsets[list + 1] - 1);
                HasSupposed = true;
            }
        }
    }

    /// <summary>Says how many elements the columns have, after they were filled in place.</summary>
    public void CloseColumns()
    {
        foreach (var column in Columns)
        {
            column.CountTo(Count);
        }
    }

    /// <summary>Takes back all lists but the first ones, with their elements; of level 0, all elements but the first ones.</summary>
    public void TruncateTo(int lists)
    {
        if (Level.Index == 0)
        {
            Count = lists;
        }
        else
        {
            (_lists, Count) = (lists, _offsets[lists]);
        }

        HasSupposed = HasSupposed && Bits.Any(_supposed, Count);
        foreach (var column in Columns)
        {
            column.TruncateTo(Count);
        }
    }

    private void BeginColumns()
    {
        Supposing(0);
        foreach (var column in Columns)
        {
            column.Begin(Count);
        }
    }

    private void Supposing(ulong word) => _supposed.AsSpan(0, Bits.Words(Count)).Fill(word);
}
