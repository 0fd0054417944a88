namespace NegotiationRules.Workflows.Tests.Writing;

/// <summary>Each function and the choice, as an expression.</summary>
public sealed class WrittenFunctionsTests
{
    [Theory]
    [InlineData("""{ "quotient": [ { "fact": "years" }, { "fact": "count" } ] }""", "double(input1.years) / double(input1.count) > 1")]
    [InlineData(
        """{ "wholeQuotient": [ { "fact": "years" }, { "fact": "count" } ] }""",
        "input1.count != 0 && input1.years / input1.count > 1"
    )]
    [InlineData("""{ "wholeQuotient": [ { "fact": "years" }, 4 ] }""", "input1.years / 4L > 1")]
    [InlineData(
        """{ "remainder": [ { "fact": "price" }, { "fact": "years" } ] }""",
        "input1.years != 0 && input1.price % input1.years > 1"
    )]
    [InlineData("""{ "power": [ { "fact": "years" }, 2 ] }""", "Math.Pow(double(input1.years), 2D) > 1")]
    [InlineData("""{ "squareRoot": { "fact": "rate" } }""", "Math.Sqrt(input1.rate) > 1")]
    [InlineData("""{ "absolute": { "fact": "price" } }""", "Math.Abs(input1.price) > 1")]
    [InlineData("""{ "sign": { "fact": "price" } }""", "Math.Sign(input1.price) > 0")]
    [InlineData("""{ "floor": { "fact": "price" } }""", "Math.Floor(input1.price) > 1")]
    [InlineData("""{ "ceiling": { "fact": "years" } }""", "input1.years > 1")]
    [InlineData("""{ "truncated": { "fact": "rate" } }""", "Math.Truncate(input1.rate) > 1")]
    [InlineData("""{ "rounded": [ { "fact": "rate" }, 1 ] }""", "Math.Round(input1.rate, 1) > 1")]
    [InlineData(
        """{ "least": [ { "fact": "years" }, { "fact": "count" }, 3 ] }""",
        "Math.Min(Math.Min(input1.years, input1.count), 3) > 1"
    )]
    [InlineData("""{ "length": { "fact": "name" } }""", "input1.name.Length > 1")]
    [InlineData("""{ "positionOf": [ { "fact": "name" }, "x" ] }""", "input1.name.IndexOf(\"x\", StringComparison.Ordinal) > 1")]
    [InlineData("""{ "year": { "fact": "start" } }""", "input1.start.Year > 1")]
    [InlineData("""{ "dayOfMonth": { "fact": "start" } }""", "input1.start.Day > 1")]
    [InlineData("""{ "hour": { "fact": "signed" } }""", "input1.signed.Hour > 1")]
    [InlineData("""{ "totalDays": { "fact": "term" } }""", "input1.term.TotalDays > 1")]
    [InlineData(
        """{ "totalDays": { "fact": "end", "minus": { "fact": "start" } } }""",
        "double(input1.end.DayNumber - input1.start.DayNumber) > 1"
    )]
    [InlineData(
        """{ "sum": "bids", "of": { "fact": "offer", "times": { "fact": "weight" } } }""",
        "input1.bids.Sum(bid => bid.offer * bid.weight) > 1"
    )]
    [InlineData(
        """{ "if": { "binding": true }, "then": { "fact": "price" }, "else": { "fact": "years" } }""",
        "iif(input1.binding == true, input1.price, decimal(input1.years)) > 1"
    )]
    public void OfNumbers(string operand, string expression)
    {
        var least = operand.Contains("\"sign\"", StringComparison.Ordinal) ? "0" : "1";
        Assert.Equal(expression, Written.Expression($$"""{ "value": {{operand}}, "moreThan": {{least}} }"""));
    }

    [Theory]
    [InlineData("""{ "lowerCase": { "fact": "name" } }""", "input1.name.ToLowerInvariant() == \"a\"")]
    [InlineData("""{ "trimmed": { "fact": "name" } }""", "input1.name.Trim() == \"a\"")]
    [InlineData("""{ "part": [ { "fact": "name" }, 0, 3 ] }""", "0 + 3 <= input1.name.Length && input1.name.Substring(0, 3) == \"a\"")]
    [InlineData("""{ "replaced": [ { "fact": "name" }, "b", "c" ] }""", "input1.name.Replace(\"b\", \"c\") == \"a\"")]
    [InlineData("""{ "joined": [ { "fact": "name" }, "-", { "fact": "form" } ] }""", "input1.name + \"-\" + input1.form == \"a\"")]
    public void OfTexts(string operand, string expression) =>
        Assert.Equal(expression, Written.Expression($$"""{ "value": {{operand}}, "is": "a" }"""));

    [Theory]
    [InlineData("""{ "value": { "dayOfWeek": { "fact": "start" } }, "is": "monday" }""", "input1.start.DayOfWeek == DayOfWeek.Monday")]
    [InlineData(
        """{ "value": { "dateOf": { "fact": "signed" } }, "is": "2022-01-10" }""",
        "DateOnly.FromDateTime(input1.signed) == DateOnly(2022, 1, 10)"
    )]
    [InlineData(
        """{ "value": { "timeOfDay": { "fact": "signed" } }, "atLeast": "PT9H" }""",
        "input1.signed.TimeOfDay >= TimeSpan(0, 9, 0, 0)"
    )]
    [InlineData(
        """{ "value": { "least": [ { "fact": "start" }, { "fact": "end" } ] }, "before": "2022-01-10" }""",
        "iif(input1.start <= input1.end, input1.start, input1.end) < DateOnly(2022, 1, 10)")]
    public void OfDates(string condition, string expression) => Assert.Equal(expression, Written.Expression(condition));

    [Theory]
    [InlineData(
        """{ "if": { "binding": true }, "then": { "min": "bids.weight" }, "else": 3 }""",
        "(!(input1.binding == true) || input1.bids.Any()) && iif(input1.binding == true, input1.bids.Min(bid => bid.weight), 3) > 1")]
    [InlineData(
        """{ "if": { "binding": true }, "then": 3, "else": { "min": "bids.weight" } }""",
        "(input1.binding == true || input1.bids.Any()) && iif(input1.binding == true, 3, input1.bids.Min(bid => bid.weight)) > 1")]
    public void WhatABranchNeedsIsNeededOnlyWhereItIsTaken(string choice, string expression) =>
        Assert.Equal(expression, Written.Expression($$"""{ "value": {{choice}}, "moreThan": 1 }"""));

    [Fact]
    public void WhatIsWorkedOutForEachElementMustHaveAValue() =>
        Assert.Contains(
            "may have no value",
            Written.Refusal(
                """{ "value": { "sum": "bids", "of": { "wholeQuotient": [ { "fact": "weight" }, { "fact": "count" } ] } },"""
                    + """ "moreThan": 1 }"""
            ),
            StringComparison.Ordinal
        );
}
