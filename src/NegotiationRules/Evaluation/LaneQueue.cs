using System.Numerics;

namespace NegotiationRules.Evaluation;

/// <summary>Operations that are to be run again, the first one first: a bit for each, and a bit for each word of those.</summary>
internal sealed class LaneQueue(int operations)
{
    private readonly ulong[] _due = new ulong[(operations + 63) >> 6];
    private readonly ulong[] _dueWords = new ulong[(operations + 4095) >> 12];

    public void Add(int operation)
    {
        _due[operation >> 6] |= 1ul << operation;
        _dueWords[operation >> 12] |= 1ul << (operation >> 6);
    }

    public void Add(ReadOnlySpan<int> operations)
    {
        foreach (var operation in operations)
        {
            Add(operation);
        }
    }

    /// <summary>Takes the first one out, at or after the word of words where the last was found, for nothing is ever added before
    /// that.</summary>
    public bool TryTake(ref int from, out int operation)
    {
        for (; from < _dueWords.Length; from++)
        {
            if (_dueWords[from] != 0)
            {
                var word = (from << 6) + BitOperations.TrailingZeroCount(_dueWords[from]);
                operation = (word << 6) + BitOperations.TrailingZeroCount(_due[word]);
                _due[word] &= _due[word] - 1;
                _dueWords[from] &= _due[word] == 0 ? ~(1ul << word) : ulong.MaxValue;
                return true;
            }
        }

        operation = -1;
        return false;
    }
}
