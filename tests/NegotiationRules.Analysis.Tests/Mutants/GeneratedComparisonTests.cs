using System.Text.RegularExpressions;
using NegotiationRules.Analysis.Questions;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Mutants;

/// <summary>What is said of two rule sets is what evaluating both says, on generated rules of which something was changed a
/// little.</summary>
public sealed partial class GeneratedComparisonTests(ITestOutputHelper output)
{
    private static readonly int Sets = CaseCount.Of(12);
    private static readonly int Compared = CaseCount.Of(5);
    private static readonly int Scenarios = 60;
    private static readonly AnalysisLimits Limits = AnalysisLimits.Default with { Time = TimeSpan.FromSeconds(0.3) };

    [Fact]
    public void WhatIsPlainToSeeOfChangedRulesIsSoInEveryScenario()
    {
        var (same, weaker, neither) = (0, 0, 0);
        foreach (var (@case, rules, mutant, at) in Mutants(Sets, perSet: 25))
        {
            var meanings = new RuleMeanings();
            var scenarios = ScenariosOf(@case).Select(scenario => Outcomes(rules, mutant, scenario)).OfType<(Verdict, Verdict)>().ToList();
            for (var i = 0; i < rules.Rules.Count; i++)
            {
                var (rule, other) = (rules.Checked.Rules[i], mutant.Checked.Rules[i]);
                var (isSame, implies) = (meanings.AreSame(rule, other), meanings.Implies(rule, other));
                (same, weaker, neither) = (same + (isSame ? 1 : 0), weaker + (implies && !isSame ? 1 : 0), neither + (implies ? 0 : 1));
                Assert.All(scenarios, pair =>
                {
                    var (was, now) = (pair.Item1.Rules[i].Outcome, pair.Item2.Rules[i].Outcome);
                    Assert.True(!isSame || was == now, $"{at}: {rule.Id} is {was} and {now}\n{rules.Text}");
                    Assert.True(!implies || Rank(was) < 2 || Rank(now) == 2, $"{at}: {rule.Id} is {was} and {now}\n{rules.Text}");

                    // Of what is due at once, neither is more open than the other where it matters.
                    Assert.True(
                        !implies || rule.Deadline is not null || other.Deadline is not null || Rank(was) <= Rank(now),
                        $"{at}: {rule.Id} is {was} and {now}\n{rules.Text}");
                });
            }
        }

        output.WriteLine($"{same} the same, {weaker} only weaker, {neither} neither");
        Assert.True(same > 10 && weaker > 10 && neither > 10, $"{same} the same, {weaker} only weaker, {neither} neither");
    }

    [Fact]
    public void WhatIsSaidOfTwoSetsIsWhatEvaluatingBothSays()
    {
        var (differ, whileUnknown, equal, open) = (0, 0, 0, 0);
        foreach (var (@case, rules, mutant, at) in Mutants(Compared, perSet: 6))
        {
            var comparison = mutant.CompareWith(rules, new AnalysisOptions { Limits = Limits });
            foreach (var difference in comparison.Differences)
            {
                var (was, now) = (comparison.Older.Evaluate(difference.Example!), comparison.Rules.Evaluate(difference.Example!));
                Assert.True(Allows(difference, difference.IsGained ? now : was), $"{at}: {difference}\n{difference.Example}");
                Assert.False(Allows(difference, difference.IsGained ? was : now), $"{at}: {difference}\n{difference.Example}");
            }

            foreach (var difference in comparison.WhileUnknown)
            {
                var (was, now) = (comparison.Older.Evaluate(difference.Example!), comparison.Rules.Evaluate(difference.Example!));
                Assert.True(IsOpen(difference, difference.IsOpened ? now : was), $"{at}: {difference}\n{difference.Example}");
                Assert.False(IsOpen(difference, difference.IsOpened ? was : now), $"{at}: {difference}\n{difference.Example}");
            }

            // A month is neither a day that is known nor one that is not known at all.
            var evaluated = ScenariosOf(@case).Where(scenario => !Month().IsMatch(JsonPrinter.Print(scenario.Root, indented: false)))
                .Select(scenario => Outcomes(rules, mutant, scenario)).OfType<(Verdict, Verdict)>();
            foreach (var (was, now) in evaluated)
            {
                foreach (var (before, after) in was.Stages.Zip(now.Stages))
                {
                    Assert.True(comparison.IsEquivalentWhileUnknown != true || before.Outcome == after.Outcome,
                        $"{at}: {before} and {after}\n{rules.Text}");
                    Assert.True(comparison.IsEquivalent != true || (before.Outcome, after.Outcome) is not (
                        (StageOutcome.Valid, StageOutcome.Invalid) or (StageOutcome.Invalid, StageOutcome.Valid)),
                        $"{at}: {before} and {after}\n{rules.Text}");
                }
            }

            (differ, whileUnknown) = (differ + comparison.Differences.Count, whileUnknown + comparison.WhileUnknown.Count);
            equal += comparison.IsEquivalentWhileUnknown == true ? 1 : 0;
            open += comparison.Open.Count + comparison.OpenWhileUnknown.Count;
        }

        output.WriteLine($"{differ} differences, {whileUnknown} while something is not known, {equal} sets the same, {open} not decided");
        Assert.True(differ > 0 && equal > 0, $"{differ} differences, {equal} sets the same");
    }

    [GeneratedRegex("\"[0-9]{4}(-[0-9]{2})?\"", RegexOptions.CultureInvariant)]
    private static partial Regex Month();

    private IEnumerable<(RulesCase Case, RuleSet Rules, RuleSet Mutant, string At)> Mutants(int sets, int perSet)
    {
        var seed = Seed.Of(output);
        foreach (var @case in Generated.Cases(seed, 5 * sets).Take(sets))
        {
            using var tests = GeneratedTests.Of(@case, count: 1);
            var mutations = tests is null ? [] : MutationFinder.Of(tests.Tests.Rules.Text!, tests.Tests.Rules.Vocabulary.Root);
            foreach (var mutation in mutations.Where((_, i) => i % Math.Max(1, mutations.Count / perSet) == 0))
            {
                if (Read(tests!, mutation) is { } mutant && mutant.Rules.Count == tests!.Tests.Rules.Rules.Count)
                {
                    yield return (@case, tests.Tests.Rules, mutant, $"SEED={seed} {mutation.Place}: {mutation.Before} → {mutation.After}");
                }
            }
        }
    }

    // What is no rule file with the change is no case.
    private static RuleSet? Read(GeneratedTests tests, Mutation mutation)
    {
        try
        {
            return tests.With(mutation);
        }
        catch (RuleFileException)
        {
            return null;
        }
    }

    private static IEnumerable<Scenario> ScenariosOf(RulesCase @case)
    {
        var random = new Random(@case.Seed);
        return Enumerable.Range(0, Scenarios).Select(i =>
            GeneratedScenario.Make(random, @case.Rules.Vocabulary, i % 60).Refine(random, thoroughly: i % 2 == 0).Scenario);
    }

    private static (Verdict, Verdict)? Outcomes(RuleSet rules, RuleSet mutant, Scenario scenario) =>
        rules.TryEvaluate(scenario, out var before, out _) && mutant.TryEvaluate(scenario, out var after, out _) ? (before, after) : null;

    // Missed, open, met: not to be met as a rule does not apply is as good.
    private static int Rank(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Violated or RuleOutcome.Pending => 0,
        RuleOutcome.Unknown => 1,
        _ => 2,
    };

    private static bool Allows(OutcomeDifference difference, Verdict verdict) => difference.Rule is { } rule
        ? Rank(verdict.Rule(rule.Id).Outcome) == 2
        : verdict.Stage(difference.Stage).Outcome == StageOutcome.Valid;

    private static bool IsOpen(KnowledgeDifference difference, Verdict verdict) => difference.Rule is { } rule
        ? verdict.Rule(rule.Id).Outcome == RuleOutcome.Unknown
        : verdict.Stage(difference.Stage).Outcome == StageOutcome.Undetermined;
}
