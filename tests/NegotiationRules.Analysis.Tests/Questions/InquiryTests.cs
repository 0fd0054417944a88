using NegotiationRules.Analysis.Cells;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Solving;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Questions;

/// <summary>What is found has the outcome that was asked for, by the evaluator; what is not found is nowhere.</summary>
public class InquiryTests(ITestOutputHelper output)
{
    private static readonly int Cases = CaseCount.Of(10);
    private const int Choices = 40;

    [Fact]
    public void OnGeneratedRulesWhatIsFoundHasTheOutcomeAndWhatIsNotFoundIsNowhere()
    {
        var seed = Seed.Of(output);
        var (found, none) = (0, 0);
        foreach (var @case in Generated.Cases(seed, Cases))
        {
            if (@case.Rules.Rules is { } rules)
            {
                Ask(rules.Checked, @case, ref found, ref none);
            }
        }

        output.WriteLine($"{found} found, {none} nowhere");
        Assert.True(found > 3 && none > 3);
    }

    private static void Ask(CheckedRuleSet rules, RulesCase @case, ref int found, ref int none)
    {
        var random = new Random(@case.Seed);
        var facts = @case.Scenario.Scenario.Bind(rules.Vocabulary, new DiagnosticBag());
        var conditions = rules.Rules.SelectMany(rule => new[] { rule.When, rule.Require, rule.Deadline }.OfType<Condition>());
        var freedom = new Freedom((key, _) => key.Length % 3 == @case.Seed % 3, _ => random.Next(2), _ => true);
        var limits = AnalysisLimits.Default with { TableRows = 500, Lemmas = 50, Time = TimeSpan.FromSeconds(1) };
        var inquiry = new Inquiry([rules], conditions, facts, key => key.Length % 3 == @case.Seed % 3, freedom, limits);
        var seen = RandomOutcomes.Seen(inquiry, rules, Choices, variable => random.Next(3) == 0 ? 0 : random.Next(variable.CellCount));
        foreach (var rule in rules.Rules)
        {
            foreach (var outcome in Enum.GetValues<RuleOutcome>())
            {
                switch (inquiry.Ask(inquiry.Rules[0].Of(rule, outcome)))
                {
                    case Solvable.Yes when RandomOutcomes.Of(rule, inquiry.Found(), rules) is { } told:
                        found++;
                        Assert.True(told == outcome, $"{@case.Seed}: {rule.Id} is {told}, not {outcome}\n{@case}");
                        break;
                    case Solvable.No:
                        none++;
                        Assert.True(!seen.Contains((rule, outcome)), $"{@case.Seed}: {rule.Id} can be {outcome}\n{@case}");
                        break;
                    default:
                        break;
                }
            }
        }
    }
}
