using NegotiationRules.Tests.Support;
using NegotiationRules.Text;

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

    [Fact]
    public void WhatIsTheSameOnceKnownMayBeLeftOpenBefore()
    {
        var old = """
            { "name": "r", "stages": ["talks"], "rules": [{ "id": "ready", "require": { "talks.participantsAnnounced": true } }] }
            """;
        var @new = old.Replace("""{ "talks.participantsAnnounced": true }""", """
            { "any": [
              { "all": [{ "talks.participantsAnnounced": true }, { "talks.mediated": true }] },
              { "all": [{ "talks.participantsAnnounced": true }, { "talks.mediated": false }] }
            ] }
            """, StringComparison.Ordinal);
        var comparison = RuleSet.Parse(@new).CompareWith(RuleSet.Parse(old));
        Assert.True(comparison.IsEquivalent);
        Assert.False(comparison.IsEquivalentWhileUnknown);
        Assert.Equal(
            "`talks` is valid in the same scenarios once everything is known; as long as nobody knows whether the talks are mediated, "
                + "the newer rules leave it open, and by the older ones it is valid",
            comparison.WhileUnknown[0].ToString());
        Assert.Equal(["talks.mediated"], comparison.WhileUnknown[0].Unknown);
        Assert.Equal("""{"talks":{"participantsAnnounced":true}}""", Compact(comparison.WhileUnknown[0].Example!));
    }

    [Theory]
    [InlineData("leastStates", "14")]
    [InlineData("shareOfStates", "60 %")]
    [InlineData("leastBlocking", "3")]
    public void AParameterOfALongListIsDecided(string parameter, string value)
    {
        var rules = RuleSet.Load(Repository.At("rules/council-of-the-eu"));
        var newer = int.TryParse(value, out var number) ? rules.With(parameter, number) : rules.With(parameter, value);
        var comparison = newer.CompareWith(rules, new AnalysisOptions
        {
            Lists = new Dictionary<string, int> { ["members"] = 20 },
            Limits = AnalysisLimits.Default with { Time = TimeSpan.FromMinutes(1) },
        });
        Assert.Empty(comparison.Open);
        Assert.Equal(2, comparison.Differences.Count(difference => difference.Rule is null || !difference.Rule.IsRisk));
    }

    [Fact]
    public void WhatReadsAChangedParameterIsAskedThoughItsTextIsTheSame()
    {
        var rules = RuleSet.Parse("""
            { "name": "r", "stages": ["talks"], "parameters": { "least": 2 },
              "conditions": { "enough": { "count": "parties", "atLeast": { "parameter": "least" } } },
              "rules": [{ "id": "all there", "require": { "condition": "enough" } }] }
            """);
        Assert.Equal(["talks lost", "all there lost"], rules.With("least", 3).CompareWith(rules).Differences.Select(Told));
        Assert.True(rules.With("least", 2).CompareWith(rules).IsEquivalentWhileUnknown);
    }

    [Fact]
    public void WhatDidNotChangeIsNotAsked()
    {
        var rules = RuleSet.Load(Repository.At("rules/four-empires"));
        var limits = AnalysisLimits.Default with { Time = TimeSpan.Zero };
        var same = RuleSet.Load(Repository.At("rules/four-empires")).CompareWith(rules, new AnalysisOptions { Limits = limits });
        Assert.True(same.IsEquivalentWhileUnknown);
        Assert.Empty(same.Open);
    }

    private static string Compact(Scenario scenario) =>
        JsonPrinter.Print(scenario.Root, indented: false).Replace(" ", string.Empty, StringComparison.Ordinal);

    private static string Told(OutcomeDifference difference) =>
        $"{difference.Rule?.Id ?? difference.Stage} {(difference.IsGained ? "gained" : "lost")}";
}
