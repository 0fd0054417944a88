using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Native.Columns;

/// <summary>What is read of the lists of a level: how long each is, whether it is known, and whether it is complete. Used again for the
/// next level.</summary>
internal sealed class ListBits
{
    private int[] _lengths = [];

    /// <summary>A bit for each list: whether it is known.</summary>
    public ulong[] Known { get; private set; } = [];

    /// <summary>A bit for each list: whether it is complete, where that is said.</summary>
    public ulong[] Complete { get; private set; } = [];

    /// <summary>A bit for each list: whether it is known and its last element is supposed.</summary>
    public ulong[] Open { get; private set; } = [];

    /// <summary>Whether some list may be open.</summary>
    public bool AreOpen { get; set; }

    /// <summary>Makes room for the bits of so many lists.</summary>
    /// <returns>Room for how long each is.</returns>
    public Span<int> Lengths(int lists)
    {
        if (lists > _lengths.Length)
        {
            var words = Bits.Words(lists);
            (_lengths, Known, Complete, Open) = (new int[lists], new ulong[words], new ulong[words], new ulong[words]);
        }

        return _lengths.AsSpan(0, lists);
    }
}
