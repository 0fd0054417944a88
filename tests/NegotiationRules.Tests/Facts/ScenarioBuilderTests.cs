using NegotiationRules.Facts;

namespace NegotiationRules.Tests.Facts;

/// <summary>Scenarios that are built step by step.</summary>
public class ScenarioBuilderTests
{
    [Fact]
    public void BuildsWhatAFileCouldSay()
    {
        var built = Scenario.Create()
            .Set("asOf", new DateOnly(2022, 1, 20))
            .SetPartial("talks.announcedStart", 2022, 1)
            .SetPartial("talks.end", 2023)
            .Set("talks.venue", "Geneva")
            .Source("talks.venue", "the host")
            .Add("parties", p => p.Set("id", "RU").Add("delegates", d => d.Set("role", "military")).Incomplete("delegates"))
            .Add("parties", p => p.Set("id", "US"))
            .Add("agreement.breachedBy", "US")
            .Incomplete("demands")
            .Build();

        Assert.Equal(
            Scenario.Parse("""
                {
                  "asOf": "2022-01-20",
                  "talks": { "announcedStart": "2022-01", "end": "2023", "venue": { "value": "Geneva", "source": "the host" } },
                  "parties": [{ "id": "RU", "delegates": { "known": [{ "role": "military" }], "complete": false } }, { "id": "US" }],
                  "agreement": { "breachedBy": ["US"] },
                  "demands": { "known": [], "complete": false }
                }
                """).ToString(),
            built.ToString());
        Assert.False(Bound.To(Vocabulary.Negotiation, built).At("parties[0].delegates").List.IsComplete);
    }

    [Fact]
    public void ABuiltScenarioDoesNotChangeWhenTheBuilderGoesOn()
    {
        var builder = Scenario.Create().Add("parties", p => p.Set("id", "RU"));
        var first = builder.Build();

        var second = builder.Add("parties", p => p.Set("id", "US")).Set("asOf", "2022").Build();

        Assert.Equal(1, Bound.To(Vocabulary.Negotiation, first).At("parties").List.Count);
        Assert.Equal(2, Bound.To(Vocabulary.Negotiation, second).At("parties").List.Count);
    }

    [Fact]
    public void AValueStatedWholeMayBeCompletedAfterwards() =>
        Assert.Equal(
            """{ "talks": { "venue": "Vienna", "rounds": 2 }, "agreement": { "guarantees": ["a", "b"] } }""",
            Bound.To(Vocabulary.Negotiation, Scenario.Create()
                .Set("talks", new Dictionary<string, object?> { ["venue"] = "Geneva" })
                .Set("talks.venue", "Vienna")
                .Set("talks.rounds", 2)
                .Set("agreement.guarantees", new[] { "a" })
                .Add("agreement.guarantees", "b")
                .Build()).Json());

    [Fact]
    public void AListThatIsStatedAnewIsWhole() => Assert.Equal(
        """{ "parties": ["US"] }""",
        Scenario.Create().Add("parties", "RU").Incomplete("parties").Set("parties", new[] { "US" }).Build().ToString());

    [Fact]
    public void AnEmptyScenarioHasNoFacts() => Assert.Equal("{}", Scenario.Create().Build().ToString());

    [Fact]
    public void AnEmptyObjectIsStated() =>
        Assert.True(Bound.To(Vocabulary.Negotiation, Scenario.Create().Add("parties", p => { }).Build()).At("parties[0]").IsKnown);

    [Fact]
    public void TheBuilderSaysWhatCannotBe()
    {
        Assert.Throws<ArgumentException>(() => Scenario.Create().Set("parties[0].id", "RU"));
        Assert.Throws<ArgumentException>(() => Scenario.Create().Set("a", new object()));
        Assert.Throws<ArgumentException>(() => Scenario.Create().Set("", 1));
        Assert.Throws<ArgumentException>(() => Scenario.Create().Source("a", " "));
        Assert.Throws<InvalidOperationException>(() => Scenario.Create().Set("a", 1).Add("a", 2));
        Assert.Throws<InvalidOperationException>(() => Scenario.Create().Set("a", 1).Incomplete("a"));
        Assert.Throws<InvalidOperationException>(() => Scenario.Create().Set("a", 1).Set("a.b", 2));
        Assert.Throws<InvalidOperationException>(() => Scenario.Create().Add("a", 1).Set("a.b", 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scenario.Create().SetPartial("a", 2022, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => Scenario.Create().SetPartial("a", 0));
    }
}
