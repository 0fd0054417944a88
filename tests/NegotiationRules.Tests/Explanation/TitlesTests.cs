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

    [Theory]
    [InlineData("Overlord", "Tide has no overlord", "Tide has overlord sol")]
    [InlineData("Given by", "Tide is not given", "Tide is given by sol")]
    [InlineData("By", "Tide is by “none”", "Tide is by sol, not “none”")]
    [InlineData("Status", "Tide has status “none”", "Tide has status sol, not “none”")]
    public void ThatThereIsNoneIsSaidAsAPersonWould(string title, string none, string some)
    {
        Assert.Contains(none, Told("sol", "none"), StringComparison.Ordinal);
        Assert.Contains($"{some}\n", Told("isNot none", "sol"), StringComparison.Ordinal);

        string Told(string asked, string value)
        {
            var require = asked.StartsWith("isNot", StringComparison.Ordinal) ? """{ "isNot": "none" }""" : $"\"{asked}\"";
            var rules = RuleSet.Parse(
                $$"""
                { "name": "test", "stages": ["talks"],
                  "rules": [{ "id": "rule", "require": { "every": "cities", "satisfy": { "of": {{require}} } } }] }
                """,
                new RuleSetOptions
                {
                    Vocabulary = Vocabulary.Parse(
                        $$"""
                        { "properties": { "cities": { "type": "array", "items": { "type": "object", "properties": {
                          "name": { "type": "string" }, "of": { "enum": ["none", "sol"], "title": "{{title}}" } } } } } }
                        """),
                });
            return rules.Evaluate(Scenario.Parse($$"""{ "cities": [{ "name": "Tide", "of": "{{value}}" }] }"""))
                .Explain(new ExplanationOptions { ShowAll = true }).ToText() + "\n";
        }
    }

    [Theory]
    [InlineData("Is on the hotline", "South is not on the hotline", "it is not known whether North is on the hotline")]
    [InlineData("Is not on the list", "South is on the list", "it is not known whether North is not on the list")]
    [InlineData("Has handed it over", "South has not handed it over", "it is not known whether North has handed it over")]
    [InlineData("Has a mandate", "South does not have a mandate", "it is not known whether North has a mandate")]
    public void WhatIsTrueOrFalseIsSaidAsASentence(string title, string denied, string open)
    {
        var rules = RuleSet.Parse(
            """
            { "name": "test", "stages": ["talks"],
              "rules": [{ "id": "rule", "require": { "every": "sides", "satisfy": { "flag": true } } }] }
            """,
            new RuleSetOptions
            {
                Vocabulary = Vocabulary.Parse(
                    $$"""
                    { "properties": { "sides": { "type": "array", "items": { "type": "object", "properties": {
                      "name": { "type": "string" }, "flag": { "type": "boolean", "title": "{{title}}" } } } } } }
                    """),
            });

        Assert.Contains(denied, Told("""{ "sides": [{ "name": "South", "flag": false }] }"""), StringComparison.Ordinal);
        Assert.Contains(open, Told("""{ "sides": [{ "name": "North" }] }"""), StringComparison.Ordinal);

        string Told(string scenario) => rules.Evaluate(Scenario.Parse(scenario)).Explain().ToText();
    }
}
