using System.Text;
using System.Threading.Channels;

namespace NegotiationRules.Tests.Cli.Streaming;

/// <summary>An output that somebody reads as it comes.</summary>
internal sealed class MeetingStream : MemoryStream
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    private readonly Channel<string> _heard = Channel.CreateUnbounded<string>();

    public async Task<string> NextAsync() => await _heard.Reader.ReadAsync().AsTask().WaitAsync(LongEnough);

    public override void Write(ReadOnlySpan<byte> buffer) => _heard.Writer.TryWrite(Encoding.UTF8.GetString(buffer));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
}
