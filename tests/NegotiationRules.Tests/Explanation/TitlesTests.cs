namespace NegotiationRules.Tests.Explanation;

/// <summary>What a vocabulary calls a fact stands in a sentence as people would say it.</summary>
public sealed class TitlesTests
{
    [Theory]
    [InlineData("The day of signing", "the day of signing is")]
    [InlineData("the day of signing", "the day of signing is")]
    [InlineData("Day of signing", "the day of signing is")]
    [InlineData("An end", "the end is")]
    [InlineData("Theatre opening", "the theatre opening is")]
    [InlineData("The ", "signed is")]
    [InlineData("Our last day", "signed is")]
    public void AnArticleIsSaidOnce(string title, string said)
    {
        var rules = RuleSet.Parse(
            """{ "name": "test", "stages": ["talks"], "rules": [{ "id": "rule", "require": { "signed": { "after": "2022-01-31" } } }] }""",
            new RuleSetOptions
            {
                Vocabulary = Vocabulary.Parse(
                    $$"""{ "properties": { "signed": { "type": "string", "format": "date", "title": "{{title}}" } } }"""),
            });
        var told = rules.Evaluate(Scenario.Parse("""{ "signed": "2022-01-10" }""")).Explain().ToText();

        Assert.Contains($" {said} 2022-01-10", told, StringComparison.Ordinal);
        Assert.DoesNotContain("the the ", told, StringComparison.OrdinalIgnoreCase);
    }
}
