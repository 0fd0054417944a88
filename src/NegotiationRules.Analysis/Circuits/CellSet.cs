using System.Numerics;

namespace NegotiationRules.Analysis.Circuits;

/// <summary>Some of the cells of a variable. Immutable, equal by content.</summary>
internal sealed class CellSet : IEquatable<CellSet>
{
    private const int WordBits = 64;

    // Bits beyond the last cell are never set, so that equality and counting need no mask.
    private readonly ulong[] _words;

    private CellSet(int size, ulong[] words) => (Size, _words) = (size, words);

    /// <summary>How many cells the variable has.</summary>
    public int Size { get; }

    /// <summary>How many of them are in the set.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public bool IsEmpty => !_words.AsSpan().ContainsAnyExcept(0UL);

    public bool IsFull => Count == Size;

    public static CellSet Of(int size, params IEnumerable<int> cells)
    {
        var words = new ulong[(size + WordBits - 1) / WordBits];
        foreach (var cell in cells)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)cell, (uint)size, nameof(cells));
            words[cell / WordBits] |= 1UL << cell;
        }

        return new(size, words);
    }

    /// <summary>The cells for which <paramref name="isIn"/> is true.</summary>
    public static CellSet Where(int size, Func<int, bool> isIn) => Of(size, Enumerable.Range(0, size).Where(isIn));

    public bool Contains(int cell) => (_words[cell / WordBits] >> cell & 1) != 0;

    public CellSet Complement()
    {
        var words = new ulong[_words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = ~_words[i];
        }

        if (Size % WordBits != 0)
        {
            words[^1] &= (1UL << Size) - 1;
        }

        return new(Size, words);
    }

    public CellSet Intersect(CellSet other)
    {
        var words = new ulong[_words.Length];
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = _words[i] & other._words[i];
        }

        return new(Size, words);
    }

    public bool IsSubsetOf(CellSet other)
    {
        for (var i = 0; i < _words.Length; i++)
        {
            if ((_words[i] & ~other._words[i]) != 0)
                return false;
        }

        return true;
    }

    /// <summary>The cells of the set, in order.</summary>
    public IEnumerable<int> Cells()
    {
        for (var i = 0; i < _words.Length; i++)
        {
            for (var rest = _words[i]; rest != 0; rest &= rest - 1)
            {
                yield return i * WordBits + BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    public bool Equals(CellSet? other) => other is not null && Size == other.Size && _words.AsSpan().SequenceEqual(other._words);

    public override bool Equals(object? obj) => Equals(obj as CellSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var word in _words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => $"{{{string.Join(", ", Cells())}}}";
}
