using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using NegotiationRules.Orleans.Tests.Support;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Orleans.Tests;

/// <summary>Three silos, one of which is killed while negotiations change. <c>NEGOTIATIONS=100000</c> has so many of them, as
/// <c>.ci/orleans.sh</c> does.</summary>
public sealed class ClusterTests(ITestOutputHelper output)
{
    private const int Rounds = 6;
    private const int Callers = 64;

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("NEGOTIATIONS"), CultureInfo.InvariantCulture, out var given) ? given : 1_000;

    [Fact]
    public async Task NothingIsLostAndEveryFlipIsToldWhenASiloIsKilledUnderLoad()
    {
        var seed = Seed.Of(output);
        await using var silos = await Silos.StartAsync(3, options => options.ReminderPeriod = TimeSpan.FromSeconds(10));
        var names = Enumerable.Range(0, Count).Select(i => $"n{i}").ToArray();
        var watch = Stopwatch.StartNew();
        await ForAllAsync(names, name => silos.OpenAsync(name));
        output.WriteLine($"{Count} negotiations opened in {watch.Elapsed.TotalSeconds:0.0} s");

        watch.Restart();
        var expected = new ConcurrentDictionary<string, Plan>();
        var failures = 0;
        var done = 0;
        var killing = KillInTheMiddleAsync(silos, () => Volatile.Read(ref done));
        await ForAllAsync(names, async name =>
        {
            var plan = expected[name] = new Plan(name, seed);
            for (var round = 1; round <= Rounds; round++)
            {
                var (mediated, years) = plan.Next();
                NegotiationChange[] changes =
                    [NegotiationChange.Set("talks.mediated", mediated), NegotiationChange.Set("agreement.termYears", years)];
                Interlocked.Add(ref failures, await ChangeOnceAsync(silos[name], changes, round));
                Interlocked.Increment(ref done);
            }
        });
        var seconds = watch.Elapsed.TotalSeconds;
        await killing;
        output.WriteLine($"{done} changes in {seconds:0.0} s, {done / seconds:0} a second; calls that failed: {failures}");

        watch.Restart();
        var rules = silos.Sets["talks"];
        await ForAllAsync(names, async name =>
        {
            var status = await silos[name].GetAsync();
            var plan = expected[name];
            Assert.Equal(plan.Facts.ToString(), status.Scenario.ToString());
            Assert.Equal(rules.Evaluate(plan.Facts).Outcome, status.Outcome);
            Assert.Equal((1 + Rounds, plan.Flips), (status.Version, status.Number));
        });
        output.WriteLine($"all looked at in {watch.Elapsed.TotalSeconds:0.0} s");

        watch.Restart();
        var told = await AllToldAsync(silos, names, expected);
        output.WriteLine(
            $"all flips told after another {watch.Elapsed.TotalSeconds:0.0} s: {told.Flips} flips, {told.Repeats} of them again");
    }

    private static async Task<(int Flips, int Repeats)> AllToldAsync(
        Silos silos, string[] names, ConcurrentDictionary<string, Plan> expected)
    {
        var (flips, repeats) = (0, 0);
        var all = expected.Values.Sum(plan => plan.Flips);
        await Waiting.UntilAsync(
            () => silos.Told.All.Select(one => (one.Negotiation, one.Number)).Distinct().Count() >= all,
            "every flip is told", seconds: 120);
        var told = silos.Told.All.ToLookup(one => one.Negotiation);
        foreach (var name in names)
        {
            var distinct = told[name].DistinctBy(one => one.Number).OrderBy(one => one.Number).ToList();
            Assert.Equal(Enumerable.Range(1, expected[name].Flips), distinct.Select(one => (int)one.Number));
            expected[name].CheckChain(distinct);
            flips += distinct.Count;
            repeats += told[name].Count() - distinct.Count;
        }

        return (flips, repeats);
    }

    private static async Task KillInTheMiddleAsync(Silos silos, Func<int> done)
    {
        await Waiting.UntilAsync(() => done() > Count * Rounds / 3, "a third of the changes are made", seconds: 600);
        await silos.Cluster.KillSiloAsync(silos.Cluster.Silos[1]);
    }

    // A call fails when its silo is lost, and nobody knows whether the change was made. Who called looks, and tries again if it was not.
    private static async Task<int> ChangeOnceAsync(INegotiation negotiation, NegotiationChange[] changes, long version)
    {
        var failed = 0;
        for (var isMade = false; !isMade;)
        {
            try
            {
                isMade = failed > 0 && (await negotiation.GetAsync()).Version == version + 1;
                if (!isMade)
                {
                    await negotiation.ChangeAsync(changes, version);
                    isMade = true;
                }
            }
            catch (Exception) when (failed < 100)
            {
                failed++;
                await Task.Delay(50);
            }
        }

        return failed;
    }

    private static Task ForAllAsync(IEnumerable<string> names, Func<string, Task> act) => Parallel.ForEachAsync(
        names, new ParallelOptions { MaxDegreeOfParallelism = Callers }, async (name, _) => await act(name));

    /// <summary>What one negotiation goes through.</summary>
    private sealed class Plan(string name, int seed)
    {
        private readonly Random _random = new(HashCode.Combine(seed, int.Parse(name.AsSpan(1), CultureInfo.InvariantCulture)));
        private bool _isMediated = true;
        private bool _isLong = true;

        public Scenario Facts { get; private set; } = Scenario.Parse(RuleTexts.Everything);

        /// <summary>How often something flipped.</summary>
        public int Flips { get; private set; }

        public (bool Mediated, int Years) Next()
        {
            var (mediated, years) = (_random.Next(2) == 0, _random.Next(20));
            Flips += mediated != _isMediated || years >= 10 != _isLong ? 1 : 0;
            (_isMediated, _isLong) = (mediated, years >= 10);
            Facts = Facts.With("talks.mediated", mediated).With("agreement.termYears", years);
            return (mediated, years);
        }

        // Each flip begins with the outcome that the one before it ended with, and the last ends with what is true.
        public void CheckChain(IEnumerable<NegotiationFlips> told)
        {
            var outcomes = new Dictionary<string, RuleOutcome?>
            {
                ["mediated"] = RuleOutcome.Satisfied,
                ["long-term"] = RuleOutcome.Satisfied,
                ["in-writing"] = RuleOutcome.Satisfied,
            };
            foreach (var flip in told.SelectMany(one => one.Rules))
            {
                Assert.Equal(outcomes[flip.Rule], flip.Before);
                outcomes[flip.Rule] = flip.After;
            }

            Assert.Equal(_isMediated, outcomes["mediated"] == RuleOutcome.Satisfied);
            Assert.Equal(_isLong, outcomes["long-term"] == RuleOutcome.Satisfied);
        }
    }
}
