using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.AspNetCore.Tests;

/// <summary>The code of the package's page, compiled and run; what stands between the marks is what stands there, to the letter.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.At("src/NegotiationRules.AspNetCore/README.md"));

    [Fact]
    public void CodeIsTheCodeThatIsCompiledAndRun()
    {
        var source = File.ReadAllText(Repository.At("tests/NegotiationRules.AspNetCore.Tests/ReadmeTests.cs"));
        var code = new[] { "services", "endpoints" }.Select(mark => string.Join('\n', Regex
            .Match(source, $@"// <{mark}>\n(?<code>.*?)\n *// </{mark}>", RegexOptions.Singleline).Groups["code"].Value
            .Split('\n').Select(line => line.Trim())));

        Assert.Equal(string.Join("\n\n", code), Block("csharp"));
    }

    [Fact]
    public void TheFirstPageShowsTheSameCode() =>
        Assert.Contains($"```cs\n{Block("csharp")}\n```", File.ReadAllText(Repository.At("README.md")), StringComparison.Ordinal);

    [Fact]
    public async Task TheCodeDoesWhatThePageSays()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = Repository.At(".") });
        builder.WebHost.UseTestServer();
        // <services>
        builder.Services.AddNegotiationRules("guarantees", "rules/security-guarantees");
        // </services>
        await using var app = builder.Build();
        // <endpoints>
        app.MapPost("/talks", (ScenarioBody body) => "The talks begin.").RequireValid("talks");
        app.MapNegotiationRules("/rules");
        // </endpoints>
        await app.StartAsync();
        using var client = app.GetTestClient();

        Assert.Equal(HttpStatusCode.OK, await PostAsync("/talks", "everything-met"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync("/talks", "postponed"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync("/rules/guarantees/explain", "postponed"));

        using var misspelt = new StringContent(
            """{ "talks": { "staus": "postponed" } }""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var refused = await client.PostAsync("/talks", misspelt);
        var told = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        foreach (var (name, shown) in JsonNode.Parse(Block("json"))!.AsObject())
        {
            Assert.True(JsonNode.DeepEquals(shown, told[name]), $"{name}: {told[name]}");
        }

        async Task<HttpStatusCode> PostAsync(string path, string scenario)
        {
            var facts = await File.ReadAllTextAsync(Repository.At($"rules/security-guarantees/scenarios/{scenario}.scenario.json"));
            using var body = new StringContent(facts, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
            using var answer = await client.PostAsync(path, body);
            return answer.StatusCode;
        }
    }

    private static string Block(string language) => Regex.Match(
        Readme, $@"^```{language}\n(?<text>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline).Groups["text"].Value;
}
