using System.Globalization;
using NegotiationRules.Explanation;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Explanation;

public sealed class ExplainerTests
{
    private static readonly ExplanationOptions All = new() { ShowAll = true };

    public static TheoryData<string> RuleFiles { get; } = [.. Directory
        .GetFiles(Repository.At("rules"), "*.rules.json", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}broken{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void EveryRuleSetCanBeExplainedWithoutAFactAndDescribed(string file)
    {
        var rules = RuleSet.Load(Repository.At(file), new RuleSetOptions { Root = Repository.At("rules") });
        var verdict = rules.Evaluate(Scenario.Parse("{}"));

        Assert.All(Lines(verdict.Explain(All).Outline), node => Assert.False(string.IsNullOrWhiteSpace(node.Text)));
        Assert.Contains(rules.Name, RuleSetDescriber.Describe(rules.Checked), StringComparison.Ordinal);
        Assert.Equal(rules.Stages.Count, verdict.ToString().Split('\n').Length);
    }

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void EveryScenarioThatComesWithARuleSetCanBeExplained(string file)
    {
        var rules = RuleSet.Load(Repository.At(file), new RuleSetOptions { Root = Repository.At("rules") });
        var scenarios = Directory.GetFiles(Path.GetDirectoryName(Repository.At(file))!, "*.scenario.json", SearchOption.AllDirectories);

        Assert.NotEmpty(scenarios);
        foreach (var verdict in scenarios.Select(path => rules.Evaluate(Scenario.Load(path))))
        {
            var told = Lines(verdict.Explain().Outline).ToList();
            Assert.All(
                verdict.Rules.Where(r => r.Outcome is RuleOutcome.Violated),
                r => Assert.NotEmpty(told.Single(node => node.RuleId == r.Rule.Id).Children)
            );
            Assert.True(Lines(verdict.Explain(All).Outline).Count() >= told.Count);
            Assert.DoesNotContain(told, node => node.Text.Contains("  ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void TheSameVerdictIsToldInTheSameWords()
    {
        var (first, second) = (Guarantees.Explain(Guarantees.Mixed, All), Guarantees.Explain(Guarantees.Mixed, All));

        Assert.Equal(first.ToText(), second.ToText());
        Assert.Equal(first.ToHtml(), second.ToHtml());
        Assert.Equal(first.ToJson(), second.ToJson());
        Assert.Equal(first.ToMarkdown(), second.ToMarkdown());
        Assert.Equal(first.ToMermaid(), second.ToMermaid());
    }

    [Fact]
    public void NoCultureChangesTheWords()
    {
        var (before, culture) = (Guarantees.Explain(Guarantees.Mixed, All).ToText(), CultureInfo.CurrentCulture);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal(before, Guarantees.Explain(Guarantees.Mixed, All).ToText());
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void FactsAreThePathsThatChangeThem()
    {
        var scenario = Scenario.Parse(Guarantees.Mixed);
        var paths = Lines(Guarantees.Rules.Evaluate(scenario).Explain(All).Outline).SelectMany(node => node.Facts).Distinct().ToList();

        Assert.Contains("parties[1].delegates", paths);
        Assert.All(paths, path => Assert.NotNull(scenario.With(path, null)));
    }

    [Fact]
    public void TheStatedSourceOfAFactIsRepeated()
    {
        var line = Lines(Guarantees.Explain(Guarantees.Mixed).Outline).Single(node => node.Facts is ["talks.start"]);

        var source = Assert.Single(line.Sources);
        Assert.Equal(("J. Doe", "We meet in April."), (source.Speaker, source.Quote));
    }

    [Fact]
    public void TheSourceOfAnObjectIsThatOfTheFactsInside()
    {
        var rules = SmallVocabulary.Requiring("""{ "agreement.form": "written" }""");
        var verdict = rules.Evaluate(Scenario.Parse("""{ "agreement": { "value": { "form": "oral" }, "source": "the minutes" } }"""));

        Assert.Equal("the minutes", Lines(verdict.Explain().Outline).SelectMany(node => node.Sources).Distinct().First().ToString());
    }

    [Fact]
    public void WhatGrowsTooLargeInAPartThatDidNotMatterIsToldAsUnknown()
    {
        var rules = SmallVocabulary.Requiring("""
            { "all": [ { "agreement.form": "written" }, { "value": { "fact": "talks.start", "plus": "P100Y" },
              "after": { "fact": "talks.end" } } ] }
            """
        );
        var verdict = rules.Evaluate(
            Scenario.Parse("""{ "agreement": { "form": "oral" }, "talks": { "start": "9950-01-01", "end": "2022-01-01" } }""")
        );

        Assert.Equal(RuleOutcome.Violated, verdict.Rule("it").Outcome);
        Assert.Contains(
            Lines(verdict.Explain(All).Outline),
            node => node.Mark == ExplanationMark.Unknown && node.Text.Contains("too large", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void ADeadlineBeyondTheCalendarIsToldAsSuch()
    {
        var rules = SmallVocabulary.Rules("""
            { "name": "small", "stages": ["talks"], "rules": [ { "id": "it", "by": { "fact": "talks.end", "plus": "P100Y" },
              "require": { "talks.venue": "Geneva" } } ] }
            """);
        var verdict = rules.Evaluate(Scenario.Parse("""{ "talks": { "end": "9950-01-01" } }"""));

        Assert.Contains(
            "it is due by the day 100 years after talks.end (no day of the calendar); asOf is not known",
            verdict.Explain().ToText(),
            StringComparison.Ordinal
        );
        Assert.StartsWith("talks: undetermined", verdict.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatANameStandsForIsToldOnceAndThenReferredBackTo()
    {
        var conditions = string.Join(
            ", ",
            Enumerable
                .Range(1, 14)
                .Select(n =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$"""
                        "c{{n}}": { "any": [ { "condition": "c{{n - 1}}" }, { "all": [ { "condition": "c{{n - 1}}" } ] } ] }
                        """
                    )
                )
        );
        var rules = SmallVocabulary.Requiring(
            """{ "condition": "c14" }""",
            conditions: $$"""{ "c0": { "agreement.form": "written" }, {{conditions}} }"""
        );
        var lines = Lines(rules.Evaluate(Scenario.Parse("""{ "agreement": { "form": "oral" } }""")).Explain().Outline).ToList();

        Assert.Contains(lines, node => node.Text == "“c13” does not hold, as said above");
        Assert.InRange(lines.Count, 15, 150);
    }

    [Fact]
    public void AnExplanationComesToAnEnd()
    {
        var parts = string.Join(", ", Enumerable.Range(0, 100).Select(i => $$"""{ "agreement.termYears": { "moreThan": {{i + 10}} } }"""));
        var all = string.Join(", ", Enumerable.Range(0, 250).Select(i => $$"""{ "id": "r{{i}}", "require": { "all": [ {{parts}} ] } }"""));
        var rules = RuleSet.Parse($$"""{ "name": "long", "stages": ["agreement"], "rules": [ {{all}} ] }""");
        var lines = Lines(rules.Evaluate(Scenario.Parse("""{ "agreement": { "termYears": 5 } }""")).Explain().Outline).ToList();

        Assert.Contains(lines, node => node.Text == "the rest would be too long to tell");
        Assert.InRange(lines.Count, 1_000, 60_000);
    }

    private static IEnumerable<ExplanationNode> Lines(ExplanationNode node) => node.Children.SelectMany(Lines).Prepend(node);
}
