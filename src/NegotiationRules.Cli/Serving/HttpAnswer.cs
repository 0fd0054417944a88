using System.Globalization;
using System.Text;

namespace NegotiationRules.Cli.Serving;

/// <summary>An answer to a request, after which the connection is closed.</summary>
/// <param name="Code">200, or what stood in the way.</param>
/// <param name="Kind">What the content is.</param>
/// <param name="Content">The content.</param>
internal sealed record HttpAnswer(int Code, string Kind, byte[] Content)
{
    private const string Words = "text/plain; charset=utf-8";

    // Nothing of it is for another page: not to read, not to learn the address of, and not to show in a frame unless somebody has asked
    // for that.
    private const string NoFrame = "X-Frame-Options: DENY\r\n";
    private const string Always =
        "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n"
            + "Cross-Origin-Resource-Policy: same-origin\r\nConnection: close\r\n";

    private static readonly Dictionary<int, string> Reasons = new()
    {
        [200] = "OK",
        [204] = "No Content",
        [400] = "Bad Request",
        [403] = "Forbidden",
        [404] = "Not Found",
        [405] = "Method Not Allowed",
        [408] = "Request Timeout",
        [411] = "Length Required",
        [413] = "Content Too Large",
        [431] = "Request Header Fields Too Large",
        [500] = "Internal Server Error",
        [503] = "Service Unavailable",
    };

    /// <summary>Whether the content is packed with gzip.</summary>
    public bool IsPacked { get; init; }

    /// <summary>Whether another page may show it in a frame.</summary>
    public bool MayBeFramed { get; init; }

    public static HttpAnswer Done { get; } = new(204, Words, []);

    /// <summary>An answer in a sentence.</summary>
    public static HttpAnswer Of(int code, string sentence) => new(code, Words, Encoding.UTF8.GetBytes(sentence));

    /// <summary>The beginning of an answer that has no end: events, as they happen.</summary>
    public static byte[] StartOfEvents { get; } =
        Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{NoFrame}{Always}\r\n");

    /// <summary>The answer as it goes over the wire.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder("HTTP/1.1 ")
            .Append(CultureInfo.InvariantCulture, $"{Code} {Reasons[Code]}\r\nContent-Type: {Kind}\r\nContent-Length: {Content.Length}\r\n")
            .Append(IsPacked ? "Content-Encoding: gzip\r\n" : string.Empty)
            .Append(MayBeFramed ? string.Empty : NoFrame)
            .Append(Always)
            .Append("\r\n");
        return [.. Encoding.ASCII.GetBytes(head.ToString()), .. Content];
    }
}
