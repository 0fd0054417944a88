using System.Text;
using Microsoft.AspNetCore.Http;

namespace NegotiationRules.AspNetCore.Formats;

/// <summary>Answers with a text in the form that was asked for.</summary>
/// <param name="Format">The form.</param>
/// <param name="Text">The text.</param>
/// <param name="Varies">Whether another form might have been asked for.</param>
internal sealed record TextAnswer(AnswerFormat Format, string Text, bool Varies) : IResult
{
    /// <summary>The first form that is asked for and that there is, or 406 with those there are.</summary>
    public static IResult Of(HttpContext context, params (AnswerFormat Format, Func<string> Write)[] offered)
    {
        var formats = offered.Select(one => one.Format).ToList();
        return AnswerFormat.AskedFor(context.Request, formats) is { } format
            ? new TextAnswer(format, offered.First(one => one.Format == format).Write(), offered.Length > 1)
            : TypedResults.Problem(
                statusCode: StatusCodes.Status406NotAcceptable, title: "There is no such form of the answer",
                detail: $"Ask for one of these in the header Accept: {string.Join(", ", formats.Select(one => one.MediaType))}.");
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var headers = httpContext.Response.Headers;
        httpContext.Response.ContentType = Format.ContentType;
        headers.XContentTypeOptions = "nosniff";
        if (Varies)
        {
            headers.Append("Vary", "Accept");
        }

        if (Format == AnswerFormat.Html)
        {
            // The pages have their style inside, and nothing else.
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'";
        }

        return httpContext.Response.WriteAsync(Text, Encoding.UTF8, httpContext.RequestAborted);
    }
}
