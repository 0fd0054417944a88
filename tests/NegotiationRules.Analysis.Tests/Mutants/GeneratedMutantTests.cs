using NegotiationRules.Analysis.Questions;
using NegotiationRules.Analysis.Telling;
using NegotiationRules.Testing;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Support;
using NegotiationRules.Text;
using Xunit.Abstractions;

namespace NegotiationRules.Analysis.Tests.Mutants;

/// <summary>What is said of changed rules is what evaluating them says, on generated rules.</summary>
public sealed class GeneratedMutantTests(ITestOutputHelper output)
{
    private static readonly int Sets = CaseCount.Of(8);
    private static readonly int Scenarios = 200;
    private static readonly AnalysisLimits Limits = AnalysisLimits.Default with { Time = TimeSpan.FromSeconds(0.2) };

    [Fact]
    public void WhatIsSaidOfAChangeIsWhatEvaluatingSays()
    {
        var seed = Seed.Of(output);
        var (killed, told, same, open) = (0, 0, 0, 0);
        foreach (var @case in Generated.Cases(seed, 5 * Sets).Take(Sets))
        {
            using var tests = GeneratedTests.Of(@case, count: 4);
            foreach (var answer in tests is null ? [] : new Mutator(tests.Tests, Limits).Ask(null).Take(25))
            {
                var at = $"SEED={seed} {answer.Tried.Mutation.Place}: {answer.Tried.Mutation.Before} → {answer.Tried.Mutation.After}\n"
                    + @case.Rules.Text;
                var mutant = tests!.With(answer.Tried.Mutation);
                Assert.True(tests.Tests.Stream().All(result => result.Passed), at);
                Assert.True(answer.Tried.KilledBy is not null == Fails(tests, mutant), at);
                if (answer.Tried.KilledBy is not null)
                {
                    killed++;
                }
                else if (answer.Telling is { } telling)
                {
                    AssertTells(telling, tests.Tests.Rules, mutant, at);
                    told++;
                }
                else if (answer.IsEquivalent)
                {
                    AssertSame(@case, tests.Tests.Rules, mutant, at);
                    same++;
                }
                else
                {
                    Assert.NotNull(answer.NotDecided);
                    open++;
                }
            }
        }

        output.WriteLine($"{killed} killed, {told} told apart, {same} the same, {open} not decided");
        Assert.True(killed > 0 && told > 0, $"{killed} killed, {told} told apart, {same} the same");
    }

    // By the whole verdict of the tree walk on each scenario.
    private static bool Fails(GeneratedTests tests, RuleSet mutant) => tests.Cases.Select((one, i) => (one, i)).Any(pair =>
        !mutant.TryEvaluate(pair.one.Scenario, out var verdict, out _)
        || verdict.Outcome != pair.one.Verdict.Outcome
        || verdict.Rules.Where(rule => (rule.Rule.Index + pair.i) % 3 != 0 || mutant.Rules.Count == 1)
            .Any(rule => rule.Outcome != pair.one.Verdict.Rule(rule.Rule.Id).Outcome));

    private static void AssertTells(TellingCase telling, RuleSet rules, RuleSet mutant, string at)
    {
        var scenario = telling.In?.Result.Scenario ?? Scenario.Parse(JsonPrinter.Print(telling.Scenario, indented: true));
        var before = rules.Evaluate(scenario);
        Assert.True(telling.Outcome == OutcomeIn(before), at);
        Assert.True(!mutant.TryEvaluate(scenario, out var after, out _) || telling.Outcome != OutcomeIn(after), at);

        string OutcomeIn(Verdict verdict) => telling.Rule is { } rule ? OutcomeNames.Of(verdict.Rule(rule.Id).Outcome)
            : OutcomeNames.Of(verdict.Stage(telling.Stage).Outcome);
    }

    private static void AssertSame(RulesCase @case, RuleSet rules, RuleSet mutant, string at)
    {
        var random = new Random(@case.Seed);
        for (var i = 0; i < Scenarios; i++)
        {
            var scenario = GeneratedScenario.Make(random, @case.Rules.Vocabulary, i % 60).Refine(random, thoroughly: true).Scenario;
            if (rules.TryEvaluate(scenario, out var before, out _) && mutant.TryEvaluate(scenario, out var after, out _))
            {
                Assert.True(before.Rules.Select(rule => rule.Outcome).SequenceEqual(after.Rules.Select(rule => rule.Outcome)),
                    $"{at}\n{JsonPrinter.Print(scenario.Root, indented: true)}");
                Assert.True(before.Stages.Select(stage => stage.Outcome).SequenceEqual(after.Stages.Select(stage => stage.Outcome)), at);
            }
        }
    }
}
