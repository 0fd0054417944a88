namespace NegotiationRules.Analysis.Solving;

/// <summary>A set of variables that is emptied often: by as many steps as it has members.</summary>
internal sealed class MarkedVariables
{
    private GrowingArray<bool> _isMarked;
    private GrowingArray<int> _marked;

    public int Count => _marked.Count;

    public void NewVariable() => _isMarked.Add(false);

    public bool Contains(int variable) => _isMarked[variable];

    public void Add(int variable)
    {
        _isMarked[variable] = true;
        _marked.Add(variable);
    }

    /// <summary>Takes out those that were added after the first so many.</summary>
    public void Shorten(int count)
    {
        foreach (var variable in _marked.AsSpan()[count..])
        {
            _isMarked[variable] = false;
        }

        _marked.Shorten(count);
    }
}
