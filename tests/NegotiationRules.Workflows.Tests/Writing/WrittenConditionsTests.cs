namespace NegotiationRules.Workflows.Tests.Writing;

/// <summary>Each form of condition, as an expression.</summary>
public sealed class WrittenConditionsTests
{
    [Theory]
    [InlineData("""{ "binding": true }""", "input1.binding == true")]
    [InlineData("""{ "form": "written" }""", "input1.form == \"written\"")]
    [InlineData("""{ "years": { "atLeast": 10, "lessThan": 100 } }""", "input1.years >= 10 && input1.years < 100")]
    [InlineData("""{ "price": { "moreThan": 2.5 } }""", "input1.price > 2.5M")]
    [InlineData("""{ "rate": { "atMost": 0.1 } }""", "input1.rate <= 0.1")]
    [InlineData("""{ "years": { "between": [1, 5] } }""", "input1.years >= 1 && input1.years <= 5")]
    [InlineData("""{ "years": { "moreThan": -5000000000 } }""", "input1.years > -5000000000L")]
    [InlineData("""{ "name": { "is": "a \"b\"" } }""", "input1.name == \"a \\\"b\\\"\"")]
    [InlineData("""{ "form": { "in": ["written", "oral"] } }""", "input1.form in (\"written\", \"oral\")")]
    [InlineData("""{ "form": { "notIn": ["written"] } }""", "input1.form != \"written\"")]
    [InlineData("""{ "years": { "notIn": [1, 2] } }""", "!(input1.years in (1, 2))")]
    [InlineData("""{ "binding": { "in": [true, false] } }""", "input1.binding == true || input1.binding == false")]
    [InlineData("""{ "name": { "in": { "fact": "tags" } } }""", "input1.tags.Contains(input1.name)")]
    [InlineData("""{ "years": { "in": { "fact": "marks" } } }""", "input1.marks.Any(mark => input1.years == mark)")]
    [InlineData("""{ "name": { "startsWith": "a" } }""", "input1.name.StartsWith(\"a\", StringComparison.Ordinal)")]
    [InlineData("""{ "name": { "endsWith": { "fact": "form" } } }""", "input1.name.EndsWith(input1.form, StringComparison.Ordinal)")]
    [InlineData("""{ "name": { "contains": "a" } }""", "input1.name.Contains(\"a\")")]
    [InlineData("""{ "value": { "fact": "rate" }, "lessThan": { "fact": "price" } }""", "input1.rate < double(input1.price)")]
    [InlineData("""{ "value": { "fact": "rate" }, "lessThan": { "fact": "years" } }""", "input1.rate < input1.years")]
    public void Comparisons(string condition, string expression) => Assert.Equal(expression, Written.Expression(condition));

    [Theory]
    [InlineData(
        """{ "any": [ { "binding": true }, { "all": [ { "years": 1 }, { "form": "oral" } ] } ] }""",
        "input1.binding == true || input1.years == 1 && input1.form == \"oral\""
    )]
    [InlineData("""{ "none": [ { "binding": true }, { "years": 1 } ] }""", "!(input1.binding == true || input1.years == 1)")]
    [InlineData("""{ "not": { "years": 1 } }""", "!(input1.years == 1)")]
    [InlineData(
        """{ "atLeast": 2, "of": [ { "years": 1 }, { "form": "oral" }, { "binding": true } ] }""",
        "iif(input1.years == 1, 1, 0) + iif(input1.form == \"oral\", 1, 0) + iif(input1.binding == true, 1, 0) >= 2")]
    [InlineData("""{ "atLeast": 1, "of": [ { "years": 1 }, { "form": "oral" } ] }""", "input1.years == 1 || input1.form == \"oral\"")]
    [InlineData("""{ "atLeast": 2, "of": [ { "years": 1 }, { "form": "oral" } ] }""", "input1.years == 1 && input1.form == \"oral\"")]
    public void Logic(string condition, string expression) => Assert.Equal(expression, Written.Expression(condition));

    [Theory]
    [InlineData("""{ "name": { "known": true } }""", "input1.name != null")]
    [InlineData("""{ "years": { "known": false } }""", "np(input1.years) == null")]
    [InlineData("""{ "talks.topic": { "known": true } }""", "np(input1.talks.topic) != null")]
    [InlineData("""{ "talks": { "known": true } }""", "input1.talks != null")]
    public void Known(string condition, string expression) => Assert.Equal(expression, Written.Expression(condition));

    [Theory]
    [InlineData("""{ "start": { "before": "2022-01-10" } }""", "input1.start < DateOnly(2022, 1, 10)")]
    [InlineData("""{ "start": "2022-01" }""", "input1.start >= DateOnly(2022, 1, 1) && input1.start <= DateOnly(2022, 1, 31)")]
    [InlineData("""{ "start": { "isNot": "2022" } }""", "input1.start < DateOnly(2022, 1, 1) || input1.start > DateOnly(2022, 12, 31)")]
    [InlineData("""{ "start": { "after": "2022-01" } }""", "input1.start > DateOnly(2022, 1, 31)")]
    [InlineData("""{ "start": { "onOrAfter": "2022-01" } }""", "input1.start >= DateOnly(2022, 1, 1)")]
    [InlineData(
        """{ "start": { "in": ["2022-01-10", "2022-01-11"] } }""",
        "input1.start in (DateOnly(2022, 1, 10), DateOnly(2022, 1, 11))"
    )]
    [InlineData(
        """{ "signed": { "after": "2022-01-10T10:00:00.5+01:00" } }""",
        "input1.signed > DateTime(2022, 1, 10, 9, 0, 0).AddTicks(5000000)"
    )]
    [InlineData("""{ "signed": { "after": "2022-01-10T00:00:00Z" } }""", "input1.signed > DateTime(2022, 1, 10)")]
    [InlineData("""{ "end": { "after": { "fact": "start", "plus": "P1M10D" } } }""", "input1.end > input1.start.AddMonths(1).AddDays(10)")]
    [InlineData("""{ "end": { "after": { "fact": "start", "minus": "P2Y" } } }""", "input1.end > input1.start.AddYears(-2)")]
    [InlineData(
        """{ "end": { "after": { "fact": "start", "plus": { "fact": "term" } } } }""",
        "input1.end > input1.start.AddDays(input1.term.Days)"
    )]
    [InlineData(
        """{ "end": { "after": { "fact": "start", "plus": "P60D", "to": "startOfNextMonth" } } }""",
        "input1.end > DateOnly(input1.start.AddDays(60).Year, input1.start.AddDays(60).Month, 1).AddMonths(1)"
    )]
    [InlineData(
        """{ "end": { "is": { "fact": "start", "to": "endOfMonth" } } }""",
        "input1.end == DateOnly(input1.start.Year, input1.start.Month, DateTime.DaysInMonth(input1.start.Year, input1.start.Month))"
    )]
    [InlineData("""{ "end": { "is": { "fact": "start", "to": "endOfYear" } } }""", "input1.end == DateOnly(input1.start.Year, 12, 31)")]
    [InlineData(
        """{ "closed": { "after": { "fact": "signed", "plus": "PT36H" } } }""",
        "input1.closed > input1.signed + TimeSpan(1, 12, 0, 0)"
    )]
    [InlineData(
        """{ "value": { "fact": "end", "minus": { "fact": "start" } }, "atLeast": "P60D" }""",
        "input1.end.DayNumber - input1.start.DayNumber >= 60"
    )]
    [InlineData(
        """{ "value": { "fact": "closed", "minus": { "fact": "signed" } }, "atLeast": "PT1H" }""",
        "input1.closed - input1.signed >= TimeSpan(0, 1, 0, 0)"
    )]
    [InlineData(
        """{ "value": { "fact": "term", "plus": "P1D" }, "atLeast": "P60D" }""",
        "input1.term + TimeSpan(1, 0, 0, 0) >= TimeSpan(60, 0, 0, 0)"
    )]
    [InlineData(
        """{ "value": { "fact": "term", "minus": "P1D" }, "atLeast": "P60D" }""",
        "input1.term - TimeSpan(1, 0, 0, 0) >= TimeSpan(60, 0, 0, 0)"
    )]
    [InlineData(
        """{ "value": { "fact": "end", "minus": { "fact": "start" } }, "atLeast": { "fact": "term" } }""",
        "TimeSpan(input1.end.DayNumber - input1.start.DayNumber, 0, 0, 0) >= input1.term"
    )]
    [InlineData("""{ "term": { "atLeast": "P3M" } }""", "input1.term >= TimeSpan(91, 0, 0, 0)")]
    public void Dates(string condition, string expression) => Assert.Equal(expression, Written.Expression(condition));

    [Theory]
    [InlineData("""{ "matches": "^a" }""", "`matches` has no counterpart: expressions know no regular expressions")]
    public void WhatHasNoCounterpartIsLeftOutWithItsReason(string comparison, string reason) =>
        Assert.EndsWith(reason, Written.Refusal($$"""{ "name": {{comparison}} }"""), StringComparison.Ordinal);
}
