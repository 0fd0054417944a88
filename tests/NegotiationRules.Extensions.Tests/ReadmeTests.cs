using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NegotiationRules.Extensions.Tests.Support;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Extensions.Tests;

/// <summary>The C# and the configuration of the package's page, compiled and run; what stands between the marks is what stands there, to
/// the letter.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private static readonly string Readme = File.ReadAllText(Repository.At("src/NegotiationRules.Extensions/README.md"));

    private readonly RuleFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, "services", "sets")]
    [InlineData(1, "configuration")]
    [InlineData(2, "sources")]
    [InlineData(3, "fetched", "http")]
    [InlineData(4, "telemetry")]
    public void CodeIsTheCodeThatIsCompiledAndRun(int block, params string[] marks)
    {
        var source = File.ReadAllText(Repository.At("tests/NegotiationRules.Extensions.Tests/ReadmeTests.cs"));
        var code = marks.Select(mark =>
        {
            var marked = Regex.Match(source, $@"// <{mark}>\n(?<code>.*?)\n *// </{mark}>", RegexOptions.Singleline).Groups["code"].Value;
            var indent = marked.Length - marked.TrimStart().Length;
            return string.Join('\n', marked.Split('\n').Select(line => line.Length > indent ? line[indent..] : line.Trim()));
        });

        Assert.Equal(string.Join("\n\n", code), Blocks("csharp")[block]);
    }

    [Fact]
    public async Task TheCodeDoesWhatThePageSays()
    {
        _folder.Write("rules/talks/talks.rules.json", RuleFolder.Talks);
        var builder = Builder();
        // <services>
        builder.Services.AddNegotiationRules("talks", "rules/talks");   // a rule file, or the folder that holds it
        // </services>
        // <telemetry>
        builder.Services.AddHealthChecks().AddNegotiationRules();
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter("NegotiationRules"))
            .WithTracing(traces => traces.AddSource("NegotiationRules"));
        // </telemetry>
        using var host = builder.Build();
        await host.StartAsync();
        var scenario = Scenario.Parse("""{ "agreement": { "termYears": 12 } }""");

        // <sets>
        var sets = host.Services.GetRequiredService<IRuleSets>();
        var verdict = sets.Evaluate("talks", scenario);   // by the rules that are in force now
        // </sets>

        Assert.Equal(StageOutcome.Valid, verdict.Outcome);
        await host.StopAsync();
    }

    [Fact]
    public async Task TheConfigurationDoesWhatThePageSays()
    {
        _folder.Write("rules/talks/talks.rules.json", RuleFolder.Talks);
        _folder.Write("rules/security-council/council.rules.json", RuleFolder.Talks);
        _folder.Write("appsettings.json", Blocks("json")[0]);
        var builder = Builder();
        builder.Configuration.AddJsonFile(_folder.At("appsettings.json"));
        // <configuration>
        builder.Services.AddNegotiationRules(builder.Configuration.GetSection("NegotiationRules"));
        // </configuration>
        using var host = builder.Build();
        await host.StartAsync();
        var sets = host.Services.GetRequiredService<IRuleSets>();

        Assert.Equal(("12", "10"), (sets.LeastYears(), sets["council"].Parameters.Single().Value));
        await host.StopAsync();
    }

    [Fact]
    public async Task OtherSourcesDoWhatThePageSays()
    {
        _folder.Write("talks.rules.json", RuleFolder.Talks);
        var bytes = System.Text.Encoding.UTF8.GetBytes(RuleFolder.Talks);
        var builder = Builder();
        builder.Services.AddSingleton(new RuleTable(_folder));
        // <sources>
        builder.Services.AddNegotiationRules("embedded", typeof(Program).Assembly, "rules/talks.rules.json");
        builder.Services.AddNegotiationRules("streamed", _ => new MemoryStream(bytes));
        builder.Services.AddNegotiationRules("stored", services => services.GetRequiredService<RuleTable>(), "talks.rules.json");
        // </sources>
        using var host = builder.Build();
        await host.StartAsync();
        var sets = host.Services.GetRequiredService<IRuleSets>();

        Assert.Equal(["embedded", "streamed", "stored"], sets.Names);
        Assert.All(sets.Names, name => Assert.Equal("talks", sets[name].Name));
        await host.StopAsync();
    }

    [Fact]
    public async Task WhatIsFetchedDoesWhatThePageSays()
    {
        await using var store = await HttpStore.StartAsync();
        store.Put("talks.rules.json", RuleFolder.Talks);
        var http = store.Client;
        var builder = Builder();
        // <fetched>
        builder.Services.AddNegotiationRules("fetched", _ => new HttpRules(http), "talks.rules.json", options =>
        {
            options.Poll = true;
            options.PollInterval = TimeSpan.FromMinutes(1);
        });
        // </fetched>
        using var host = builder.Build();
        await host.StartAsync();

        Assert.Equal("talks", host.Services.GetRequiredService<IRuleSets>()["fetched"].Name);
        await host.StopAsync();
    }

    private HostApplicationBuilder Builder() =>
        new(new HostApplicationBuilderSettings { DisableDefaults = true, ContentRootPath = _folder.Path });

    private static List<string> Blocks(string language) =>
        [.. Block().Matches(Readme).Where(one => one.Groups["language"].Value == language).Select(one => one.Groups["text"].Value)];

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    // What an application has.
    private sealed class Program;

    private sealed class RuleTable(RuleFolder folder) : IRuleFiles
    {
        public Stream? Open(string path) => File.Exists(folder.At(path)) ? File.OpenRead(folder.At(path)) : null;
    }
}

// As an application has it.
#pragma warning disable IDE0040, CA2000, CA2234
// <http>
sealed class HttpRules(HttpClient http) : IAsyncRuleFiles
{
    public async Task<Stream?> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await http.GetAsync(path, cancellationToken);
        return answer.StatusCode == HttpStatusCode.NotFound ? null
            : await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(cancellationToken);
    }
}
// </http>
