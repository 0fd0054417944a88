using System.Text;
using System.Threading.Channels;

namespace NegotiationRules.Tests.Cli.Streaming;

/// <summary>An input that somebody types: a read waits for what is said next.</summary>
internal sealed class DialogueStream : MemoryStream
{
    private readonly Channel<byte[]> _said = Channel.CreateUnbounded<byte[]>();

    public override bool CanSeek => false;

    public void Say(string text) => _said.Writer.TryWrite(Encoding.UTF8.GetBytes(text));

    public void End() => _said.Writer.Complete();

    // Like a console, it does not give way to the token.
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!await _said.Reader.WaitToReadAsync(CancellationToken.None))
        {
            return 0;
        }

        var bytes = await _said.Reader.ReadAsync(CancellationToken.None);
        bytes.CopyTo(buffer);
        return bytes.Length;
    }
}
