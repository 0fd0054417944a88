using System.Globalization;
using System.Text;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Analysis.Tests.Support;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Analysis.Tests.Advising;

/// <summary>What is advised on the scenarios that ship, as somebody has read it aloud; and that it is so.</summary>
public sealed class ShippedAdviceTests
{
    private const int Most = 20;

    public static TheoryData<string> ReadAloud { get; } = ["security-guarantees", "council-of-the-eu", "four-empires"];

    [Theory]
    [MemberData(nameof(ReadAloud))]
    public void AdviceIsAsApproved(string name)
    {
        var text = new StringBuilder();
        foreach (var (verdict, file) in VerdictsOf(name))
        {
            foreach (var stage in verdict.Stages.Where(stage => stage.Outcome is StageOutcome.Invalid or StageOutcome.Undetermined))
            {
                Tell(text, $"{file}, {stage}", verdict, verdict.Advise(stage.Name, new RemedyOptions { Most = Most }));
            }
        }

        Approved.CheckFile(text.ToString(), Repository.At($"tests/NegotiationRules.Analysis.Tests/Advising/{name}.approved.txt"));
    }

    // What the verdict says of the scenario, whoever evaluates it, and not only of the facts it was made of.
    [Theory]
    [MemberData(nameof(ReadAloud))]
    public void EveryRemedyIsAcceptedAndNoneIsWhereOneStepIsLeftOut(string name)
    {
        var rules = RuleSet.Load(Repository.At($"rules/{name}"));
        foreach (var (verdict, file) in VerdictsOf(name))
        {
            foreach (var stage in verdict.Stages)
            {
                foreach (var remedy in verdict.Remedies(stage.Name).Take(Most).Where(remedy => !remedy.IsEscape))
                {
                    var again = rules.Evaluate(Scenario.Parse(remedy.Scenario.ToString()));
                    Assert.True(again.Stage(stage.Name).Outcome == StageOutcome.Valid, $"{file}: {remedy}");
                    Assert.Equal(remedy.Steps.Sum(step => step.Cost), remedy.Cost);
                    foreach (var left in remedy.Steps.Where(step => step.Kind == StepKind.Change))
                    {
                        var before = remedy.Scenario.With(left.Path, Value(left));
                        Assert.True(rules.Evaluate(before).Stage(stage.Name).Outcome != StageOutcome.Valid, $"{file}: {left} of {remedy}");
                    }
                }
            }
        }
    }

    private static object Value(RemedyStep step) => step.From switch
    {
        "true" => true,
        "false" => false,
        var text when long.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
        var text => text!,
    };

    private static IEnumerable<(Verdict Verdict, string File)> VerdictsOf(string name)
    {
        var rules = RuleSet.Load(Repository.At($"rules/{name}"));
        return ShippedScenarios.All().Single(set => set.Rules.StartsWith($"rules/{name}/", StringComparison.Ordinal)).Scenarios
            .Select(file => (rules.Evaluate(Scenario.Load(Repository.At(file))), Path.GetFileName(file).Split('.')[0]));
    }

    private static void Tell(StringBuilder text, string title, Verdict verdict, Advice advice)
    {
        text.Append(title).Append('\n');
        foreach (var question in advice.Questions.Where(question => question.Answers.Any(a => a.Outcome != StageOutcome.Undetermined)))
        {
            text.Append("  ? ").Append(question).Append(": ").AppendJoin("; ", question.Answers).Append('\n');
        }

        foreach (var line in new RemedyLines(verdict.Evaluated.Facts).Of([.. advice.Remedies.Select(remedy => remedy.Found)]))
        {
            text.Append(line.First.IsEscape ? "  way out: " : "  - ").Append(line).Append(" [")
                .AppendJoin("; ", EffectWords.Of(line.First, verdict, advice.Stage)).Append("]\n");
        }

        text.Append(advice.WhyNone is { } none ? $"  {none}\n" : string.Empty);
        text.Append(advice.NotDecided is { } open ? $"  {open}\n" : string.Empty).Append('\n');
    }
}
