using System.Globalization;

namespace NegotiationRules.Tests.Explanation;

public sealed class ExplanationOptionsTests
{
    [Theory]
    [InlineData(null, "Talks without military are pointless, and US brings none.")]
    [InlineData("en", "Talks without military are pointless, and US brings none.")]
    [InlineData("en-GB", "Talks without military are pointless, and US brings none.")]
    [InlineData("ru", "Без военных разговор бессмыслен: US.")]
    [InlineData("fr", "Talks without military are pointless, and US brings none.")]
    public void TheReasonIsGivenInTheLanguageAskedForOrElseTheFirst(string? language, string reason)
    {
        var rule = RuleOf(Guarantees.Explain(Guarantees.Mixed, new ExplanationOptions { Language = language }), "military-on-both-sides");

        Assert.Equal((ExplanationMark.Reason, reason), (rule.Children[0].Mark, rule.Children[0].Text));
        Assert.Equal(reason, Guarantees.Rules.Evaluate(Scenario.Parse(Guarantees.Mixed)).Rule("military-on-both-sides").Reason(language));
    }

    [Fact]
    public void TheReasonInNoParticularLanguageComesFirstWhereNoneIsAskedFor()
    {
        var rules = SmallVocabulary.Rules("""
            { "name": "small", "stages": ["talks"], "rules": [ { "id": "it", "require": { "talks.venue": "Geneva" },
              "because": "plain" } ] }
            """);
        var options = new ExplanationOptions { Language = "de" };

        Assert.Equal(
            "plain",
            RuleOf(rules.Evaluate(Scenario.Parse("""{ "talks": { "venue": "Kyiv" } }""")).Explain(options), "it").Children[0].Text
        );
    }

    [Fact]
    public void AReasonThatSpeaksOfFactsIsNotToldWhereTheRuleIsMet()
    {
        var rule = RuleOf(Guarantees.Explain(Guarantees.Met, new ExplanationOptions { ShowAll = true }), "legally-binding");

        Assert.DoesNotContain(rule.Children, child => child.Mark == ExplanationMark.Reason);
    }

    [Theory]
    [InlineData("""["a", "b"]""", "there are a and b")]
    [InlineData("""{ "known": ["a", "b"], "complete": false }""", "there are a, b …")]
    public void AReasonSaysOfAListThatThereMayBeMore(string guarantees, string reason)
    {
        var rules = SmallVocabulary.Rules("""
            {
              "name": "small", "stages": ["talks"],
              "rules": [ { "id": "it", "require": { "agreement.form": "written" }, "because": "there are {agreement.guarantees}" } ]
            }
            """);
        var verdict = rules.Evaluate(Scenario.Parse($$"""{ "agreement": { "form": "oral", "guarantees": {{guarantees}} } }"""));

        Assert.Equal(reason, RuleOf(verdict.Explain(), "it").Children[0].Text);
    }

    [Fact]
    public void SatisfiedRulesAreOneLineUnlessAllIsToBeShown()
    {
        Assert.Empty(RuleOf(Guarantees.Explain(Guarantees.Met), "no-delay").Children);
        Assert.NotEmpty(RuleOf(Guarantees.Explain(Guarantees.Met, new ExplanationOptions { ShowAll = true }), "no-delay").Children);
    }

    [Fact]
    public void LongListsAreCutAndSayHowManyMoreThereAre()
    {
        var rules = SmallVocabulary.Requiring("""{ "some": "parties", "where": { "vote": "yes" } }""");
        var parties = string.Join(
            ", ",
            Enumerable.Range(1, 44).Select(n => $$"""{ "id": "P{{n.ToString(CultureInfo.InvariantCulture)}}", "vote": "no" }""")
        );
        var verdict = rules.Evaluate(Scenario.Parse($$"""{ "parties": [ {{parties}} ] }"""));

        Assert.EndsWith("P9 (no), P10 (no) and 34 more", RuleOf(verdict.Explain(), "it").Children[0].Text, StringComparison.Ordinal);
        Assert.EndsWith(
            "there are P1 (no) and 43 more",
            RuleOf(verdict.Explain(new ExplanationOptions { MostElements = 1 }), "it").Children[0].Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void LongListsOfLinesAreCutToo()
    {
        var rules = SmallVocabulary.Requiring(
            """{ "every": "parties", "satisfy": { "some": "delegates", "where": { "role": "military" } } }"""
        );
        var parties = string.Join(
            ", ",
            Enumerable.Range(1, 44).Select(n => $$"""{ "id": "P{{n.ToString(CultureInfo.InvariantCulture)}}", "delegates": [] }""")
        );
        var lines = RuleOf(rules.Evaluate(Scenario.Parse($$"""{ "parties": [ {{parties}} ] }""")).Explain(), "it").Children[0].Children;

        Assert.Equal(11, lines.Count);
        Assert.Equal("and 34 more", lines[10].Text);
        Assert.Equal(ExplanationMark.Note, lines[10].Mark);
    }

    [Fact]
    public void ManyElementsThatFailOnFactsOfTheirOwnAreToldInOneLine()
    {
        var rules = SmallVocabulary.Requiring("""{ "every": "parties", "satisfy": { "vote": "yes" } }""");
        var parties = string.Join(
            ", ",
            Enumerable.Range(1, 44).Select(n => $$"""{ "id": "P{{n.ToString(CultureInfo.InvariantCulture)}}", "vote": "no" }""")
        );
        var line = RuleOf(
            rules.Evaluate(Scenario.Parse($$"""{ "parties": [ {{parties}} ] }""")).Explain(new() { MostElements = 2 }),
            "it"
        ).Children[0];

        Assert.Equal("not every party has vote yes; these do not: P1 (no), P2 (no) and 42 more", line.Text);
        Assert.Equal(["parties[0].vote", "parties[1].vote"], line.Facts);
        Assert.Empty(line.Children);
    }

    [Fact]
    public void AtLeastOneElementMustBeTold() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ExplanationOptions { MostElements = 0 });

    private static ExplanationNode RuleOf(VerdictExplanation explanation, string id) =>
        explanation
            .Outline.Children.SelectMany(stage => stage.Children)
            .SelectMany(node => node.IsFolded ? node.Children : [node])
            .Single(node => node.RuleId == id);
}
