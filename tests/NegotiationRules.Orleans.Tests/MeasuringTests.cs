using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NegotiationRules.Orleans.Tests.Support;
using NegotiationRules.Tests.Support;
using Orleans.Hosting;
using Xunit.Abstractions;

namespace NegotiationRules.Orleans.Tests;

/// <summary>What a negotiation takes beside a grain that keeps a number: memory while nobody calls it, and changes a second.
/// <c>MEASURED=20000</c> measures so many, as <c>.ci/orleans.sh measure</c> does; otherwise a few, to see that it can be
/// measured.</summary>
public sealed class MeasuringTests(ITestOutputHelper output)
{
    private const int Callers = 64;
    private const int Share = 20;
    private const int Rounds = 20;
    private const string Guarantees = "security-guarantees";

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("MEASURED"), CultureInfo.InvariantCulture, out var given) ? given : 200;

    [Fact]
    public async Task NegotiationsBesideBareGrains()
    {
        var rules = Repository.At($"rules/{Guarantees}/{Guarantees}.rules.json");
        var start = Scenario.Load(Repository.At($"rules/{Guarantees}/scenarios/everything-met.scenario.json"));
        await using var silos = await Silos.StartAsync(
            options: options => options.SessionsInMemory = Math.Max(1, Count / Share),
            more: silo => silo.Services.AddNegotiationRules(Guarantees, rules),
            storage: new SharedGrains { IsForgetful = true });
        output.WriteLine("| a grain with | bytes while nobody calls it | changes a second, of those changed last | of all in turn |");
        output.WriteLine("|---|---|---|---|");
        // Before anything is measured, calls, storage and rules have run often enough to be compiled for good.
        await SpeedAsync(
            [.. Names(Count / Share).Select(name => $"warm{name}")], (name, _) => Counter(silos, name).IncrementAsync(), Rounds);
        await ForAllAsync(Names(Count / Share), name => silos.OpenAsync($"warm{name}"));
        var bare = await MeasureAsync(
            "a number", name => Counter(silos, name).IncrementAsync(), (name, _) => Counter(silos, name).IncrementAsync());
        await MeasureAsync(
            "3 rules, nothing flips", name => silos.OpenAsync($"a{name}"),
            (name, round) => silos[$"a{name}"].SetAsync("agreement.termYears", 12 + round), bare);
        await MeasureAsync(
            "3 rules, one flips", name => silos.OpenAsync($"b{name}"),
            (name, round) => silos[$"b{name}"].SetAsync("talks.mediated", round % 2 == 0), bare);
        await MeasureAsync(
            $"{silos.Sets[Guarantees].Rules.Count} rules of {Guarantees}, nothing flips",
            name => silos[$"c{name}"].OpenAsync(Guarantees, start),
            (name, round) => silos[$"c{name}"].SetAsync("talks.topic", $"topic {round}"), bare);

        Assert.Equal(3 + Rounds, await Counter(silos, "n0").IncrementAsync());
        Assert.Equal(2 + Rounds, (await silos["cn0"].GetAsync()).Version);
    }

    private static string[] Names(int count) => [.. Enumerable.Range(0, count).Select(i => $"n{i}")];

    private static ICounter Counter(Silos silos, string name) => silos.Cluster.Client.GetGrain<ICounter>(name);

    private async Task<Figures> MeasureAsync(
        string what, Func<string, Task> begin, Func<string, int, Task> change, Figures? bare = null)
    {
        var names = Names(Count);
        var before = Memory();
        await ForAllAsync(names, begin);
        var opened = Memory();
        var cold = await SpeedAsync(names, change, 1);
        var hot = await SpeedAsync(names[..(Count / Share)], change, Rounds);
        var found = new Figures((opened - before) / (double)Count, hot, cold);
        var beside = bare ?? found;
        output.WriteLine($"| {what} | {found.Bytes:0} ({found.Bytes / beside.Bytes:0.0}) | {found.Hot:0} ({found.Hot / beside.Hot:0.00}) "
            + $"| {found.Cold:0} ({found.Cold / beside.Cold:0.00}) |");
        return found;
    }

    private static async Task<double> SpeedAsync(string[] names, Func<string, int, Task> change, int rounds)
    {
        var watch = Stopwatch.StartNew();
        for (var round = 1; round <= rounds; round++)
        {
            await ForAllAsync(names, name => change(name, round));
        }

        return names.Length * rounds / watch.Elapsed.TotalSeconds;
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static Task ForAllAsync(IEnumerable<string> names, Func<string, Task> act) => Parallel.ForEachAsync(
        names, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (name, _) => await act(name));

    private sealed record Figures(double Bytes, double Hot, double Cold);
}
