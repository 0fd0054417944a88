using System.Diagnostics;
using System.Globalization;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>How cost grows with the number of scenarios, of rules and of shards, in the processor time of one thread: a table each, in
/// Markdown, and what a million million scenarios take by it.</summary>
/// <remarks>Each line is measured once: the long ones are not worth repeating, and the short ones show where the fixed cost ends. The
/// runtime compiles what is in use again as it goes, in the same process; that is in the lines up to some ten million scenarios.</remarks>
internal sealed class GrowthOfCost(TextWriter to)
{
    private const long MostScenarios = 1_000_000_000;
    private const int MostRules = 1_000_000;
    private const int MostShards = 20;
    private const long Sharded = 100_000_000;
    private const int Processors = 80;

    public void Write()
    {
        // What is compiled at the first run belongs to no line.
        var rules = TenRules.Load();
        Of(rules, 1_000_000).Run(threads: 1);
        var each = WriteScenarios(rules);
        WriteRules();
        WriteShards(rules);
        var (hours, minutes) = (each * 1e12 / 3600, each * 1e12 / Processors / 60);
        to.WriteLine(Invariant($"\n10^12 scenarios of the ten rules, if each takes what it does at {MostScenarios:N0}: ")
            + Invariant($"{hours:N1} hours of one processor, {minutes:N1} minutes of {Processors}."));
    }

    private double WriteScenarios(RuleSet rules)
    {
        to.WriteLine("| scenarios | processor time, s | of one, ns | memory, MB |\n|---:|---:|---:|---:|");
        var each = 0.0;
        for (var scenarios = 1L; scenarios <= MostScenarios; scenarios *= 10)
        {
            var seconds = Seconds(() => Of(rules, scenarios).Run(threads: 1));
            each = seconds / scenarios;
            to.WriteLine(Invariant($"| {scenarios:N0} | {seconds:0.0000} | {each * 1e9:N1} | {Environment.WorkingSet / 1e6:N0} |"));
        }

        return each;
    }

    private void WriteRules()
    {
        to.WriteLine("\n| rules | read, s | compiled, s | scenarios | of one scenario, µs | of one rule in it, ns | memory, MB |");
        to.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        for (var count = 10; count <= MostRules; count *= 10)
        {
            var scenarios = Math.Min(1_000_000, 1_000_000_000 / count);
            var text = TenRules.Generate(count);
            RuleSet? rules = null;
            var reading = Seconds(() => rules = RuleSet.Parse(text, TenRules.Options));
            var compiling = Seconds(() => Of(rules!, 1).Run(threads: 1));
            var each = Seconds(() => Of(rules!, scenarios).Run(threads: 1)) / scenarios;
            to.WriteLine(Invariant($"| {count:N0} | {reading:0.000} | {compiling:0.000} | {scenarios:N0} | {each * 1e6:N3} |")
                + Invariant($" {each * 1e9 / count:0.000} | {Environment.WorkingSet / 1e6:N0} |"));
        }
    }

    private void WriteShards(RuleSet rules)
    {
        to.WriteLine("\n| shards | all together, s | the longest, s | putting together, s |\n|---:|---:|---:|---:|");
        string? whole = null;
        foreach (var count in (int[])[1, 2, 4, 8, 12, 16, MostShards])
        {
            var (sweep, parts, times) = (Of(rules, Sharded), new List<string>(), new List<double>());
            for (var number = 1; number <= count; number++)
            {
                times.Add(Seconds(() => parts.Add(sweep.Run(threads: 1, new SweepShard(number, count)).ToPartJson())));
            }

            SweepResult? merged = null;
            var merging = Seconds(() => merged = SweepResult.Merge(parts.Select(SweepResult.Parse)));
            var found = merged!.ToPartJson();
            if (found != (whole ??= found))
            {
                throw new InvalidOperationException($"{count} shards do not come to what one run gives.");
            }

            to.WriteLine(Invariant($"| {count} | {times.Sum():0.00} | {times.Max():0.00} | {merging:0.0000} |"));
        }
    }

    private static Sweep Of(RuleSet rules, long scenarios) => new(rules, new SweepOptions
    {
        Given = Scenario.From(Situations.Mixed(), PropertyNaming.AsDeclared),
        Dimensions =
        [
            SweepDimension.OfFact("Agreement.TermYears", SweepDimension.Numbers(1, 60)),
            SweepDimension.OfFact("Trust", SweepDimension.Numbers(0, 100)),
            SweepDimension.OfFact("Talks.StartDate", SweepDimension.Days(new DateOnly(2021, 12, 1), new DateOnly(2022, 2, 28))),
            SweepDimension.OfFact("Talks.Mediated", [true, false]),
            SweepDimension.OfFact("Conduct.NewSanctions", [true, false]),
        ],
        Samples = scenarios,
        Method = SamplingMethod.Random,
    });

    private static double Seconds(Action work)
    {
        var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
