using BenchmarkDotNet.Attributes;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Sweeps;

namespace NegotiationRules.Benchmarks;

/// <summary>What does a sweep cost beside writing columns and evaluating them oneself? Times are for one scenario of a million, drawn or one
/// of all combinations, of five facts that vary, with the counts of all outcomes.</summary>
/// <remarks>
/// The batch is given what a simulation would give it: scenarios drawn by SplitMix64, 64 booleans at a time, and counted by outcome. Another
/// is given exactly the scenarios of the sweep, by the same generator: what a sweep does beside drawing is the difference. A third has its
/// scenarios already, so that only evaluating and counting is left. The sweep also counts what each value does to each stage.
/// </remarks>
[MemoryDiagnoser]
public class SweepBenchmarks
{
    private const int Scenarios = 1_000_000;
    private const int AtOnce = 8_192;
    private const int Seed = 7;

    private readonly RuleSet _rules = RuleSet.Parse("""
        {
          "name": "talks", "stages": ["talks", "agreement"],
          "rules": [
            { "id": "mediated", "stage": "talks", "require": { "talks.mediated": true } },
            { "id": "soon", "stage": "talks", "require": { "talks.start": { "onOrBefore": "2022-02-15" } } },
            { "id": "announced", "stage": "talks", "require": { "talks.participantsAnnounced": true } },
            { "id": "long", "stage": "agreement", "require": { "agreement.termYears": { "atLeast": 10 } } },
            { "id": "not-for-ever", "stage": "agreement", "require": { "agreement.termYears": { "atMost": 50 } } },
            { "id": "binding", "stage": "agreement", "require": { "agreement.legallyBinding": true } },
            { "id": "either", "stage": "agreement",
              "require": { "any": [ { "talks.mediated": true }, { "agreement.termYears": { "atMost": 20 } } ] } },
            { "id": "january", "stage": "talks", "require": { "talks.start": "2022-01" } },
            { "id": "known-to-all", "stage": "agreement", "when": { "talks.mediated": true },
              "require": { "talks.participantsAnnounced": true } },
            { "id": "on-time", "stage": "agreement", "require": { "talks.start": { "onOrAfter": "2022-01-03" } } }
          ]
        }
        """);

    private static readonly string[] Booleans = ["talks.mediated", "talks.participantsAnnounced", "agreement.legallyBinding"];

    private const string AllCombinations = "all combinations";

    private readonly int[] _places = new int[AtOnce];
    private int _days;
    private int _years;
    private Sweep _sweep = null!;
    private SweepPlan _plan = null!;
    private ScenarioBatch _batch = null!;
    private ScenarioBatch _full = null!;

    [Params(nameof(SamplingMethod.Random), nameof(SamplingMethod.Sobol), nameof(SamplingMethod.LatinHypercube), AllCombinations)]
    public string Way { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        // There are a million combinations of 125 days and 1,000 years.
        var isSample = Way != AllCombinations;
        (_days, _years) = isSample ? (90, 60) : (125, 1_000);
        var first = new DateOnly(2022, 1, 1);
        var options = new SweepOptions
        {
            Dimensions =
            [
                SweepDimension.OfFact("talks.mediated", [true, false]),
                SweepDimension.OfFact("talks.participantsAnnounced", [true, false]),
                SweepDimension.OfFact("agreement.legallyBinding", [true, false]),
                SweepDimension.OfFact("talks.start", SweepDimension.Days(first, first.AddDays(_days - 1))),
                SweepDimension.OfFact("agreement.termYears", SweepDimension.Numbers(1, _years)),
            ],
            Samples = isSample ? Scenarios : 0,
            Method = isSample ? Enum.Parse<SamplingMethod>(Way) : default,
            Seed = Seed,
        };
        (_sweep, _plan) = (new Sweep(_rules, options), new SweepPlan(_rules, options));
        _batch = new ScenarioBatch(_rules);
        _full = new ScenarioBatch(_rules);
        Fill(_full, new Lots(Seed), AtOnce);

        // Where the scenarios are the same, so are the counts; two generators of the same distribution agree to within what chance allows.
        var found = _sweep.Run(threads: 1);
        Agree(found, BatchOfTheSameScenarios(), most: 0);
        Agree(found, Batch(), most: 5_000);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Scenarios)]
    public long[] Batch()
    {
        var (lots, counts) = (new Lots(Seed), new long[_rules.Rules.Count]);
        for (var at = 0; at < Scenarios; at += AtOnce)
        {
            Fill(_batch, lots, Math.Min(AtOnce, Scenarios - at));
            Count(_batch, counts);
        }

        return counts;
    }

    [Benchmark(OperationsPerInvoke = Scenarios)]
    public long[] BatchOfTheSameScenarios()
    {
        var counts = new long[_rules.Rules.Count];
        for (var at = 0; at < Scenarios; at += AtOnce)
        {
            FillAsDrawn(at, Math.Min(AtOnce, Scenarios - at));
            Count(_batch, counts);
        }

        return counts;
    }

    [Benchmark(OperationsPerInvoke = Scenarios)]
    public long[] BatchThatIsFullAlready()
    {
        var counts = new long[_rules.Rules.Count];
        for (var at = 0; at < Scenarios; at += AtOnce)
        {
            Count(_full, counts);
        }

        return counts;
    }

    [Benchmark(OperationsPerInvoke = Scenarios)]
    public SweepResult Sweep() => _sweep.Run(threads: 1);

    private void Agree(SweepResult found, long[] drawn, long most)
    {
        for (var rule = 0; rule < _rules.Rules.Count; rule++)
        {
            var satisfied = found.Rules[rule].Of(RuleOutcome.Satisfied).Count;
            if (Math.Abs(satisfied - drawn[rule]) > most)
            {
                throw new InvalidOperationException($"The contenders do not agree on {found.Rules[rule].Id}: {satisfied}, {drawn[rule]}.");
            }
        }
    }

    private void FillAsDrawn(int first, int count)
    {
        var columns = _batch.BeginColumns(count);
        for (var fact = 0; fact < Booleans.Length; fact++)
        {
            // The first value is true.
            var words = columns.Booleans(Booleans[fact]);
            if (_plan.Grid is { } grid)
            {
                grid.ReadBits(fact, first, words);
            }
            else
            {
                _plan.Numbers!.ReadBits(fact, first, [], _plan.Dimensions[fact].Weights, count, words);
            }

            for (var i = 0; i < words.Length; i++)
            {
                words[i] = ~words[i];
            }
        }

        var day = new DateOnly(2022, 1, 1).DayNumber;
        var start = columns.Days("talks.start");
        var places = _places.AsSpan(0, count);
        ReadPlaces(3, first, places);
        for (var i = 0; i < count; i++)
        {
            start[i] = day + places[i];
        }

        var years = columns.LongIntegers("agreement.termYears");
        ReadPlaces(4, first, places);
        for (var i = 0; i < count; i++)
        {
            years[i] = 1 + places[i];
        }

        columns.End();
    }

    private void ReadPlaces(int fact, int first, Span<int> places)
    {
        if (_plan.Grid is { } grid)
        {
            grid.Read(fact, first, places);
            return;
        }

        _plan.Numbers!.Read(fact, first, [], _plan.Dimensions[fact].Weights, places);
    }

    private void Count(ScenarioBatch batch, long[] counts)
    {
        batch.Evaluate();
        for (var rule = 0; rule < counts.Length; rule++)
        {
            counts[rule] += batch.CountOf(rule, RuleOutcome.Satisfied);
            foreach (var outcome in (ReadOnlySpan<RuleOutcome>)[RuleOutcome.Violated, RuleOutcome.Unknown, RuleOutcome.Pending])
            {
                batch.CountOf(rule, outcome);
            }
        }

        for (var stage = 0; stage < _rules.Stages.Count; stage++)
        {
            foreach (var outcome in (ReadOnlySpan<StageOutcome>)[StageOutcome.Valid, StageOutcome.Invalid, StageOutcome.Undetermined])
            {
                batch.CountOfStage(stage, outcome);
            }
        }
    }

    private void Fill(ScenarioBatch batch, Lots lots, int count)
    {
        var columns = batch.BeginColumns(count);
        foreach (var path in Booleans)
        {
            var words = columns.Booleans(path);
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = lots.Next();
            }
        }

        var first = new DateOnly(2022, 1, 1).DayNumber;
        var start = columns.Days("talks.start");
        for (var i = 0; i < count; i++)
        {
            start[i] = first + (int)Math.BigMul(lots.Next(), (ulong)_days, out _);
        }

        var years = columns.LongIntegers("agreement.termYears");
        for (var i = 0; i < count; i++)
        {
            years[i] = 1 + (long)Math.BigMul(lots.Next(), (ulong)_years, out _);
        }

        columns.End();
    }
}
