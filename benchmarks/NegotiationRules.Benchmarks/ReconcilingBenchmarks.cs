using BenchmarkDotNet.Attributes;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Benchmarks.Workload;

namespace NegotiationRules.Benchmarks;

/// <summary>What does it cost to find out that eleven preconditions cannot be met together, with all collisions and ways out? Beside it,
/// what the solver z3 takes as a process for the one question whether they can.</summary>
/// <remarks>Wants <c>z3</c> on the path.</remarks>
[MemoryDiagnoser]
public class ReconcilingBenchmarks
{
    private RuleSet _report = null!;
    private RuleSet _answers = null!;
    private string _question = string.Empty;

    [GlobalSetup]
    public void Setup()
    {
        var folder = ShippedRules.At("security-guarantees");
        _report = RuleSet.Load(folder);
        var answers = RuleSet.Load(Path.Combine(folder, "counter-demands", "unyielding.rules.json"));
        _answers = SharedVocabulary.Of([_report, answers])[1];
        _question = Question();
        if (Z3() || Reconcile().IsPossible != false)
        {
            throw new InvalidOperationException("The contenders do not agree.");
        }
    }

    [Benchmark(Baseline = true)]
    public bool Z3() => Z3Process.Ask(_question) switch
    {
        "sat" => true,
        "unsat" => false,
        var other => throw new InvalidOperationException(other),
    };

    [Benchmark]
    public Reconciliation Reconcile() => RuleSet.Reconcile(_report, _answers);

    private string Question()
    {
        var sets = new[] { _report.Checked, _answers.Checked };
        var positions = Position.OfSets(sets);
        var required = positions.SelectMany(position => position.Required).SelectMany(AllScenarios.Of).ToList();
        var scenarios = new AllScenarios(sets, required, AnalysisLimits.Default, asked: new Asked(_ => false));
        var inquiry = scenarios.At(scenarios.SizesFor(required).Last());
        return SmtLib.Write(inquiry.Circuit, [.. new Reconciler(positions, inquiry).Met]);
    }
}
