using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;
using NegotiationRules.Programs;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Tests.Agreement;

/// <summary>Scenarios evaluated together get the outcomes, and the faults, that each gets from the tree walk on its own: whatever the
/// vectors, the stretches and the threads.</summary>
public class BatchAgreementTests(ITestOutputHelper output)
{
    // Some rule sets by some hundred scenarios each; the long run makes several hundred thousand pairs.
    private static readonly int Cases = CaseCount.Of(50);

    // Short stretches start lists of all levels at odd places; two threads meet at every one of them.
    private static readonly (VectorWidth Width, int? Stretch, int Threads)[] Ways =
    [
        (VectorWidth.None, null, 1),
        (VectorWidth.Bits256, null, 1),
        (VectorWidth.Bits512, null, 1),
        (VectorWidth.None, 64, 1),
        (VectorWidth.Bits256, 64, 1),
        (VectorWidth.Bits512, 64, 1),
        (VectorWidth.Bits512, 64, 2),
    ];

    // Around whole vectors, whole words, and the longest stretch.
    public static TheoryData<int> AwkwardSizes =>
        [0, 1, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 128, 129, 255, 256, 257, 8191, 8192, 8193, 16_385];

    [Fact]
    public void BatchAndTreeWalkAgreeOnGeneratedRulesAndScenarios()
    {
        foreach (var c in Generated.Cases(Seed.Of(output), Cases))
        {
            if (c.Rules.Rules is { } rules)
            {
                var random = new Random(c.Seed);
                var scenarios = Enumerable
                    .Range(0, random.Next(200))
                    .Select(_ => GeneratedScenario.Make(random, c.Rules.Vocabulary, 30).Scenario);
                AssertAgree(rules, [.. scenarios, c.Scenario.Scenario]);
            }
        }
    }

    [Fact]
    public void ScenariosOfOneShapeAgreeOnGeneratedRules()
    {
        foreach (var c in Generated.Cases(Seed.Of(output), Cases / 2))
        {
            if (c.Rules.Rules is { } rules)
            {
                AssertAgree(rules, [.. Enumerable.Repeat(c.Scenario.Scenario, 1 + (new Random(c.Seed).Next() % 150))]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AwkwardSizes))]
    public void BatchesOfAwkwardSizesAgree(int size)
    {
        var rules = RuleSet.Load(Repository.At("rules/security-guarantees"));
        var shipped = Directory
            .GetFiles(Repository.At("rules/security-guarantees/scenarios"))
            .Order(StringComparer.Ordinal)
            .Select(path => Scenario.Load(path))
            .ToList();

        AssertAgree(rules, [.. Enumerable.Range(0, size).Select(i => shipped[i % shipped.Count])]);
    }

    [Fact]
    public void EveryShippedRuleSetAgreesOnItsScenarios()
    {
        var folders = Directory
            .GetDirectories(Repository.At("rules"))
            .Where(folder => Directory.Exists(Path.Combine(folder, "scenarios")))
            .ToList();
        Assert.NotEmpty(folders);

        foreach (var folder in folders)
        {
            AssertAgree(
                RuleSet.Load(folder),
                [.. Directory.GetFiles(Path.Combine(folder, "scenarios")).Select(path => Scenario.Load(path))]
            );
        }
    }

    [Fact]
    public void AScenarioWithFaultsDoesNotKeepTheOthersFromBeingEvaluated()
    {
        var rules = RuleSet.Parse("""
            { "name": "t", "stages": ["talks"], "rules": [ { "id": "term", "require": { "agreement.termYears": { "atLeast": 10 } } } ] }
            """);

        var batch = new ScenarioBatch(rules);
        batch.Add(Scenario.Parse("""{ "agreement": { "termYears": 12 } }"""));
        Assert.False(batch.TryAdd(Scenario.Parse("""{ "agreement": { "termYears": "long" } }"""), out var bound));
        Assert.False(batch.TryAddJson("""{ "agreement": { "termYears": "long" } }"""u8.ToArray(), out var read));
        batch.Add(Scenario.Parse("{}"));
        batch.Evaluate();

        Assert.Equal("NR4011", Assert.Single(bound).Code);
        Assert.Equal("NR4011", Assert.Single(read).Code);
        Assert.Equal([StageOutcome.Valid, StageOutcome.Undetermined], [batch.OutcomeOf(0), batch.OutcomeOf(1)]);
    }

    private static void AssertAgree(RuleSet rules, IReadOnlyList<Scenario> scenarios)
    {
        var expected = new Dictionary<Scenario, Expected>(ReferenceEqualityComparer.Instance);
        var bound = new List<Expected>();
        foreach (var scenario in scenarios)
        {
            if (!expected.TryGetValue(scenario, out var one))
            {
                expected[scenario] = one = Expected.Of(rules, scenario);
            }

            if (one.Facts is not null)
            {
                bound.Add(one);
            }
        }

        var program = ProgramCompiler.Compile(rules.Checked);

        // Thousands of scenarios are more than one stretch by themselves.
        foreach (var (width, stretch, threads) in Ways.Where(way => scenarios.Count < 1_000 || way.Stretch is null || way.Threads > 1))
        {
            var evaluator = new BatchEvaluator(rules.Checked, program) { Width = width, Stretch = stretch };
            AssertAgree(rules, evaluator, bound, threads, $"{width}, stretch {stretch}, {threads} threads");
        }

        AssertFrontDoorAgrees(rules, scenarios, expected);
    }

    private static void AssertAgree(RuleSet rules, BatchEvaluator evaluator, List<Expected> scenarios, int threads, string way)
    {
        foreach (var scenario in scenarios)
        {
            evaluator.Table.Add(scenario.Facts!);
        }

        // The second time, all memory has been used before.
        for (var run = 0; run < 2; run++)
        {
            evaluator.Evaluate(i => scenarios[i].Facts!, threads);
            for (var i = 0; i < scenarios.Count; i++)
            {
                if (scenarios[i].Faults is not null || evaluator.FaultsOf(i) is not null)
                {
                    Assert.Equal(scenarios[i].Faults, evaluator.FaultsOf(i)?.ToSorted().Select(d => d.ToString()));
                }

                for (var rule = 0; rule < rules.Rules.Count && scenarios[i].Outcomes is { } outcomes; rule++)
                {
                    var given = evaluator.OutcomeOf(i, rule);
                    if (outcomes[rule] != given)
                    {
                        Assert.Fail(
                            $"rule {rules.Rules[rule].Id}, scenario {i} of {scenarios.Count}: tree walk {outcomes[rule]}, batch {given} "
                                + $"({way})\n{rules.Rules[rule].Span.Source?.Text}\n{scenarios[i].Scenario}\n{rules.DescribeProgram()}"
                        );
                    }
                }
            }
        }

        AssertAnswersFollow(rules, evaluator.Outcomes, scenarios);
    }

    // Planes, counts, stages and what blocks them, from the outcomes one by one.
    private static void AssertAnswersFollow(RuleSet rules, BatchOutcomes answers, List<Expected> scenarios)
    {
        Assert.Equal(scenarios.Count, answers.Count);
        var (given, expected) = (new ulong[answers.Words], new ulong[answers.Words]);
        var all = new RuleOutcome[answers.Count];
        for (var rule = 0; rule < rules.Rules.Count; rule++)
        {
            answers.CopyOutcomes(rule, all);
            foreach (var outcome in Enum.GetValues<RuleOutcome>())
            {
                var count = Mark(expected, scenarios, s => s.Outcomes is { } o && o[rule] == outcome);
                answers.CopyPlane(rule, outcome, given);
                Assert.Equal(expected, given);
                Assert.Equal(count, answers.CountOf(rule, outcome));
                Assert.DoesNotContain(Enumerable.Range(0, scenarios.Count), i => Bits.Get(expected, i) && all[i] != outcome);
            }
        }

        for (var stage = 0; stage < rules.Stages.Count; stage++)
        {
            foreach (var outcome in Enum.GetValues<StageOutcome>())
            {
                var count = Mark(expected, scenarios, s => s.Stages?[stage].Outcome == outcome);
                answers.CopyStagePlane(stage, outcome, given);
                Assert.Equal(expected, given);
                Assert.Equal(count, answers.CountOfStage(stage, outcome));
            }
        }

        for (var i = 0; i < Math.Min(scenarios.Count, 300); i++)
        {
            Assert.Equal(scenarios[i].Outcomes is null, answers.IsFaulty(i));
            for (var stage = 0; stage < rules.Stages.Count && scenarios[i].Stages is { } stages; stage++)
            {
                Assert.Equal(stages[stage].Outcome, answers.OutcomeOfStage(stage, i));
                Assert.Equal(stages[stage].Blocking.Select(r => r.Rule.Id), answers.BlockingOf(stage, i).Select(r => rules.Rules[r].Id));
                Assert.Equal(scenarios[i].Together, answers.OutcomeOfAll(i));
            }
        }
    }

    private static int Mark(ulong[] plane, List<Expected> scenarios, Func<Expected, bool> holds)
    {
        Array.Clear(plane);
        var count = 0;
        for (var i = 0; i < scenarios.Count; i++)
        {
            if (holds(scenarios[i]))
            {
                Bits.Set(plane, i);
                count++;
            }
        }

        return count;
    }

    private static void AssertFrontDoorAgrees(RuleSet rules, IReadOnlyList<Scenario> scenarios, Dictionary<Scenario, Expected> expected)
    {
        var batch = new ScenarioBatch(rules);
        var places = scenarios
            .Select(scenario =>
                batch.TryAdd(scenario, out var diagnostics)
                    ? (Place: batch.Count - 1, Faults: diagnostics)
                    : (Place: -1, Faults: diagnostics)
            )
            .ToList();
        batch.Evaluate();
        for (var i = 0; i < scenarios.Count; i++)
        {
            var (one, place) = (expected[scenarios[i]], places[i].Place);
            var faults = place < 0 ? places[i].Faults : batch.DiagnosticsOf(place);
            if (one.Faults is not null || faults.Count > 0)
            {
                Assert.Equal(one.Faults ?? [], faults.Select(d => d.ToString()));
            }

            // A verdict walks through the rules again, so of many scenarios that are alike not each has one.
            var hasVerdict = i < 1_000 || i == scenarios.Count - 1;
            for (var rule = 0; rule < rules.Rules.Count && one.Outcomes is { } outcomes; rule++)
            {
                Assert.True(outcomes[rule] == batch.OutcomeOf(place, rule));
            }

            Assert.True(!hasVerdict || one.Outcomes is null
                || one.Outcomes.SequenceEqual(batch.ToVerdict(place).Rules.Select(r => r.Outcome)));
        }
    }

    /// <summary>What the tree walk makes of a scenario.</summary>
    private sealed record Expected(
        Scenario Scenario, FactRecord? Facts, IReadOnlyList<RuleOutcome>? Outcomes,
        IReadOnlyList<StageVerdict>? Stages, StageOutcome? Together, IEnumerable<string>? Faults
    )
    {
        public static Expected Of(RuleSet rules, Scenario scenario)
        {
            var bag = new DiagnosticBag();
            var facts = scenario.Bind(rules.Vocabulary, bag);
            if (bag.HasErrors)
            {
                return new Expected(scenario, null, null, null, null, Words(bag));
            }

            var evaluated = EvaluatedScenario.Evaluate(rules.Checked, facts, bag);
            var verdict = evaluated is null ? null : new Verdict(evaluated);
            return new Expected(
                scenario, facts, evaluated?.Outcomes, verdict?.Stages, verdict?.Outcome,
                evaluated is null ? Words(bag) : null
            );
        }

        private static string[] Words(DiagnosticBag bag) => [.. bag.ToSorted().Select(d => d.ToString())];
    }
}
