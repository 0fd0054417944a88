namespace NegotiationRules.Tests.Programs;

public class ProgramPrinterTests
{
    [Theory]
    [InlineData("atLeast", "-5000000000", "balance ≥ -5000000000")]
    [InlineData("atMost", "5000000000", "balance ≤ 5000000000")]
    [InlineData("is", "5000000000", "balance = 5000000000")]
    public void RangesAreWrittenAsTheyAreHoweverLargeTheNumber(string comparison, string number, string expected)
    {
        var vocabulary = Vocabulary.Parse("""{ "type": "object", "properties": { "balance": { "type": "integer" } } }""");
        var rules = RuleSet.Parse(
            $$"""{ "name": "t", "stages": ["talks"], "rules": [ { "id": "r", "require": { "balance": { "{{comparison}}": {{number}} } } }"""
                + $$""" ] }""",
            new RuleSetOptions { Vocabulary = vocabulary });

        Assert.Contains(expected, rules.DescribeProgram(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "share": [{ "fact": "part" }, { "fact": "whole" }], "atLeast": "2/3", "ifNone": 0 }""", " times 3")]
    [InlineData("""{ "inOrder": "events", "by": "day", "steps": [{ "kind": "a" }, { "kind": "b" }], "within": "P7D" }""",
        "2 in order over events by")]
    [InlineData("""{ "value": { "fact": "at", "plus": "PT6H" }, "before": { "fact": "now" } }""", "and PT6H")]
    [InlineData("""{ "value": { "fact": "on", "minus": { "fact": "since" } }, "atMost": "P1M" }""", "28 to 31")]
    [InlineData("""{ "value": { "year": { "fact": "on" } }, "is": 2022 }""", "year of")]
    [InlineData("""{ "value": { "greatest": [{ "fact": "on" }, { "fact": "since" }] }, "before": "2022-01-01" }""", "greatest of")]
    [InlineData("""{ "value": { "the": "events", "where": { "kind": "a" }, "of": { "fact": "day" } }, "is": "2022-01-01" }""", "max of")]
    [InlineData("""{ "count": "groups.members", "where": { "weight": { "atLeast": 2 } }, "atLeast": 3 }""", "sum of")]
    public void WhatIsWorkedOutOfNumbersAndTimesHasSteps(string condition, string expected)
    {
        var vocabulary = Vocabulary.Parse("""
            { "type": "object", "properties": {
              "part": { "type": "integer", "minimum": 0 }, "whole": { "type": "integer", "minimum": 0 },
              "on": { "type": "string", "format": "date" }, "since": { "type": "string", "format": "date" },
              "at": { "type": "string", "format": "date-time" }, "now": { "type": "string", "format": "date-time" },
              "events": { "type": "array", "items": { "type": "object", "properties": {
                "kind": { "type": "string" }, "day": { "type": "string", "format": "date" } } } },
              "groups": { "type": "array", "items": { "type": "object", "properties": {
                "members": { "type": "array", "items": { "type": "object", "properties": { "weight": { "type": "integer" } } } } } } } } }
            """);
        var rules = RuleSet.Parse(
            $$"""{ "name": "t", "stages": ["talks"], "rules": [ { "id": "r", "require": {{condition}} } ] }""",
            new RuleSetOptions { Vocabulary = vocabulary });

        Assert.Contains(expected, rules.DescribeProgram(), StringComparison.Ordinal);
        Assert.DoesNotContain("by tree walk", rules.DescribeProgram(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "balance": { "atLeast": TABLE } }""")]
    [InlineData("""{ "value": { "value": TABLE, "plus": { "fact": "balance" } }, "moreThan": 10 }""")]
    [InlineData("""{ "balance": { "between": [TABLE, 100] } }""")]
    public void ValuesByDayAreStepsWhereTheyAreCompared(string condition)
    {
        var vocabulary = Vocabulary.Parse("""
            { "type": "object", "properties": { "balance": { "type": "integer" }, "on": { "type": "string", "format": "date" } } }
            """);
        var table = """{ "from": { "2020-01-01": 7, "2021-01-01": 9 }, "at": { "fact": "on" } }""";
        var rules = RuleSet.Parse(
            $$"""
            { "name": "t", "stages": ["talks"], "rules": [
              { "id": "r", "require": {{condition.Replace("TABLE", table, StringComparison.Ordinal)}} } ] }
            """,
            new RuleSetOptions { Vocabulary = vocabulary });

        Assert.Contains("on ≥ 2021-01-01", rules.DescribeProgram(), StringComparison.Ordinal);
        Assert.DoesNotContain("by tree walk", rules.DescribeProgram(), StringComparison.Ordinal);
    }
}
