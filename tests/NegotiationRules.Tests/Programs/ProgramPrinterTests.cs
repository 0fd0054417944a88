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
