namespace NegotiationRules.Analysis.Solving;

/// <summary>Which variable to decide next: the one that took part in the most conflicts of late (VSIDS), from a binary heap.</summary>
internal sealed class DecisionOrder
{
    private const double Decay = 0.95;
    private const double Huge = 1e100;

    private GrowingArray<double> _activity;
    private GrowingArray<int> _heap;
    private GrowingArray<int> _place;
    private double _increment = 1;

    private const int NotInHeap = -1;

    public void NewVariable()
    {
        _activity.Add(0);
        _place.Add(NotInHeap);
    }

    /// <summary>Forgets which variables wait for a decision, not how active they are.</summary>
    public void Clear()
    {
        foreach (var variable in _heap.AsSpan())
        {
            _place[variable] = NotInHeap;
        }

        _heap.Shorten(0);
    }

    public void Insert(int variable)
    {
        if (_place[variable] != NotInHeap)
            return;
        _heap.Add(variable);
        Up(_heap.Count - 1);
    }

    /// <summary>Takes out the most active variable.</summary>
    public bool TryTake(out int variable)
    {
        variable = NotInHeap;
        if (_heap.Count == 0)
            return false;
        variable = _heap[0];
        _place[variable] = NotInHeap;
        var last = _heap.Pop();
        if (_heap.Count > 0)
        {
            _heap[0] = last;
            Down(0);
        }

        return true;
    }

    public void Bump(int variable)
    {
        if ((_activity[variable] += _increment) > Huge)
            Rescale();
        if (_place[variable] != NotInHeap)
            Up(_place[variable]);
    }

    /// <summary>Makes what comes later count for more.</summary>
    public void Age() => _increment /= Decay;

    private void Rescale()
    {
        foreach (ref var activity in _activity.AsSpan())
        {
            activity /= Huge;
        }

        _increment /= Huge;
    }

    private void Up(int place)
    {
        var variable = _heap[place];
        for (int parent; place > 0 && _activity[_heap[parent = (place - 1) / 2]] < _activity[variable]; place = parent)
        {
            Put(place, _heap[parent]);
        }

        Put(place, variable);
    }

    private void Down(int place)
    {
        var variable = _heap[place];
        while (true)
        {
            var child = 2 * place + 1;
            if (child >= _heap.Count)
                break;
            if (child + 1 < _heap.Count && _activity[_heap[child + 1]] > _activity[_heap[child]])
                child++;
            if (_activity[_heap[child]] <= _activity[variable])
                break;
            Put(place, _heap[child]);
            place = child;
        }

        Put(place, variable);
    }

    private void Put(int place, int variable)
    {
        _heap[place] = variable;
        _place[variable] = place;
    }
}
