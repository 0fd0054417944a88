namespace NegotiationRules.Tests.Cli.Streaming;

/// <summary>An output that only counts lines, and how far they are behind the input.</summary>
internal sealed class CountingStream(RepeatingStream input) : MemoryStream
{
    public long Lines { get; private set; }

    public long MostUnanswered { get; private set; }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        MostUnanswered = Math.Max(MostUnanswered, input.LinesRead - Lines);
        Lines += buffer.Count((byte)'\n');
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
}
