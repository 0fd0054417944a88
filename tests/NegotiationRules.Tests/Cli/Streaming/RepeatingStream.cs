namespace NegotiationRules.Tests.Cli.Streaming;

/// <summary>An input of the same line over and over.</summary>
internal sealed class RepeatingStream(byte[] line, int lines) : MemoryStream
{
    private readonly long _length = (long)line.Length * lines;
    private long _position;

    public override bool CanSeek => false;

    public long LinesRead => _position / line.Length;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = (int)Math.Min(buffer.Length, _length - _position);
        for (var i = 0; i < count; i++)
        {
            buffer.Span[i] = line[(_position + i) % line.Length];
        }

        _position += count;
        return ValueTask.FromResult(count);
    }
}
