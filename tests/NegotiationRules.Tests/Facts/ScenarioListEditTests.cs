namespace NegotiationRules.Tests.Facts;

/// <summary>A copy of a scenario has an element more, or one less.</summary>
public class ScenarioListEditTests
{
    [Theory]
    [InlineData("""{ "topics": ["missiles"] }""", """{ "topics": [ "missiles", "bases" ] }""")]
    [InlineData(
        """{ "topics": { "known": ["missiles"], "complete": false } }""",
        """{ "topics": { "known": [ "missiles", "bases" ], "complete": false } }"""
    )]
    [InlineData(
        """{ "topics": { "value": ["missiles"], "source": "a report" } }""",
        """{ "topics": { "value": [ "missiles", "bases" ], "source": "a report" } }"""
    )]
    [InlineData("{}", """{ "topics": { "known": ["bases"], "complete": false } }""")]
    public void AnElementIsAddedAtTheEnd(string before, string after) =>
        Assert.Equal(Scenario.Parse(after).ToString(), Scenario.Parse(before).WithAdded("topics", "bases").ToString());

    [Fact]
    public void AnElementIsTakenOut() =>
        Assert.Equal(
            Scenario.Parse("""{ "topics": ["bases"] }""").ToString(),
            Scenario.Parse("""{ "topics": ["missiles", "bases"] }""").WithRemoved("topics", 0).ToString()
        );

    [Theory]
    [InlineData("""{ "topics": ["missiles"] }""", "`topics` has 1 element, counted from 0")]
    [InlineData("""{ "topics": 5 }""", "not a list")]
    [InlineData("{}", "`topics` is absent, not a list")]
    public void WhatIsNotThereCannotBeTakenOut(string scenario, string why) =>
        Assert.Contains(
            why,
            Assert.Throws<ArgumentException>(() => Scenario.Parse(scenario).WithRemoved("topics", 3)).Message,
            StringComparison.Ordinal
        );
}
