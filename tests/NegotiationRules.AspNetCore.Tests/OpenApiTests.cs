using System.Text.Json.Nodes;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.AspNetCore.Tests.Support;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.AspNetCore.Tests;

/// <summary>What the endpoints tell of themselves, by ASP.NET's own writer of OpenAPI.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task TheEndpointsAreDescribedWithWhatTheyTakeAndAnswer()
    {
        await using var app = await WebApp.StartAsync(
            web =>
            {
                web.MapOpenApi();
                web.MapNegotiationRules(configure: options => (options.AcceptsRuleText, options.RateLimiterPolicy) = (true, "few"));
                web.MapPost("/talks", (ScenarioBody body) => "begun").RequireValid("talks");
            },
            services => services.AddOpenApi().AddRateLimiter(limiter =>
            {
                limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
                limiter.AddPolicy("few", _ => RateLimitPartition.GetNoLimiter("all"));
            }));

        var document = (await app.GetAsync("/openapi/v1.json")).Json;

        Approved.Check(string.Join('\n', document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Select(operation => $"{operation.Name} {path.Name}\n{ToldOf(JsonNode.Parse(operation.Value.GetRawText())!)}"))));
        Assert.True(document.GetProperty("components").GetProperty("schemas").GetProperty("Verdict")
            .GetProperty("properties").TryGetProperty("stages", out _));
    }

    private static string ToldOf(JsonNode operation)
    {
        var parameters = operation["parameters"]?.AsArray().Select(parameter =>
            $"  {parameter!["in"]} {parameter["name"]}{(IsRequired(parameter) ? "" : "?")}: {TypeOf(parameter["schema"])}") ?? [];
        var body = ContentOf(operation["requestBody"]).Select(content => $"  body {content}");
        var answers = operation["responses"]!.AsObject().Select(answer => $"  {answer.Key} {string.Join(", ", ContentOf(answer.Value))}");
        return $"  {operation["summary"]}\n{string.Join('\n', [.. parameters, .. body, .. answers])}\n";
    }

    private static bool IsRequired(JsonNode parameter) => parameter["required"]?.GetValue<bool>() == true;

    private static IEnumerable<string> ContentOf(JsonNode? of) =>
        of?["content"]?.AsObject().Select(content => $"{content.Key}: {TypeOf(content.Value!["schema"])}") ?? [];

    private static string TypeOf(JsonNode? schema) =>
        (schema?["$ref"] ?? schema?["type"])?.ToJsonString().Trim('"').Replace("#/components/schemas/", "", StringComparison.Ordinal)
        ?? "anything";
}
