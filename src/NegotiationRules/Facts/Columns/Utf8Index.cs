using System.Buffers.Binary;
using System.Text;

namespace NegotiationRules.Facts.Columns;

/// <summary>Numbers of texts by their UTF-8 bytes, so that no string is made to look one up.</summary>
internal sealed class Utf8Index
{
    private const ulong Prime = 0x9E37_79B9_7F4A_7C15;

    // Nothing that is ever seen depends on it; it keeps whoever writes scenarios from choosing texts that collide.
    private static readonly ulong Seed = (ulong)Random.Shared.NextInt64();

    private int[] _buckets = new int[16];
    private Entry[] _entries = new Entry[8];

    public int Count { get; private set; }

    /// <summary>The number of the text, or -1.</summary>
    public int Find(ReadOnlySpan<byte> text)
    {
        var hash = HashOf(text);
        for (var at = _buckets[hash & (_buckets.Length - 1)] - 1; at >= 0; at = _entries[at].Next)
        {
            ref var entry = ref _entries[at];
            if (entry.Hash == hash && text.SequenceEqual(entry.Text))
            {
                return entry.Number;
            }
        }

        return -1;
    }

    /// <summary>Adds a text that is not there yet. One with half a character in it is left out: no UTF-8 says it.</summary>
    public void Add(string text, int number)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        if (Encoding.UTF8.GetString(utf8) == text)
        {
            Add(utf8, number);
        }
    }

    /// <summary>Adds a text that is not there yet.</summary>
    public void Add(ReadOnlySpan<byte> text, int number)
    {
        if (Count == _entries.Length)
        {
            Array.Resize(ref _entries, Count * 2);
            _buckets = new int[Count * 4];
            for (var at = 0; at < Count; at++)
            {
                Link(at);
            }
        }

        _entries[Count] = new Entry { Hash = HashOf(text), Text = text.ToArray(), Number = number };
        Link(Count++);
    }

    /// <summary>Forgets all texts.</summary>
    public void Clear()
    {
        Array.Clear(_buckets);
        Array.Clear(_entries);
        Count = 0;
    }

    private void Link(int at)
    {
        ref var bucket = ref _buckets[_entries[at].Hash & (_buckets.Length - 1)];
        _entries[at].Next = bucket - 1;
        bucket = at + 1;
    }

    private static uint HashOf(ReadOnlySpan<byte> text)
    {
        var hash = Seed ^ (ulong)text.Length;
        for (; text.Length >= sizeof(ulong); text = text[sizeof(ulong)..])
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * Prime;
            hash ^= hash >> 32;
        }

        // The last bytes in two overlapping halves, or one by one.
        var tail = text.Length >= sizeof(uint)
            ? BinaryPrimitives.ReadUInt32LittleEndian(text) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^sizeof(uint)..]) << 32)
            : text.IsEmpty ? 0 : text[0] | ((ulong)text[text.Length >> 1] << 8) | ((ulong)text[^1] << 16);
        hash = (hash ^ tail) * Prime;
        return (uint)(hash >> 32);
    }

    private struct Entry
    {
        public uint Hash;
        public int Next;
        public int Number;
        public byte[] Text;
    }
}
