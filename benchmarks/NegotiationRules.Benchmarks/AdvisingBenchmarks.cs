using BenchmarkDotNet.Attributes;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>What does it cost to tell what it would take: the first remedy, and all of them? Beside it, what the verdict alone
/// takes, which is the least there can be, and what the solver z3 takes as a process for the questions that the first remedy
/// asks.</summary>
/// <remarks>Wants <c>z3</c> on the path. It is asked all questions in one process, and need neither find them nor tell what the answers
/// mean.</remarks>
[MemoryDiagnoser]
public class AdvisingBenchmarks
{
    private RuleSet _rules = null!;
    private Scenario _scenario = null!;
    private Verdict _verdict = null!;
    private string _stage = string.Empty;
    private string _questions = string.Empty;

    [Params("security-guarantees/postponed/talks", "council-of-the-eu/abstentions-block/adoption", "four-empires/khan-threatens/ultimatum")]
    public string Case { get; set; } = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        var parts = Case.Split('/');
        _rules = RuleSet.Load(ShippedRules.At(parts[0]));
        _scenario = Scenario.Load(Path.Combine(ShippedRules.At(parts[0]), "scenarios", $"{parts[1]}.scenario.json"));
        _stage = parts[2];
        _verdict = _rules.Evaluate(_scenario);
        if (First() is not { } first || !Does(first) || Advise().Remedies is not [var same, ..] remedies
            || remedies.FirstOrDefault(remedy => !remedy.IsEscape && !Does(remedy)) is not null || same.ToString() != first.ToString())
        {
            throw new InvalidOperationException("The remedy is none, or another.");
        }

        var (questions, answers) = QuestionsOfFirst();
        _questions = questions;
        if (Z3() != answers)
        {
            throw new InvalidOperationException("The contenders do not agree.");
        }
    }

    [Benchmark(Baseline = true)]
    public Verdict Verdict() => _rules.Evaluate(_scenario);

    [Benchmark]
    public Remedy? First() => _verdict.Remedies(_stage).FirstOrDefault();

    [Benchmark]
    public Advice Advise() => _verdict.Advise(_stage);

    [Benchmark]
    public string Z3() => Z3Process.Ask(_questions);

    private bool Does(Remedy remedy) => _rules.Evaluate(remedy.Scenario).Stage(_stage).Outcome == StageOutcome.Valid;

    // All that our own solver was asked, and what it answered.
    private (string Questions, string Answers) QuestionsOfFirst()
    {
        var asked = new List<string>();
        var options = RemedyOptions.Default with { Limits = AnalysisLimits.Default with { Record = asked.Add } };
        _ = _verdict.Remedies(_stage, options).First();
        return (
            string.Join("(reset)\n", asked),
            string.Join('\n', asked.Select(question => question.Contains(":status sat", StringComparison.Ordinal) ? "sat" : "unsat")));
    }
}
