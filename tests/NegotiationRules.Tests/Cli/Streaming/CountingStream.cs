namespace NegotiationRules.Tests.Cli.Streaming;

/// <summary>An output that only counts lines, how far they are behind the input, and how many come at once.</summary>
internal sealed class CountingStream(RepeatingStream input) : MemoryStream
{
    public long Lines { get; private set; }

    public long MostUnanswered { get; private set; }

    public long MostAtOnce { get; private set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var lines = buffer.Count((byte)'\n');
        MostUnanswered = Math.Max(MostUnanswered, input.LinesRead - Lines);
        MostAtOnce = Math.Max(MostAtOnce, lines);
        Lines += lines;
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
}
