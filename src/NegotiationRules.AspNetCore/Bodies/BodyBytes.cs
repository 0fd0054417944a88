using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace NegotiationRules.AspNetCore.Bodies;

/// <summary>Reads the body of a request, as far as it is JSON and not too long.</summary>
internal static class BodyBytes
{
    /// <summary>What reports call the text of a body.</summary>
    public const string Name = "<body>";

    public static ScenarioBodyOptions OptionsOf(HttpContext context) =>
        context.RequestServices.GetService<IOptions<ScenarioBodyOptions>>()?.Value ?? new ScenarioBodyOptions();

    /// <summary>The bytes, or why there are none.</summary>
    /// <param name="context">The request.</param>
    /// <param name="most">How many there may be, unless the endpoint says otherwise.</param>
    public static async ValueTask<(byte[]? Bytes, BodyFault? Fault)> ReadAsync(HttpContext context, long most)
    {
        var request = context.Request;
        if (!IsJsonInUtf8(request))
        {
            return (null, BodyFault.NotJson(request.ContentType));
        }

        most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } own
            ? own.MaxRequestBodySize ?? long.MaxValue
            : most;
        if (request.ContentLength > most)
        {
            return (null, BodyFault.TooLong(most));
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            for (int count; (count = await request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false)) > 0;)
            {
                if (bytes.Length + count > most)
                {
                    return (null, BodyFault.TooLong(most));
                }

                bytes.Write(buffer, 0, count);
            }
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            // The server has a limit too.
            return (null, BodyFault.TooLong(bytes.Length));
        }

        return (bytes.ToArray(), null);
    }

    /// <summary>The scenario, or why there is none.</summary>
    public static async ValueTask<(Scenario? Scenario, BodyFault? Fault)> ReadScenarioAsync(HttpContext context)
    {
        var options = OptionsOf(context);
        var (bytes, fault) = await ReadAsync(context, options.MostBytes).ConfigureAwait(false);
        return bytes is null ? (null, fault)
            : Scenario.TryParseJson(bytes, out var scenario, out var diagnostics, Name, options.Limits) ? (scenario, null)
            : (null, BodyFault.Unreadable(diagnostics));
    }

    private static bool IsJsonInUtf8(HttpRequest request) =>
        request.HasJsonContentType()
        && MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));
}
