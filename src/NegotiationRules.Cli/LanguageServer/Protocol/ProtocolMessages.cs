using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace NegotiationRules.Cli.LanguageServer.Protocol;

/// <summary>Messages on a pair of streams, each behind a header that says how long it is.</summary>
/// <remarks>What is no message is passed over, and answered as the protocol asks: whoever writes an editor's plug-in makes mistakes, and
/// the texts that are open stay open.</remarks>
internal sealed class ProtocolMessages(Stream input, Stream output) : IJsonRpcMessageHandler, IDisposable
{
    // More than any text that is read has; an array cannot be longer.
    private const int Longest = 1 << 30;
    private const int LongestHeader = 4096;
    private const string LengthHeader = "Content-Length:";

    private static readonly byte[] ParseError = Encoding.UTF8.GetBytes(
        """{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"This is no message: it is not JSON, or not JSON-RPC."}}""");

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly BufferedStream _input = new(input, 1 << 16);
    private readonly SystemTextJsonFormatter _formatter = NewFormatter();

    public bool CanRead => true;

    public bool CanWrite => true;

    public IJsonRpcMessageFormatter Formatter => _formatter;

    public async ValueTask<JsonRpcMessage?> ReadAsync(CancellationToken cancellationToken)
    {
        while (await ReadLengthAsync(cancellationToken).ConfigureAwait(false) is { } length)
        {
            var content = new byte[length];
            var read = await _input.ReadAtLeastAsync(content, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (read < length)
            {
                return null;
            }

            try
            {
                return _formatter.Deserialize(new ReadOnlySequence<byte>(content));
            }
            catch (Exception fault) when (fault is JsonException or InvalidOperationException or FormatException or ArgumentException
                or NotSupportedException or KeyNotFoundException)
            {
                await WriteAsync(ParseError, cancellationToken).ConfigureAwait(false);
            }
        }

        return null;
    }

    public async ValueTask WriteAsync(JsonRpcMessage message, CancellationToken cancellationToken)
    {
        var content = new ArrayBufferWriter<byte>();
        _formatter.Serialize(content, message);
        await WriteAsync(content.WrittenMemory, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _input.Dispose();
        _writing.Dispose();
        _formatter.Dispose();
    }

    // All that is sent and received has its contract in `ProtocolJson`, so nothing is looked for by reflection.
    private const string HasContracts = "Every type has a contract that is made when the tool is compiled.";

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = HasContracts)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = HasContracts)]
    private static SystemTextJsonFormatter NewFormatter() => new()
    {
        JsonSerializerOptions = new JsonSerializerOptions(ProtocolJson.Default.Options) { TypeInfoResolver = ProtocolJson.Default },
    };

    private async Task WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var header = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{LengthHeader} {content.Length}\r\n\r\n"));
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await output.WriteAsync(header, CancellationToken.None).ConfigureAwait(false);
            await output.WriteAsync(content, CancellationToken.None).ConfigureAwait(false);
            await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    // Headers end with an empty line. Lines that are no header, as a message that is longer than it says leaves them, are passed over.
    private async Task<int?> ReadLengthAsync(CancellationToken cancellationToken)
    {
        int? length = null;
        while (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            var at = line.IndexOf(LengthHeader, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && int.TryParse(line.AsSpan(at + LengthHeader.Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture,
                out var found) && found <= Longest)
            {
                length = found;
            }
            else if (line.Length == 0 && length is not null)
            {
                return length;
            }
        }

        return null;
    }

    // Without the end of a line that is too long to be a header; nothing at the end of the stream.
    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await _input.ReadAsync(one, cancellationToken).ConfigureAwait(false) > 0)
        {
            if (one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            if (line.Length < LongestHeader)
            {
                line.Append((char)one[0]);
            }
        }

        return null;
    }
}
