using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NegotiationRules.Orleans.Tests.Support;
using NegotiationRules.Tests.Support;
using Orleans;
using Orleans.Hosting;
using Orleans.Streams;

namespace NegotiationRules.Orleans.Tests;

/// <summary>The C# of the package's page, compiled and run; what stands between the marks is what stands there, to the letter.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.At("src/NegotiationRules.Orleans/README.md"));

    [Theory]
    [InlineData(0, "silo", "calls", "handler")]
    [InlineData(1, "stream")]
    public void CodeIsTheCodeThatIsCompiledAndRun(int block, params string[] marks)
    {
        var source = File.ReadAllText(Repository.At("tests/NegotiationRules.Orleans.Tests/ReadmeTests.cs"));
        var code = marks.Select(mark =>
        {
            var marked = Regex.Match(source, $@"// <{mark}>\n(?<code>.*?)\n *// </{mark}>", RegexOptions.Singleline).Groups["code"].Value;
            var indent = marked.Length - marked.TrimStart().Length;
            return string.Join('\n', marked.Split('\n').Select(line => line.Length > indent ? line[indent..] : line.Trim()));
        });

        Assert.Equal(string.Join("\n\n", code), Block().Matches(Readme)[block].Groups["text"].Value);
    }

    [Fact]
    public async Task TheCodeDoesWhatThePageSays()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Repository.Root });
        builder.Logging.ClearProviders();
        // <silo>
        builder.Services.AddNegotiationRules("guarantees", "rules/security-guarantees");
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering()
            .AddMemoryGrainStorageAsDefault()   // or any other grain storage
            .UseInMemoryReminderService()       // or any other reminders
            .AddNegotiations()
            .AddNegotiationHandler<Announcements>());
        // </silo>
        // The ports of the page may be taken here.
        builder.UseOrleans(silo => silo.UseLocalhostClustering(siloPort: FreePort(), gatewayPort: FreePort()));
        using var host = builder.Build();
        await host.StartAsync();
        var grains = host.Services.GetRequiredService<IGrainFactory>();
        var (folder, console) = (Environment.CurrentDirectory, Console.Out);
        using var text = new StringWriter();
        using var shown = TextWriter.Synchronized(text);
        try
        {
            Environment.CurrentDirectory = Repository.Root;
            Console.SetOut(shown);
            // <calls>
            var negotiation = grains.GetGrain<INegotiation>("geneva-2022");
            await negotiation.OpenAsync("guarantees", Scenario.Load("rules/security-guarantees/scenarios/everything-met.scenario.json"));
            var flips = await negotiation.SetAsync("talks.start", "2022-04-04");   // stored, evaluated, and this is what flipped
            Console.WriteLine(await negotiation.ExplainAsync());
            // </calls>
            Assert.Contains(new StageFlip("talks", StageOutcome.Valid, StageOutcome.Invalid), flips.Stages);
            Assert.Contains(flips.Rules, flip => flip.Rule == "no-delay" && flip.After == RuleOutcome.Violated);
            await Waiting.UntilAsync(
                () => Shown().Contains("geneva-2022, 1: talks was Valid and is Invalid", StringComparison.Ordinal), "it is told");
        }
        finally
        {
            Console.SetOut(console);
            Environment.CurrentDirectory = folder;
        }

        Assert.Contains("days too late", Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            AppDomain.CurrentDomain.GetAssemblies(), one => one.FullName!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        await host.StopAsync();

        // A synchronised writer locks itself while it writes.
        string Shown()
        {
            lock (shown)
            {
                return text.ToString();
            }
        }
    }

    [Fact]
    public async Task AHandlerTellsAStream()
    {
        await using var silos = await Silos.StartAsync(more: silo =>
            silo.AddMemoryStreams("flips").AddMemoryGrainStorage("PubSubStore").AddNegotiationHandler<ToStream>());
        var heard = new Told();
        var negotiation = await silos.OpenAsync("a");
        var client = silos.Cluster.Silos[0].ServiceProvider.GetRequiredService<IClusterClient>();
        var stream = client.GetStreamProvider("flips").GetStream<NegotiationFlips>("negotiations", "a");
        await stream.SubscribeAsync((flips, _) => heard.OnFlipsAsync(flips, CancellationToken.None));

        await negotiation.SetAsync("talks.mediated", false);

        Assert.Equal("mediated", (await heard.WaitAsync("a", 1)).Single().Rules.Single().Rule);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^```csharp\n(?<text>.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}

// As an application has them.
#pragma warning disable IDE0011, IDE0040, IDE0160, CA1812
// <handler>
sealed class Announcements : INegotiationHandler
{
    public Task OnFlipsAsync(NegotiationFlips flips, CancellationToken cancellationToken)
    {
        foreach (var stage in flips.Stages)
            Console.WriteLine($"{flips.Negotiation}, {flips.Number}: {stage.Stage} was {stage.Before} and is {stage.After}");
        return Task.CompletedTask;
    }
}
// </handler>

// <stream>
sealed class ToStream(IClusterClient cluster) : INegotiationHandler
{
    public Task OnFlipsAsync(NegotiationFlips flips, CancellationToken cancellationToken) =>
        cluster.GetStreamProvider("flips").GetStream<NegotiationFlips>("negotiations", flips.Negotiation).OnNextAsync(flips);
}
// </stream>
