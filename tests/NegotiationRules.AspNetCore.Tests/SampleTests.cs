using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.Testing;

namespace NegotiationRules.AspNetCore.Tests;

/// <summary>The sample application, as it starts.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly WebApplicationFactory<Program> _sample = new();

    public void Dispose() => _sample.Dispose();

    [Fact]
    public async Task TalksBeginOnceTheirPreconditionsAreMet()
    {
        using var client = _sample.CreateClient();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(client, """{ "talks": { "mediated": false } }""")).Status);
        var (status, text) = await PostAsync(client, """
            { "talks": { "mediated": true, "participantsAnnounced": false }, "parties": [ { "delegates": [ { "role": "military" } ] } ] }
            """);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Who is at the table should be known beforehand.", text);
    }

    [Fact]
    public async Task TheRulesAreThereToBeReadAndDescribed()
    {
        using var client = _sample.CreateClient();

        Assert.Contains("Somebody mediates", await client.GetStringAsync(new Uri("/rules/talks", UriKind.Relative)));
        Assert.Contains("/rules/{name}/explain", await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
    }

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(HttpClient client, string scenario)
    {
        using var body = new StringContent(scenario, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/talks", UriKind.Relative), body);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
