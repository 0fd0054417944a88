using NegotiationRules.Explanation;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Explanation;

/// <summary>Whole explanations, in every rendering.</summary>
public sealed class VerdictExplanationTests
{
    [Fact]
    public void TheTextShowsWhatChangedTheAnswer() => Approved.Check(Guarantees.Explain(Guarantees.Mixed).ToText());

    [Fact]
    public void ShowAllShowsTheRestToo() =>
        Approved.Check(Guarantees.Explain(Guarantees.Met, new ExplanationOptions { ShowAll = true }).ToText());

    [Fact]
    public void AnEmptyScenarioNamesWhatIsNotKnown() => Approved.Check(Guarantees.Explain("{}").ToText());

    [Fact]
    public void TheMarkdownIsReadable() => Approved.Check(Guarantees.Explain(Guarantees.Mixed).ToMarkdown());

    [Fact]
    public void TheHtmlIsAWholePage() => Approved.Check(Guarantees.Explain(Guarantees.Mixed).ToHtml());

    [Fact]
    public void TheJsonHasTheShapeOfItsSchema() => Approved.Check(Guarantees.Explain(Guarantees.Mixed).ToJson());

    [Fact]
    public void TheMermaidChartIsDrawnFromTheVerdictDown() => Approved.Check(Guarantees.Explain(Guarantees.Mixed).ToMermaid());

    [Fact]
    public void TheRuleSetIsDescribedInPlainWords() => Approved.Check(RuleSetDescriber.Describe(Guarantees.Rules.Checked));

    [Fact]
    public void TheSummaryHasOneLineForEachStage() =>
        Approved.Check(
            string.Join(
                "\n\n",
                new[] { Guarantees.Mixed, Guarantees.Met, "{}" }.Select(scenario =>
                    Guarantees.Rules.Evaluate(Scenario.Parse(scenario)).ToString()
                )
            )
        );

    [Fact]
    public void TheRulesOfOnePartyCanBeExplainedAlone()
    {
        var text = Guarantees.Rules.Evaluate(Scenario.Parse(Guarantees.Mixed)).For("US").Explain().ToString();

        Assert.StartsWith(
            """
            ✓ guarantees 1.2.0, by the rules of the United States alone: valid
              leastTermYears: 10
              ✓ talks: valid, with one warning
                ! neutral-place (the United States): talks.venue is Geneva, neither Vienna nor Helsinki
              ✓ agreement: valid, as nothing is required

            ✓ talks: valid
              ! neutral-place: violated (expected by the United States)

            """,
            text,
            StringComparison.Ordinal);
        Assert.DoesNotContain("military", text, StringComparison.Ordinal);
    }
}
