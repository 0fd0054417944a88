using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace NegotiationRules.AspNetCore.Formats;

/// <summary>A form in which something can be answered.</summary>
/// <param name="MediaType">The media type by which it is asked for.</param>
internal sealed record AnswerFormat(string MediaType)
{
    public static AnswerFormat Text { get; } = new("text/plain");

    public static AnswerFormat Markdown { get; } = new("text/markdown");

    public static AnswerFormat Html { get; } = new("text/html");

    public static AnswerFormat Json { get; } = new("application/json");

    public static AnswerFormat JsonSchema { get; } = new("application/schema+json");

    /// <summary>Whether it is JSON, and no words for people.</summary>
    public bool IsData => !MediaType.StartsWith("text/", StringComparison.Ordinal);

    // Of JSON it is said by its standard.
    public string ContentType => IsData ? MediaType : $"{MediaType}; charset=utf-8";

    /// <summary>The one that the header <c>Accept</c> likes best, of several that it likes as much the first; <see langword="null"/> if it
    /// takes none of them.</summary>
    /// <param name="request">The request; without the header it takes whatever comes.</param>
    /// <param name="offered">What there is.</param>
    public static AnswerFormat? AskedFor(HttpRequest request, IReadOnlyList<AnswerFormat> offered)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0)
        {
            return offered[0];
        }

        var best = offered.MaxBy(format => format.QualityIn(accepted));
        return best!.QualityIn(accepted) > 0 ? best : null;
    }

    // What is said of the type itself counts before what is said of all of its kind.
    private double QualityIn(IList<MediaTypeHeaderValue> accepted)
    {
        var kind = MediaType[..MediaType.IndexOf('/', StringComparison.Ordinal)];
        return accepted
            .Where(range => range.MatchesAllTypes
                || (range.MatchesAllSubTypes ? range.Type.Equals(kind, StringComparison.OrdinalIgnoreCase)
                    : range.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(range => range.MatchesAllTypes ? 0 : range.MatchesAllSubTypes ? 1 : 2)
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();
    }
}
