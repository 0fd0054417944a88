using System.Globalization;
using System.Text;

namespace NegotiationRules.Cli.Serving;

/// <summary>A request as a browser sends it: its first line and its headers, and what follows them.</summary>
/// <param name="Method">What is wanted: GET or PUT.</param>
/// <param name="Path">Where, without the query.</param>
/// <param name="Query">What stands behind the question mark.</param>
/// <param name="Headers">The headers, by their names in any case.</param>
/// <param name="Body">What follows.</param>
internal sealed record HttpRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    private const int LongestHead = 16_384;
    private const int LongestBody = 8_000_000;

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The value of a part of the query.</summary>
    public string? Asked(string name) => Query.Split('&').Select(part => part.Split('=', 2))
        .Where(part => part.Length == 2 && part[0] == name)
        .Select(part => Uri.UnescapeDataString(part[1]))
        .FirstOrDefault();

    /// <summary>Reads a request.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The request, or the answer to what is none; neither if nothing was sent.</returns>
    public static async Task<(HttpRequest? Request, HttpAnswer? Refusal)> ReadAsync(Stream stream, CancellationToken stop)
    {
        var buffer = new byte[LongestHead];
        var (read, end) = (0, -1);
        while (end < 0)
        {
            var more = read == buffer.Length ? 0 : await stream.ReadAsync(buffer.AsMemory(read), stop).ConfigureAwait(false);
            if (more == 0)
            {
                return read == 0 ? default : (null, HttpAnswer.Of(400, "This is no whole request, or its head is too long."));
            }

            read += more;
            end = buffer.AsSpan(0, read).IndexOf("\r\n\r\n"u8);
        }

        if (Parse(Encoding.Latin1.GetString(buffer, 0, end)) is not { } head)
        {
            return (null, HttpAnswer.Of(400, "This is no request."));
        }

        if (head.Header("Transfer-Encoding") is not null)
        {
            return (null, HttpAnswer.Of(411, "Say how long the content is."));
        }

        if (!int.TryParse(head.Header("Content-Length") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return (null, HttpAnswer.Of(400, "How long the content is, is no number."));
        }

        if (length > LongestBody)
        {
            return (null, HttpAnswer.Of(413, "The file is too long for this page."));
        }

        var body = new byte[length];
        var there = Math.Min(read - end - 4, length);
        buffer.AsSpan(end + 4, there).CopyTo(body);
        await stream.ReadExactlyAsync(body.AsMemory(there), stop).ConfigureAwait(false);
        return (head with { Body = body }, null);
    }

    // Whoever sends a header twice may mean it to be read in two ways.
    private static HttpRequest? Parse(string head)
    {
        var lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not [var method, ['/', ..] target, "HTTP/1.1" or "HTTP/1.0"])
        {
            return null;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !headers.TryAdd(line[..colon], line[(colon + 1)..].Trim()))
            {
                return null;
            }
        }

        var query = target.IndexOf('?', StringComparison.Ordinal);
        return new HttpRequest(method, Uri.UnescapeDataString(query < 0 ? target : target[..query]),
            query < 0 ? string.Empty : target[(query + 1)..], headers, []);
    }
}
