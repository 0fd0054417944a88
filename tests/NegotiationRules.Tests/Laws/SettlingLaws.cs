using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Facts;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Text;

namespace NegotiationRules.Tests.Laws;

/// <summary>What is said to settle a rule does, and none of it is said in vain.</summary>
/// <remarks>Only <c>known</c> asks for what is stated, not for what is so: with it, an answer may turn an outcome around.</remarks>
public class SettlingLaws
{
    // Each listed fact comes with a smallest set of answers that it is in. They are told to the scenario by their paths, as a user would,
    // and evaluated anew.
    [Law]
    internal void TheAnswersToWhatIsListedDecideAndNoneCanBeLeftOut(RulesCase @case)
    {
        var unknown = Unknown(@case).ToList();
        foreach (var (rules, rule) in unknown)
        {
            var scope = Scope.Of(Checked.Facts(@case.Rules.Vocabulary, @case.Scenario));
            var unsettled = UnsettledFacts.Of(rule.Rule, rules.Checked, scope, asked: unknown.Count);

            // Where there is too much to try, all open facts are listed, and no answers.
            if (unsettled.Any(u => u.Answers.Count == 0))
            {
                continue;
            }

            var paths = unsettled.Select(u => u.Fact.Path).ToList();
            Assert.Equal(paths, rule.Unsettled);
            foreach (var (fact, answers) in unsettled.Select(u => (u.Fact, u.Answers)))
            {
                Assert.Contains(answers, answer => answer.Fact.Path == fact.Path);
                Assert.Subset(
                    paths.ToHashSet(StringComparer.Ordinal),
                    answers.Select(answer => answer.Fact.Path).ToHashSet(StringComparer.Ordinal)
                );
                Assert.True(IsDecided(rules, rule, With(@case.Scenario.Scenario, answers)), $"{rule} stays open with {Words(answers)}");
                foreach (var left in answers)
                {
                    var others = answers.Where(answer => answer != left).ToList();
                    Assert.False(
                        IsDecided(rules, rule, With(@case.Scenario.Scenario, others)),
                        $"{rule} is decided with {Words(others)} alone, without {left.Fact.Path}"
                    );
                }
            }
        }
    }

    // Whatever everything turns out to be, it does not help.
    [Law]
    internal void WhatNothingCanSettleStaysOpen(RulesCase @case)
    {
        var random = new Random(@case.Seed);
        foreach (var (rules, rule) in Unknown(@case).Where(r => r.Rule.Unsettled.Count == 0))
        {
            Assert.Matches("^(nothing can settle this|no values were found that settle this)", rule.ToBeSettled);
            for (var i = 0; i < 5 && rule.ToBeSettled!.StartsWith("nothing", StringComparison.Ordinal); i++)
            {
                Assert.False(
                    IsDecided(rules, rule, @case.Scenario.Refine(random, thoroughly: true).Scenario),
                    $"{rule} is settled after all"
                );
            }
        }
    }

    // A search of its own: everything is settled at random, and what can be left out is. What is left should be listed. Rare values are
    // found by one search and not by the other.
    [Xunit.Fact]
    public void NearlyAllThatASearchOfItsOwnFindsIsListed()
    {
        var (found, missed) = (0, new List<string>());
        for (var seed = 0; seed < 220; seed++)
        {
            var random = new Random(seed);
            var vocabulary = GeneratedVocabulary.Make(random, seed % 60).Vocabulary;
            var @case = new RulesCase(
                GeneratedRules.Make(random, vocabulary, seed % 60),
                GeneratedScenario.Make(random, vocabulary, seed % 60), seed
            );
            foreach (var (rules, rule) in Unknown(@case))
            {
                for (var i = 0; i < 10; i++)
                {
                    var answers = new Answers(vocabulary, @case.Scenario.Facts, @case.Scenario.Refine(random, thoroughly: true).Facts);
                    var needed = Needed(answers, random, paths => IsDecided(rules, rule, answers.At(paths)));
                    found += needed.Count;
                    missed.AddRange(
                        needed
                            .Except(rule.Unsettled)
                            .Select(path => $"{rule} of seed {seed}: {path} is not among {string.Join(", ", rule.Unsettled)}")
                    );
                }
            }
        }

        Assert.True(found > 500, $"only {found} were found");
        Assert.True(missed.Count * 100 <= found, $"{missed.Count} of {found} are missing:\n{string.Join('\n', missed)}");
    }

    private static HashSet<string> Needed(Answers answers, Random random, Func<IReadOnlySet<string>, bool> isDecided)
    {
        var needed = answers.OpenPaths.ToHashSet(StringComparer.Ordinal);
        if (!isDecided(needed))
        {
            return [];
        }

        foreach (var path in needed.OrderBy(_ => random.Next()).ToList())
        {
            needed.Remove(path);
            if (!isDecided(needed))
            {
                needed.Add(path);
            }
        }

        return needed;
    }

    // A rule that takes more work than there may be is left out: that there is a limit is tested elsewhere.
    private static IEnumerable<(RuleSet Rules, RuleVerdict Rule)> Unknown(RulesCase @case) =>
        @case.Rules.Text.Contains("\"known\"", StringComparison.Ordinal)
        || @case.Rules.Rules is not { } rules
        || !rules.TryEvaluate(@case.Scenario.Scenario, out var verdict, out _)
            ? []
            : verdict.Rules.Where(rule => rule.Outcome == RuleOutcome.Unknown && IsWithinTheLimit(rule)).Select(rule => (rules, rule));

    private static bool IsWithinTheLimit(RuleVerdict rule)
    {
        try
        {
            _ = rule.Unsettled;
            return true;
        }
        catch (ScenarioException limit) when (limit.IsOfWork)
        {
            return false;
        }
    }

    // The rule alone: where another one grows beyond what can be represented, there is no verdict, but this rule is decided all the same.
    private static bool IsDecided(RuleSet rules, RuleVerdict rule, Scenario scenario)
    {
        var bag = new DiagnosticBag();
        var scope = Scope.Of(scenario.Bind(rules.Vocabulary, bag), rules.Checked.Work);
        try
        {
            return !bag.HasErrors && RuleEvaluator.Evaluate(rule.Rule, scope) != RuleOutcome.Unknown;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    // The answer of a list says nothing of what is unknown of the elements that are known: so it comes first, with what is stated of them.
    private static Scenario With(Scenario scenario, IEnumerable<FactAnswer> answers)
    {
        foreach (var (fact, value) in answers.OrderBy(answer => answer.Fact.Path.Length).Select(answer => (answer.Fact, answer.Value)))
        {
            scenario = scenario.With(
                fact.Path,
                Newtonsoft.Json.Linq.JToken.Parse(JsonPrinter.Print(FactText.ToJson(value, fact.Fact.Type), indented: false))
            );
        }

        return scenario;
    }

    private static string Words(IEnumerable<FactAnswer> answers) =>
        string.Join(
            ", ",
            answers.Select(answer =>
                $"{answer.Fact.Path} = {JsonPrinter.Print(FactText.ToJson(answer.Value, answer.Fact.Fact.Type), indented: false)}"
            )
        );
}
