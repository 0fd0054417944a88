using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NegotiationRules.AspNetCore.Tests.Support;

/// <summary>A web application without a network, asked by its client.</summary>
internal sealed class WebApp : IAsyncDisposable
{
    /// <summary>Rules of two stages, one of which needs a number; small enough to be read here.</summary>
    public const string Harbour = """
        { "name": "harbour", "version": "1.2", "stages": ["talks", "agreement"], "rules": [
          { "id": "mediated", "title": "Somebody mediates", "stage": "talks", "holder": "N", "require": { "talks.mediated": true },
            "because": { "en": "Without a mediator nobody listens.", "de": "Ohne Vermittler hört niemand zu." } },
          { "id": "long-enough", "stage": "agreement", "require": { "agreement.termYears": { "atLeast": 5 } } } ] }
        """;

    private readonly WebApplication _app;

    private WebApp(WebApplication app)
    {
        _app = app;
        Client = app.GetTestClient();
    }

    public HttpClient Client { get; }

    public IRuleSets Sets => _app.Services.GetRequiredService<IRuleSets>();

    /// <summary>An application with the rules <see cref="Harbour"/>.</summary>
    public static Task<WebApp> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? add = null) =>
        StartAsync(map, add, "harbour");

    /// <summary>The same with these rules under several names.</summary>
    public static async Task<WebApp> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? add, params string[] names)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        foreach (var name in names)
        {
            builder.Services.AddNegotiationRules(name, _ => new MemoryStream(Encoding.UTF8.GetBytes(Harbour)));
        }

        add?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new WebApp(app);
    }

    public async Task<Answer> PostAsync(string path, string body, string? accept = null, string contentType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await SendAsync(request, accept);
    }

    public async Task<Answer> GetAsync(string path, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        return await SendAsync(request, accept);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, string? accept)
    {
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await Client.SendAsync(request);
        return new Answer(
            response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(),
            response.Headers.Concat(response.Content.Headers)
                .ToDictionary(header => header.Key, header => string.Join(", ", header.Value)));
    }
}
