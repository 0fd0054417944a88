namespace NegotiationRules.Analysis.Solving;

/// <summary>Counts the levels over which literals are spread.</summary>
internal sealed class LevelCounter
{
    // For which count a level was met last.
    private GrowingArray<int> _stamps;
    private int _stamp;

    /// <param name="literals">The literals.</param>
    /// <param name="levels">The level of each variable.</param>
    /// <param name="highest">The highest of them.</param>
    public int Count(ReadOnlySpan<int> literals, ReadOnlySpan<int> levels, int highest)
    {
        _stamp++;
        if (_stamps.Count <= highest)
            _stamps.Extend(highest + 1 - _stamps.Count);
        var count = 0;
        foreach (var literal in literals)
        {
            ref var stamp = ref _stamps[levels[literal >> 1]];
            count += stamp == _stamp ? 0 : 1;
            stamp = _stamp;
        }

        return count;
    }
}
