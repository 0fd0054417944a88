using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Tests.Support;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Questions;

/// <summary>Of all scenarios: what is found has the outcome, and what is proved to be none is none, however long the lists are.</summary>
public class AllScenariosTests(ITestOutputHelper output)
{
    private static readonly int Cases = CaseCount.Of(6);
    private const int Choices = 60;

    // Longer than any list of which it was told that so many elements are enough.
    private const int Long = 9;

    [Fact]
    public void OnGeneratedRulesWhatIsProvedToBeNoneIsNone()
    {
        var seed = Seed.Of(output);
        var (found, none, open) = (0, 0, 0);
        foreach (var @case in Generated.Cases(seed, Cases))
        {
            if (@case.Rules.Rules is { } rules)
            {
                Ask(rules.Checked, @case, ref found, ref none, ref open);
            }
        }

        output.WriteLine($"{found} found, {none} nowhere, {open} not decided");
        Assert.True(found > 0);
    }

    [Fact]
    public void OnShippedRulesEveryScenarioThatIsFoundHasTheOutcome()
    {
        var found = 0;
        foreach (var (path, _) in ShippedScenarios.All())
        {
            var rules = RuleSet.Load(Repository.At(path)).Checked;
            var scenarios = new AllScenarios([rules], [], AnalysisLimits.Default with { Time = TimeSpan.FromSeconds(4) });
            foreach (var rule in rules.Rules)
            {
                var sought = Seek(scenarios, rule, RuleOutcome.Satisfied, rules.Work);
                Assert.False(sought.IsNone, $"{path}: `{rule.Id}` can never be satisfied");
                found += sought.Facts is null ? 0 : 1;
            }
        }

        output.WriteLine($"{found} found");
        Assert.True(found > 80);
    }

    private static Sought Seek(AllScenarios scenarios, Rule rule, RuleOutcome outcome, WorkLimits work) =>
        scenarios.Seek(
            AllScenarios.Of(rule), inquiry => inquiry.Rules[0].Of(rule, outcome), scope => RuleEvaluator.Evaluate(rule, scope) == outcome);

    private static void Ask(CheckedRuleSet rules, RulesCase @case, ref int found, ref int none, ref int open)
    {
        var limits = AnalysisLimits.Default with { TableRows = 500, Lemmas = 50, Time = TimeSpan.FromSeconds(1) };
        var scenarios = new AllScenarios([rules], [], limits);
        var random = new Random(@case.Seed);
        HashSet<(Rule Rule, RuleOutcome Outcome)>? seen = null;
        foreach (var rule in rules.Rules)
        {
            foreach (var outcome in Enum.GetValues<RuleOutcome>().Where(outcome => outcome != RuleOutcome.Unknown))
            {
                var sought = Seek(scenarios, rule, outcome, rules.Work);
                found += sought.Facts is null ? 0 : 1;
                open += sought.Why is null ? 0 : 1;
                if (sought.IsNone)
                {
                    none++;
                    seen ??= RandomOutcomes.Seen(
                        scenarios.At(Long), rules, Choices, variable => random.Next(variable.CellCount));
                    Assert.True(!seen.Contains((rule, outcome)), $"{@case.Seed}: {rule.Id} can be {outcome}\n{@case}");
                }

                if (sought.Facts is { } facts)
                {
                    var smaller = Shrinking.Shrink(facts, other => RandomOutcomes.Of(rule, other, rules) == outcome);
                    Assert.Equal(outcome, RandomOutcomes.Of(rule, smaller, rules));
                    Assert.Equal(outcome, RandomOutcomes.Of(rule, Told(smaller, rules), rules));
                }
            }
        }
    }

    // Written as a scenario and read again.
    private static FactRecord Told(FactRecord facts, CheckedRuleSet rules)
    {
        var bag = new DiagnosticBag();
        var told = Scenario.Parse(JsonPrinter.Print(FactText.ToJson(facts, facts.Type), indented: true)).Bind(rules.Vocabulary, bag);
        Assert.True(!bag.HasErrors, string.Join('\n', bag.ToSorted()));
        return told;
    }
}
