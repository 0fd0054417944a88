using NegotiationRules.Facts;

namespace NegotiationRules.Tests.Facts;

/// <summary>What the values of a scenario mean by the types of its vocabulary.</summary>
public class ScenarioBindingTests
{
    private const string Date = """{ "type": "string", "format": "date" }""";
    private const string DateTime = """{ "type": "string", "format": "date-time" }""";
    private const string Duration = """{ "type": "string", "format": "duration" }""";
    private const string Text = """{ "type": "string" }""";
    private const string List = """{ "type": "array", "items": { "type": "string" } }""";

    [Theory]
    [InlineData("3", 3)]
    [InlineData("3.0", 3)]
    [InlineData("-0", 0)]
    [InlineData("3e2", 300)]
    [InlineData("300E-2", 3)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void WholeNumbersAreExact(string value, long steps) => Assert.Equal(steps, Bound.Of("""{ "type": "integer" }""", value).Steps);

    [Theory]
    [InlineData("1", 100)]
    [InlineData("1.01", 101)]
    [InlineData("1.010", 101)]
    [InlineData("-0.5", -50)]
    [InlineData("0.00", 0)]
    public void DecimalsAreExact(string value, long steps) =>
        Assert.Equal(steps, Bound.Of("""{ "type": "number", "multipleOf": 0.01 }""", value).Steps);

    [Fact]
    public void OtherNumbersAreBinary() => Assert.Equal(0.1 + 0.2, Bound.Of("""{ "type": "number" }""", "0.30000000000000004").Real);

    [Theory]
    [InlineData("2022-01-10", "2022-01-10", "2022-01-10")]
    [InlineData("2022-02", "2022-02-01", "2022-02-28")]
    [InlineData("2022", "2022-01-01", "2022-12-31")]
    public void DatesMayBePartial(string value, string first, string last)
    {
        var date = Bound.Of(Date, $"\"{value}\"").Date;

        Assert.Equal(
            (first, last),
            (PartialDate.Of(DateOnly.FromDayNumber(date.First)).ToString(), PartialDate.Of(DateOnly.FromDayNumber(date.Last)).ToString())
        );
    }

    [Fact]
    public void DateTimesAreKeptInUtc() =>
        Assert.Equal(
            new DateTime(2022, 1, 10, 8, 0, 0, DateTimeKind.Utc).Ticks,
            Bound.Of(DateTime, "\"2022-01-10T09:00:00+01:00\"").UtcTicks
        );

    [Fact]
    public void DurationsHaveMonthsAndTime() =>
        Assert.Equal(new Duration(14, TimeSpan.TicksPerDay), Bound.Of(Duration, "\"P1Y2M1D\"").Duration);

    [Theory]
    [InlineData(Text)]
    [InlineData(List)]
    [InlineData("""{ "type": "object", "properties": { "a": { "type": "string" } } }""")]
    public void NullIsUnknown(string type) => Assert.False(Bound.Of(type, "null").IsKnown);

    [Fact]
    public void WhatIsAbsentIsUnknownOrItsDefault()
    {
        const string Vocabulary = """
            { "properties": {
                "plain": { "type": "string" },
                "form": { "enum": ["written", "oral"], "default": "oral" },
                "talks": { "properties": { "venue": { "type": "string" }, "mediated": { "type": "boolean", "default": false } } },
                "forum": { "properties": { "name": { "type": "string" } } } } }
            """;

        var absent = Bound.To(Vocabulary, "{}");
        var asNull = Bound.To(Vocabulary, """{ "plain": null, "form": null, "talks": null, "forum": null }""");

        Assert.All([absent, asNull], facts =>
        {
            Assert.False(facts.At("plain").IsKnown);
            Assert.Equal("oral", facts.At("form").Text);
            Assert.True(facts.At("talks").IsKnown);
            Assert.False(facts.At("talks.venue").IsKnown);
            Assert.False(facts.At("talks.mediated").Boolean);
            Assert.False(facts.At("forum").IsKnown);
        });
    }

    [Fact]
    public void AListAsWrittenIsComplete()
    {
        var list = Bound.Of(List, """["a", null]""").List;

        Assert.True(list.IsComplete);
        Assert.Equal(2, list.Count);
        Assert.False(list[1].IsKnown);
    }

    [Theory]
    [InlineData("""{ "known": ["a"], "complete": false }""", false)]
    [InlineData("""{ "known": ["a"] }""", false)]
    [InlineData("""{ "known": ["a"], "complete": null }""", false)]
    [InlineData("""{ "known": ["a"], "complete": true }""", true)]
    [InlineData("""{ "value": { "known": ["a"], "complete": false }, "source": "s" }""", false)]
    [InlineData("""{ "value": ["a"], "source": "s" }""", true)]
    public void AListMayBePartlyKnown(string value, bool complete)
    {
        var list = Bound.Of(List, value).List;

        Assert.Equal(complete, list.IsComplete);
        Assert.Equal("a", list[0].Text);
    }

    [Theory]
    [InlineData("""{ "list": ["a"] }""", false)]
    [InlineData("""{ "list": ["a"], "all": null }""", false)]
    [InlineData("""{ "list": ["a"], "all": false }""", false)]
    [InlineData("""{ "all": true, "list": ["a"] }""", true)]
    [InlineData("""{ "list": { "known": ["a"] }, "all": true }""", true)]
    [InlineData("""{ "list": { "known": ["a"], "complete": true } }""", true)]
    [InlineData("""{ "list": null, "all": true }""", null)]
    [InlineData("""{ "all": true }""", null)]
    public void AFactBesideAListMaySayWhetherItIsComplete(string scenario, bool? complete)
    {
        var list = Bound.To(
            """{ "properties": { "list": { "items": { "type": "string" }, "x-completeBy": "all" }, "all": { "type": "boolean" } } }""",
            scenario
        )[0];

        Assert.Equal(complete, list.IsKnown ? list.List.IsComplete : null);
    }

    [Theory]
    [InlineData("{}", false)]
    [InlineData("""{ "all": true }""", true)]
    public void ADefaultListIsAsCompleteAsTheFactBesideItSays(string scenario, bool complete) =>
        Assert.Equal(
            complete,
            Bound
                .To(
                    """{ "properties": { "list": { "items": { "type": "string" }, "x-completeBy": "all", "default": ["a"] },"""
                        + """ "all": { "type": "boolean" } } }""",
                    scenario
                )[0]
                .List.IsComplete
        );

    [Fact]
    public void AListMayContradictADefaultBesideIt() =>
        Assert.False(
            Bound
                .To(
                    """{ "properties": { "list": { "items": { "type": "string" }, "x-completeBy": "all" },"""
                        + """ "all": { "type": "boolean", "default": true } } }""",
                    """{ "list": { "known": [], "complete": false } }"""
                )[0]
                .List.IsComplete
        );

    [Fact]
    public void SourcesAreKept()
    {
        var facts = Bound.To(
            """{ "properties": { "a": { "type": "integer" }, "b": { "items": { "type": "string" } },"""
                + """ "c": { "properties": { "d": { "type": "string" } } } } }""",
            """
            { "a": { "value": 1, "source": "a note" }, "b": [{ "value": "x", "source": "an aside" }],
              "c": { "value": { "d": "y" }, "source": { "document": "doc", "speaker": "sp", "article": "art", "quote": "q", "url": "u" } } }
            """);

        Assert.Equal(new FactSource("a note", null, null, null, null, null), facts.SourceOf(0));
        Assert.Equal("an aside", facts[1].List.SourceOf(0)!.Text);
        Assert.Equal(new FactSource(null, "doc", "sp", "art", "q", "u"), facts.SourceOf(2));
        Assert.Equal("y", facts.At("c.d").Text);
        Assert.Null(facts.At("c").Record.SourceOf(0));
    }

    [Fact]
    public void AnObjectMayHaveFactsCalledValueAndSource()
    {
        var facts = Bound.To(
            """{ "properties": { "c": { "properties": { "value": { "type": "string" }, "source": { "type": "string" } } } } }""",
            """{ "c": { "value": "v", "source": "s" } }""");

        Assert.Equal(("v", "s"), (facts.At("c.value").Text, facts.At("c.source").Text));
        Assert.Null(facts.SourceOf(0));
    }

    [Fact]
    public void FurtherFactsAreLeftAloneWhereTheVocabularyAllowsThem() =>
        Assert.Equal(
            "{ \"a\": 1 }",
            Bound
                .To("""{ "additionalProperties": true, "properties": { "a": { "type": "integer" } } }""", """{ "a": 1, "b": [{}] }""")
                .Json()
        );

    [Theory]
    [InlineData("""{ "type": "number", "multipleOf": 0.01 }""", "1.005", "NR4017")]
    [InlineData("""{ "type": "integer" }""", "1e19", "NR4018")]
    [InlineData("""{ "type": "integer" }""", "1e999999999999999999999", "NR4018")]
    [InlineData("""{ "type": "integer" }""", "1e-999999999999999999999", "NR4017")]
    [InlineData(DateTime, "\"2022-01-10T09:00:00\"", "NR4015")]
    [InlineData(DateTime, "\"2022-01-10T09:00:00+1:00\"", "NR4014")]
    [InlineData(DateTime, "\"0001-01-01T00:00:00+01:00\"", "NR4014")]
    [InlineData(Date, "\"2021-02-29\"", "NR4013")]
    [InlineData(Date, "\"２０２２\"", "NR4013")]
    [InlineData(Duration, "\"P\"", "NR4016")]
    public void AValueThatCannotBeKeptIsAnErrorAndUnknown(string type, string value, string code) =>
        Assert.Equal(code, Assert.Single(Bound.Faults(type, value)).Code);

    [Fact]
    public void FactsAreBoundOnceForAVocabulary()
    {
        var scenario = Scenario.Parse("""{ "asOf": "2022", "hedl": 1 }""");

        var first = Bound.TryTo(Vocabulary.Negotiation, scenario, out var found);
        var second = Bound.TryTo(Vocabulary.Negotiation, scenario, out var foundAgain);
        var other = Bound.TryTo(
            Vocabulary.Parse("""{ "properties": { "asOf": { "type": "string" }, "hedl": { "type": "integer" } } }"""),
            scenario,
            out var none
        );

        Assert.Same(first, second);
        Assert.Equal(found, foundAgain);
        Assert.Single(found);
        Assert.Empty(none);
        Assert.Equal("2022", other[0].Text);
    }

    [Fact]
    public void ManyThreadsMayBindOneScenarioToDifferentVocabularies()
    {
        var scenario = Scenario.Parse("""{ "a": "2022" }""");
        Vocabulary[] vocabularies =
        [
            Vocabulary.Parse($$"""{ "properties": { "a": {{Date}} } }"""),
            Vocabulary.Parse($$"""{ "properties": { "a": {{Text}} } }"""),
        ];

        Parallel.For(0, 20_000, i =>
        {
            var vocabulary = vocabularies[i % 2];
            var facts = Bound.To(vocabulary, scenario);
            Assert.Same(vocabulary.Root, facts.Type);
            Assert.Equal(i % 2 == 0 ? FactKind.Date : FactKind.Text, facts[0].Kind);
        });
    }
}
