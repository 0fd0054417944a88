using System.Globalization;
using System.Text;

namespace NegotiationRules.Cli.Serving;

/// <summary>A request as a browser sends it: its first line and its headers, and what follows them.</summary>
/// <remarks>
/// It is read here and not by <see cref="System.Net.HttpListener"/>, which was tried. That one cannot be given any free port, and whoever
/// looks for one elsewhere may have lost it by then. Where it does not run on Windows it still waits for the end of a head after a hundred
/// seconds and refuses to be told otherwise, and it takes in a body whose length is said in two ways. On Windows it is another program, so
/// that what is tested here is not what runs there; its makers only repair it. The server that they recommend wants ASP.NET Core to be
/// installed where the tool runs. One page of this machine needs little of HTTP: one request for each connection, of a length that is
/// said before.
/// </remarks>
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

    /// <summary>Reads a request. What follows it is not read: there is one for each connection.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="refuse">Refuses a request by its head, so that nobody has a body taken in who is not to be answered.</param>
    /// <param name="stop">Gives up.</param>
    /// <returns>The request, or the answer to what is none; neither if nothing was sent.</returns>
    public static async Task<(HttpRequest? Request, HttpAnswer? Refusal)> ReadAsync(
        Stream stream, Func<HttpRequest, HttpAnswer?> refuse, CancellationToken stop)
    {
        var buffer = new byte[LongestHead];
        var (read, end) = (0, -1);
        while (end < 0)
        {
            if (read == buffer.Length)
            {
                return (null, HttpAnswer.Of(431, "The head of the request is too long."));
            }

            var more = await stream.ReadAsync(buffer.AsMemory(read), stop).ConfigureAwait(false);
            if (more == 0)
            {
                return read == 0 ? default : (null, HttpAnswer.Of(400, "This is no whole request."));
            }

            // The end of the head may have come in two parts.
            var from = Math.Max(read - 3, 0);
            read += more;
            end = buffer.AsSpan(from, read - from).IndexOf("\r\n\r\n"u8) is >= 0 and var at ? from + at : -1;
        }

        if (Parse(Encoding.Latin1.GetString(buffer, 0, end)) is not { } head)
        {
            return (null, HttpAnswer.Of(400, "This is no request."));
        }

        var refusedBody = RefusedBody(head, out var length);
        if ((refuse(head) ?? refusedBody) is { } refusal)
        {
            return (null, refusal);
        }

        var body = new byte[length];
        var there = (int)Math.Min(read - end - 4, length);
        buffer.AsSpan(end + 4, there).CopyTo(body);
        await stream.ReadExactlyAsync(body.AsMemory(there), stop).ConfigureAwait(false);
        return (head with { Body = body }, null);
    }

    private static HttpAnswer? RefusedBody(HttpRequest head, out long length)
    {
        var isNumber = long.TryParse(
            head.Header("Content-Length") ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out length);
        return head.Header("Transfer-Encoding") is not null ? HttpAnswer.Of(411, "Say how long the content is.")
            : !isNumber ? HttpAnswer.Of(400, "How long the content is, is no number.")
            : length > LongestBody ? HttpAnswer.Of(413, "The file is too long for this page.")
            : null;
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
