using NegotiationRules.Tests.Support;

namespace NegotiationRules.Analysis.Tests.Questions;

/// <summary>What differs is shown by a scenario on which both rule sets differ; that nothing does is proved.</summary>
public class ComparisonTests
{
    private const string Rules = """
        { "name": "r", "stages": ["talks"], "parameters": { "least": 2 }, "rules": [
          { "id": "enough", "require": { "count": "parties", "atLeast": { "parameter": "least" } } },
          { "id": "mediated", "strength": "expected", "require": { "talks.mediated": true } }
        ] }
        """;

    [Fact]
    public void AStrongerRuleLosesAndAWeakerOneGains()
    {
        var rules = RuleSet.Parse(Rules);
        var comparison = rules.With("least", 3).CompareWith(rules);
        Assert.False(comparison.IsEquivalent);
        Assert.Equal(["talks lost", "enough lost"], comparison.Differences.Select(Told));
        Assert.Equal(["talks gained", "enough gained"], rules.CompareWith(rules.With("least", 3)).Differences.Select(Told));
    }

    [Fact]
    public void AnExampleIsWhatBothSayOfIt()
    {
        var rules = RuleSet.Parse(Rules);
        var comparison = rules.With("least", 3).CompareWith(rules);
        Assert.All(comparison.Differences, difference =>
        {
            Assert.Equal(StageOutcome.Valid, comparison.Older.Evaluate(difference.Example!).Stage("talks").Outcome);
            Assert.Equal(StageOutcome.Invalid, comparison.Rules.Evaluate(difference.Example!).Stage("talks").Outcome);
        });
    }

    [Fact]
    public void TheSameInOtherWordsIsEquivalent()
    {
        var other = RuleSet.Parse(Rules.Replace(
            """{ "count": "parties", "atLeast": { "parameter": "least" } }""",
            """{ "not": { "count": "parties", "lessThan": { "parameter": "least" } } }""", StringComparison.Ordinal));
        var comparison = other.CompareWith(RuleSet.Parse(Rules));
        Assert.True(comparison.IsEquivalent);
        Assert.Empty(comparison.Differences);
        Assert.Empty(comparison.Open);
    }

    [Fact]
    public void RulesThatOnlyOneHasAreNamed()
    {
        var fewer = RuleSet.Parse("""
            { "name": "r", "stages": ["talks"], "rules": [{ "id": "enough", "require": { "count": "parties", "atLeast": 2 } }] }
            """);
        Assert.Equal(["mediated"], fewer.CompareWith(RuleSet.Parse(Rules)).Removed);
        Assert.Equal(["mediated"], RuleSet.Parse(Rules).CompareWith(fewer).Added);
        Assert.True(RuleSet.Parse(Rules).CompareWith(fewer).IsEquivalent);
    }

    [Fact]
    public void WhatIsStrongerImpliesWhatIsWeaker()
    {
        var rules = RuleSet.Parse(Rules);
        Assert.True(rules.With("least", 3).Implies(rules, "talks"));
        Assert.False(rules.Implies(rules.With("least", 3), "talks"));
        var limits = AnalysisLimits.Default with { Time = TimeSpan.FromTicks(1) };
        Assert.Null(rules.Implies(rules.With("least", 3), "talks", new AnalysisOptions { Limits = limits }));
    }

    [Fact]
    public void WithWhatIsGivenThereMayBeNoDifference()
    {
        var rules = RuleSet.Parse(Rules);
        var given = Scenario.Parse("""{ "parties": [{ "id": "RU" }, { "id": "US" }, { "id": "UA" }] }""");
        Assert.True(rules.With("least", 3).CompareWith(rules, new AnalysisOptions { Given = given }).IsEquivalent);
    }

    [Fact]
    public void WithoutACommonVocabularyThereIsNothingToCompare()
    {
        var other = RuleSet.Load(Repository.At("rules/council-of-the-eu"));
        Assert.Throws<RuleFileException>(() => RuleSet.Parse(Rules).CompareWith(other));
    }

    private static string Told(OutcomeDifference difference) =>
        $"{difference.Rule?.Id ?? difference.Stage} {(difference.IsGained ? "gained" : "lost")}";
}
