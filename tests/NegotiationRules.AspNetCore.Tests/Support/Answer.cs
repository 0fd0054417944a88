using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NegotiationRules.AspNetCore.Tests.Support;

/// <summary>What came back.</summary>
internal sealed record Answer(HttpStatusCode Status, string? MediaType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>The messages of a validation problem by their path.</summary>
    public IReadOnlyDictionary<string, string> Errors => Json.GetProperty("errors").EnumerateObject()
        .ToDictionary(
            error => error.Name, error => string.Join(" | ", error.Value.EnumerateArray().Select(message => message.GetString())));

    /// <summary>Status and body, to be read; what differs from run to run is left out.</summary>
    public string ToBeRead
    {
        get
        {
            var body = System.Text.Json.Nodes.JsonNode.Parse(Text)!.AsObject();
            body.Remove("traceId");
            return $"{(int)Status} {MediaType}\n{body.ToJsonString(Options)}\n";
        }
    }
}
