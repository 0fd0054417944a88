using NegotiationRules.Analysis.Sweeps;
using NegotiationRules.Analysis.Tests.Support;
using NegotiationRules.Tests.Support;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Sweeps;

/// <summary>All figures of a sweep are those of evaluating each scenario by itself.</summary>
public sealed class SweepTests(ITestOutputHelper output)
{
    private static readonly RuleSet Rules = RuleSet.Parse("""
        {
          "name": "talks", "stages": ["talks", "agreement"], "parameters": { "leastTermYears": 10, "latest": "2022-02-15" },
          "rules": [
            { "id": "mediated", "stage": "talks", "require": { "talks.mediated": true } },
            { "id": "soon", "stage": "talks", "require": { "talks.start": { "onOrBefore": { "parameter": "latest" } } } },
            { "id": "long", "stage": "agreement", "require": { "agreement.termYears": { "atLeast": { "parameter": "leastTermYears" } } } },
            { "id": "binding", "stage": "agreement", "when": { "talks.mediated": true }, "require": { "agreement.legallyBinding": true } },
            { "id": "wished", "stage": "agreement", "strength": "preferred", "require": { "talks.start": "2022-01" } }
          ]
        }
        """);

    private static readonly Scenario Given = Scenario.Parse("""{ "agreement": { "legallyBinding": true } }""");

    public static TheoryData<string> Shipped { get; } = [.. ShippedScenarios.All().Select(one => one.Rules)];

    public static TheoryData<SamplingMethod> Methods { get; } = [.. Enum.GetValues<SamplingMethod>()];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void OnRulesThatShipAllCombinationsAreCounted(string rules)
    {
        var random = new Random(Seed.Of(output));
        foreach (var scenario in ShippedScenarios.All().Single(one => one.Rules == rules).Scenarios.Take(3))
        {
            var given = Scenario.Load(Repository.At(scenario));
            var set = RuleSet.Load(Repository.At(rules));
            var options = new SweepOptions { Given = given, Dimensions = VariedFacts.Of(set, given, random, facts: 3) };
            Agree(set, options);
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void OnRulesThatShipSamplesAreCounted(string rules)
    {
        var random = new Random(Seed.Of(output));
        var scenario = ShippedScenarios.All().Single(one => one.Rules == rules).Scenarios[0];
        var (set, given) = (RuleSet.Load(Repository.At(rules)), Scenario.Load(Repository.At(scenario)));
        foreach (var method in Enum.GetValues<SamplingMethod>())
        {
            Agree(set, new SweepOptions
            {
                Given = given,
                Dimensions = VariedFacts.Of(set, given, random, facts: 4),
                Samples = 40,
                Method = method,
                Seed = random.Next(),
            });
        }
    }

    [Fact]
    public void ParametersVaryWithFacts()
    {
        var options = WithParameters();
        Agree(Rules, options with { Dimensions = [.. options.Dimensions.Where(one => one.Name != "agreement.termYears")] });
        foreach (var method in Enum.GetValues<SamplingMethod>())
        {
            Agree(Rules, options with { Samples = 900, Method = method, Seed = 7 });
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void FiguresDoNotHangOnThreadsOrShards(SamplingMethod method)
    {
        var sweep = new Sweep(Rules, WithParameters() with { Samples = 300_000, Method = method });
        var whole = sweep.Run(threads: 1).ToPartJson();

        Assert.Equal(whole, sweep.Run(threads: 3).ToPartJson());
        Assert.Equal(whole, SweepResult.Merge(Enumerable.Range(1, 7).Reverse().Select(number =>
            SweepResult.Parse(sweep.Run(shard: new SweepShard(number, 7)).ToPartJson()))).ToPartJson());
    }

    [Fact]
    public void OfAllCombinationsShardsAreTheWholeToo()
    {
        var sweep = new Sweep(Rules, WithParameters());

        Assert.Equal(
            sweep.Run().ToPartJson(),
            SweepResult.Merge(Enumerable.Range(1, 11).Select(number => sweep.Run(shard: new SweepShard(number, 11)))).ToPartJson());
    }

    [Fact]
    public void WhatWasInterruptedGoesOnToTheSameFigures()
    {
        var sweep = new Sweep(Rules, WithParameters() with { Samples = 2_000_000 });
        using var stop = new CancellationTokenSource();
        var begun = sweep.Run(threads: 1, progress: _ => stop.Cancel(), cancellation: stop.Token);

        Assert.InRange(begun.Done, 1, begun.Planned - 1);
        Assert.False(begun.IsWhole);
        Assert.Equal(sweep.Run().ToPartJson(), sweep.Run(threads: 2, begun: SweepResult.Parse(begun.ToPartJson())).ToPartJson());
    }

    [Fact]
    public void WhatWasBegunOtherwiseIsNotGoneOnWith()
    {
        var options = WithParameters();
        var begun = new Sweep(Rules, options).Run();

        Refused("its scenario is not the same", Rules, options with { Given = Given.With("agreement.legallyBinding", false) });
        Refused("its rules are not the same", Rules.With("latest", "2022-03-01"), options);
        Refused("other values vary", Rules, options with { Dimensions = [options.Dimensions[1]] });
        Refused("in another way", Rules, options with { Samples = 5 });
        Refused("it is of shard 1/1, and not 1/2", Rules, options, new SweepShard(1, 2));

        void Refused(string why, RuleSet rules, SweepOptions others, SweepShard? shard = null) => Assert.Contains(
            why, Assert.Throws<ArgumentException>(() => new Sweep(rules, others).Run(begun: begun, shard: shard)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void IntervalsAreWilsonsAndSamplesAlone()
    {
        var options = WithParameters();
        var exact = new Sweep(Rules, options).Run().Stages[0].Of(StageOutcome.Valid);
        var sampled = new Sweep(Rules, options with { Samples = 400 }).Run().Stages[0].Of(StageOutcome.Valid);

        Assert.True(exact is { Low: null, High: null });
        // The two roots of (p - count/n)² = z² p (1 - p) / n, which define it.
        foreach (var root in (double[])[sampled.Low!.Value, sampled.High!.Value])
        {
            var away = root - sampled.Part;
            Assert.Equal(1.959963984540054 * 1.959963984540054 * root * (1 - root) / 400, away * away, 12);
        }
    }

    [Fact]
    public void ManyStagesAndManyValuesAreCountedInSeveralTables()
    {
        var rules = RuleSet.Parse("""
            {
              "name": "stages", "stages": ["a", "b", "c", "d", "e", "f"],
              "rules": [
                { "id": "a1", "stage": "a", "require": { "agreement.termYears": { "atMost": 60 } } },
                { "id": "b1", "stage": "b", "require": { "agreement.termYears": { "atLeast": 30 } } },
                { "id": "c1", "stage": "c", "require": { "talks.start": { "onOrBefore": "2024-02-15" } } },
                { "id": "d1", "stage": "d", "require": { "talks.mediated": true } },
                { "id": "e1", "stage": "e", "when": { "talks.mediated": true }, "require": { "talks.start": "2022-01" } },
                { "id": "f1", "stage": "f", "require": { "any": [ { "talks.mediated": false }, { "agreement.termYears": 7 } ] } }
              ]
            }
            """);
        var options = new SweepOptions
        {
            Dimensions =
            [
                SweepDimension.OfFact("talks.start", SweepDimension.Days(new DateOnly(2020, 1, 1), new DateOnly(2030, 1, 1))),
                SweepDimension.OfFact("agreement.termYears", [.. Enumerable.Range(1, 90).Cast<object?>(), null]),
                SweepDimension.OfFact("talks.mediated", [true, false, null]),
            ],
            Samples = 1_500,
        };

        foreach (var method in Enum.GetValues<SamplingMethod>())
        {
            Agree(rules, options with { Method = method });
        }

        SweepDimension[] all =
            [options.Dimensions[2], options.Dimensions[1], SweepDimension.OfFact("talks.start", ["2022-01-10", "2025-01"])];
        Agree(rules, new SweepOptions { Dimensions = all });
        Agree(rules, new SweepOptions { Dimensions = [.. all.Reverse()] });
    }

    // A worker keeps its memory from one stretch to the next; each round adds its counts up.
    [Theory]
    [MemberData(nameof(Methods))]
    public void TwiceTheScenariosTakeHardlyMoreMemory(SamplingMethod method) => Growth.IsAtMost(
        1.3, 200_000, 400_000,
        samples => new Sweep(Rules, new SweepOptions
        {
            Given = Given,
            Samples = samples,
            Method = method,
            Dimensions =
            [
                SweepDimension.OfFact("talks.start", SweepDimension.Days(new DateOnly(2022, 1, 1), new DateOnly(2022, 3, 31))),
                SweepDimension.OfFact("agreement.termYears", SweepDimension.Numbers(1, 50)),
                SweepDimension.OfFact("talks.mediated", [true, false]),
            ],
        }),
        sweep => Assert.True(sweep.Run(threads: 1).IsWhole));

    private static SweepOptions WithParameters() => new()
    {
        Given = Given,
        Dimensions =
        [
            SweepDimension.OfFact("talks.start", SweepDimension.Days(new DateOnly(2022, 1, 1), new DateOnly(2022, 3, 31), 15)),
            SweepDimension.OfParameter("leastTermYears", SweepDimension.Numbers(5, 20, 5)),
            SweepDimension.OfParameter("latest", ["2022-01-31", new DateOnly(2022, 2, 28)]),
            SweepDimension.OfFact("agreement.termYears", SweepDimension.Numbers(1, 200)),
            SweepDimension.OfFact("talks.mediated", [true, false, null]),
        ],
    };

    private static void Agree(RuleSet rules, SweepOptions options)
    {
        var sweep = new Sweep(rules, options).Run(threads: 2);
        var brute = new BruteForce(rules, options);

        Assert.Equal(brute.Scenarios, sweep.Done);
        Assert.Equal(
            brute.Told(new SweepPlan(rules, options).Classes, options.Samples > 0),
            BruteForce.Told(sweep));
    }
}
