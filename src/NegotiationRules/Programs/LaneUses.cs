namespace NegotiationRules.Programs;

/// <summary>What depends on what: the operations that read a column or go over a level, those that read the result of another, and the
/// rules of a lane.</summary>
/// <param name="OfColumn">For each column, the operations that read it.</param>
/// <param name="OfLevel">For each level, the operations that depend on how many elements it has.</param>
/// <param name="OfOp">For each operation, those that read its result.</param>
/// <param name="GroupsOf">For each operation, the groups of rules that it decides.</param>
/// <param name="RulesOf">For each lane among the lanes of all groups, its rules.</param>
/// <param name="Given">The operations that take over what the machine worked out.</param>
internal sealed record LaneUses(Lists OfColumn, Lists OfLevel, Lists OfOp, Lists GroupsOf, Lists RulesOf, int[] Given);

/// <summary>Many short lists of numbers in two arrays.</summary>
internal sealed class Lists
{
    private readonly int[] _starts;
    private readonly int[] _items;

    /// <summary>Makes a list for each of so many keys; pairs of a key keep their order.</summary>
    public Lists(int keys, IReadOnlyList<(int Key, int Item)> pairs)
    {
        _starts = new int[keys + 1];
        _items = new int[pairs.Count];
        foreach (var (key, _) in pairs)
        {
            _starts[key + 1]++;
        }

        for (var key = 0; key < keys; key++)
        {
            _starts[key + 1] += _starts[key];
        }

        var next = _starts.AsSpan(0, keys).ToArray();
        foreach (var (key, item) in pairs)
        {
            _items[next[key]++] = item;
        }
    }

    public ReadOnlySpan<int> this[int key] => _items.AsSpan(_starts[key].._starts[key + 1]);
}
