namespace NegotiationRules.Cli.Streaming;

/// <summary>A piece of the input and the lines in it. Its memory is used again for every piece that it holds.</summary>
internal sealed class LineBlock
{
    // Some hundred scenarios of usual size: enough to evaluate them together, little enough to stay in the cache.
    private const int UsualSize = 512 * 1024;

    private byte[] _buffer = new byte[UsualSize];

    /// <summary>The lines. Their text is valid until the block is filled again.</summary>
    public List<ScenarioLine> Lines { get; } = [];

    /// <summary>How many bytes are there.</summary>
    public int Length { get; set; }

    /// <summary>The bytes that are there.</summary>
    public ReadOnlyMemory<byte> Text => _buffer.AsMemory(0, Length);

    /// <summary>Where more bytes may go.</summary>
    public Memory<byte> Room => _buffer.AsMemory(Length);

    public bool IsFull => Length == _buffer.Length;

    public void Clear()
    {
        Lines.Clear();
        Length = 0;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - Length)
        {
            Array.Resize(ref _buffer, Length + (2 * bytes.Length));
        }

        bytes.CopyTo(Room.Span);
        Length += bytes.Length;
    }

    /// <summary>Takes bytes away from the beginning. There must be no lines yet: their text would move.</summary>
    public void RemoveFirst(int count)
    {
        _buffer.AsSpan(count, Length - count).CopyTo(_buffer);
        Length -= count;
    }

    /// <summary>Doubles the memory, or makes it as large as asked if that is less; by one byte at least. There must be no lines
    /// yet.</summary>
    public void Grow(int most) => Array.Resize(ref _buffer, (int)Math.Min(2L * _buffer.Length, Math.Max(most, _buffer.Length + 1)));
}
