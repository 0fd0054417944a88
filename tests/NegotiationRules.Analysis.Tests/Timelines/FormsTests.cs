namespace NegotiationRules.Analysis.Tests.Timelines;

/// <summary>Forms of which a span of days must not be taken for a day that is not known, or the other way round: each is held against every
/// day.</summary>
public sealed class FormsTests
{
    private static readonly Vocabulary Facts = Vocabulary.Parse("""
        { "type": "object", "properties": {
          "asOf": { "type": "string", "format": "date" }, "due": { "type": "string", "format": "date" }, "late": { "type": "boolean" },
          "talks": { "type": "object", "properties": { "start": { "type": "string", "format": "date" } } },
          "events": { "type": "array", "items": { "type": "object", "properties": {
            "name": { "type": "string" }, "on": { "type": "string", "format": "date" }, "weight": { "type": "integer", "minimum": 0 } } } } } }
        """);

    [Theory]
    // What asks what is known: the day is known on each day, though it is none of them over several.
    [InlineData("""{ "asOf": { "known": true } }""", 0)]
    [InlineData("""{ "value": { "firstKnown": [{ "fact": "asOf" }, { "fact": "due" }] }, "onOrAfter": "2022-02-01" }""", 1)]
    [InlineData("""{ "value": { "firstKnown": [{ "fact": "late" }, { "fact": "late" }] }, "is": true }""", 0)]
    [InlineData("""{ "value": { "firstKnown": [{ "fact": "talks.start" }, { "fact": "asOf" }] }, "before": "2022-02-01" }""", 1)]
    [InlineData("""{ "value": { "firstKnown": [{ "fact": "asOf", "minus": { "fact": "due" } }, "P2D"] }, "atLeast": "P9D" }""", 1)]
    // What turns and turns back.
    [InlineData("""{ "asOf": { "is": "2022-02" } }""", 2)]
    [InlineData("""{ "asOf": { "isNot": "2022-02-10" } }""", 2)]
    [InlineData("""{ "value": { "dayOfWeek": { "fact": "asOf" } }, "is": "monday" }""", 30)]
    [InlineData("""{ "asOf": { "between": ["2022-02-01", { "fact": "due", "plus": "P3M" }] } }""", 1)]
    [InlineData("""{ "value": { "fact": "due", "to": "endOfMonth" }, "is": { "fact": "asOf", "to": "endOfMonth" } }""", 1)]
    [InlineData("""{ "value": { "from": { "2022-01-05": 1, "2022-02-01": 3, "2022-03-01": 2 } }, "atLeast": 2 }""", 2)]
    // What is unknown on all of the days, or on some.
    [InlineData("""{ "talks.start": { "onOrBefore": { "fact": "asOf" } } }""", 0)]
    [InlineData("""{ "talks.start": { "is": { "fact": "asOf" } } }""", 0)]
    [InlineData("""{ "any": [{ "talks.start": { "before": { "fact": "asOf" } } }, { "asOf": { "after": "2022-03-01" } }] }""", 1)]
    [InlineData("""{ "if": { "late": true }, "then": { "asOf": { "after": "2022-03-01" } }, "else": { "asOf": { "after": "2022-02-01" } } }""", 2)]
    // Elements: which are counted, weighed, selected, in order.
    [InlineData("""{ "count": "events", "where": { "on": { "onOrBefore": { "fact": "asOf" } } }, "atLeast": 2 }""", 1)]
    [InlineData("""{ "sum": "events.weight", "where": { "on": { "onOrBefore": { "fact": "asOf" } } }, "between": [2, 5] }""", 3)]
    [InlineData("""{ "share": "events", "of": "weight", "among": { "on": { "before": { "fact": "asOf" } } }, "where": { "name": "b" }, "atLeast": "1/2" }""", 2)]
    [InlineData("""{ "some": { "list": "events", "where": { "on": { "before": { "fact": "asOf" } } }, "orderBy": { "descending": "on" }, "take": 1 }, "where": { "name": "b" } }""", 2)]
    [InlineData("""{ "some": { "list": "events", "orderBy": { "fact": "on", "minus": { "fact": "asOf" } }, "take": 1 }, "where": { "name": "a" } }""", 0)]
    [InlineData("""{ "value": { "the": "events", "where": { "on": { "is": { "fact": "asOf" } } }, "of": { "fact": "weight" } }, "atLeast": 1 }""", 4)]
    [InlineData("""{ "min": "events.on", "where": { "on": { "after": { "fact": "asOf" } } }, "before": "2022-02-15" }""", 2)]
    [InlineData("""{ "inOrder": "events", "by": "on", "steps": [{ "name": "a" }, { "name": "b", "on": { "before": { "fact": "asOf" } } }] }""", 1)]
    [InlineData("""{ "every": "events", "satisfy": { "value": { "wholeMonths": [{ "fact": "on" }, { "fact": "asOf" }] }, "atLeast": 1 } }""", 1)]
    // The end of the calendar.
    [InlineData("""{ "value": { "fact": "asOf", "plus": "P7977Y9M" }, "after": "2022-01-01" }""", 0)]
    [InlineData("""{ "value": { "fact": "asOf", "minus": "P2021Y1M" }, "before": "2022-01-01" }""", 0)]
    public void EveryDayComesOutAsByItself(string condition, int turns)
    {
        var rules = RuleSet.Parse(
            $$"""{ "name": "days", "stages": ["talks"], "rules": [{ "id": "a", "require": {{condition}} }] }""",
            new RuleSetOptions { Vocabulary = Facts });
        var scenario = Scenario.Parse("""
            { "due": "2022-01-20", "events": [ { "name": "a", "on": "2022-01-15", "weight": 2 }, { "name": "b", "on": "2022-02-20", "weight": 3 },
              { "name": "c", "on": "2022-03", "weight": 1 } ] }
            """);

        var compared = EveryDay.Check(rules, scenario, new(2022, 1, 1), new(2022, 4, 15));

        Assert.Equal(turns, (int)compared.Turns);
    }
}
