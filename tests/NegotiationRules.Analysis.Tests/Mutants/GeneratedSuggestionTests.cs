using NegotiationRules.Analysis.Questions;
using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Mutants;

/// <summary>Suggested tests pass, and show what they are said to show, on generated rules.</summary>
public sealed class GeneratedSuggestionTests(ITestOutputHelper output)
{
    private static readonly int Sets = CaseCount.Of(8);
    private static readonly int Scenarios = 300;
    private static readonly AnalysisLimits Limits = AnalysisLimits.Default with { Time = TimeSpan.FromSeconds(0.2) };

    [Fact]
    public void SuggestedTestsShowWhatIsMissing()
    {
        var seed = Seed.Of(output);
        var (suggested, none) = (0, 0);
        foreach (var @case in Generated.Cases(seed, 5 * Sets).Take(Sets))
        {
            using var tests = GeneratedTests.Of(@case, count: 2);
            foreach (var rule in tests is null ? [] : new TestSuggester(tests.Tests, Limits).Ask(null))
            {
                var at = $"SEED={seed} {rule.Rule.Id}\n{@case.Rules.Text}";
                var rules = tests!.Tests.Rules;
                List<Scenario> all = [.. tests.Cases.Select(one => one.Scenario), .. rule.Tests.Select(Written)];
                Assert.All(rule.Tests, test => Assert.True(
                    rules.Evaluate(Written(test)).Rule(rule.Rule.Id).Outcome == test.Verdict.Rule(rule.Rule.Id).Outcome, at));
                suggested += rule.Tests.Count;
                foreach (var part in RulePart.Of(rule.Rule, rules.Vocabulary.Root))
                {
                    foreach (var holds in (bool[])[true, false])
                    {
                        var open = rule.Unreached.FirstOrDefault(one =>
                            one.Wanted.Part.Condition == part.Condition && one.Wanted.Holds == holds);
                        Assert.True(open is not null || all.Exists(scenario => Shows(rules, part, scenario, holds)), at);
                        if (open is { Why: null })
                        {
                            none++;
                            AssertNone(@case, rules, part, holds, $"{part.Condition.Span} {holds} {at}");
                        }
                    }
                }
            }
        }

        output.WriteLine($"{suggested} tests, {none} that there cannot be");
        Assert.True(suggested > 0, $"{suggested} tests, {none} that there cannot be");
    }

    private static Scenario Written(TellingCase test) => Scenario.Parse(JsonPrinter.Print(test.Scenario, indented: true));

    private static void AssertNone(RulesCase @case, RuleSet rules, RulePart part, bool holds, string at)
    {
        var random = new Random(@case.Seed);
        for (var i = 0; i < Scenarios; i++)
        {
            var scenario = GeneratedScenario.Make(random, @case.Rules.Vocabulary, i % 60).Refine(random, thoroughly: true).Scenario;
            Assert.False(Shows(rules, part, scenario, holds), $"{at}\n{JsonPrinter.Print(scenario.Root, indented: true)}");
        }
    }

    // The Boolean difference, condition by condition, by the tree walk.
    private static bool Shows(RuleSet rules, RulePart part, Scenario scenario, bool holds)
    {
        var bag = new DiagnosticBag();
        var facts = scenario.Bind(rules.Vocabulary, bag);
        return !bag.HasErrors && OutcomeWith(null) is { } now && OutcomeWith(true) is { } held && OutcomeWith(false) is { } failed
            && held != failed && now == (holds ? held : failed);

        RuleOutcome? OutcomeWith(bool? constant)
        {
            var rewriter = new Rewriter(_ => null, intoLists: true)
            {
                Replace = node => constant is { } value && node == part.Condition
                    ? new Composition(node.Span, value ? Syntax.CompositionKind.All : Syntax.CompositionKind.Any, []) : null,
            };
            try
            {
                var scope = Scope.Of(facts, WorkLimits.Default);
                var when = part.Rule.When is { } condition ? TreeWalk.Evaluate(rewriter.Of(condition), scope) : Truth.True;
                if (when == Truth.False)
                {
                    return RuleOutcome.NotApplicable;
                }

                var require = TreeWalk.Evaluate(rewriter.Of(part.Rule.Require), scope);
                var outcome = RuleEvaluator.OutcomeOf(when, part.Rule.IsRisk ? require.Not() : require,
                    () => part.Rule.Deadline is { } day ? TreeWalk.Evaluate(rewriter.Of(day), scope) : Truth.True);
                return outcome == RuleOutcome.Unknown ? null : outcome;
            }
            catch (OverflowException)
            {
                return null;
            }
        }
    }
}
