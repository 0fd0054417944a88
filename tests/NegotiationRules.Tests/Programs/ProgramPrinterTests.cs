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
}
