using System.Globalization;
using NegotiationRules.Explanation.Rendering;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Explanation;

/// <summary>Whatever there is to say, it fits where it is shown.</summary>
public sealed class LayoutTests
{
    public static TheoryData<string> Scenarios { get; } = [.. Directory
        .GetFiles(Repository.At("rules"), "*.scenario.json", SearchOption.AllDirectories)
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}broken{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void LinesAreBrokenBetweenWordsAtEveryWidth(string scenario)
    {
        var explanation = Explain(scenario, ExplanationOptions.Default);
        foreach (var width in (int[])[20, 60, 80, 200])
        {
            var text = explanation.ToText(colour: false, width);
            Assert.All(
                text.Split('\n'),
                line =>
                    Assert.True(
                        LineWrap.ColumnsOf(line) <= width
                            || !line.Trim()
                                .Trim('✓', '✗', '+', '−', '?', '…', '–', '!', '·')
                                .Trim()
                                .Contains(' ', StringComparison.Ordinal),
                        line
                    )
            );
            Assert.Equal(Words(explanation.ToText()), Words(text));
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void NoSentenceGoesOverMoreThanThreeLines(string scenario)
    {
        foreach (var width in (int[])[60, 80, 100, 200])
        {
            var lines = 0;
            foreach (var line in Explain(scenario, new ExplanationOptions { ShowAll = true }).ToText(colour: false, width).Split('\n'))
            {
                lines = line.TrimStart()
                    is ['✓' or '✗' or '+' or '−' or '?' or '…' or '–' or '!' or '·', ' ', ..]
                        or ['s', 'o', 'u', 'r', 'c', 'e', ':', ..]
                        or ['s', 'c', 'e', 'n', 'a', 'r', 'i', 'o', ':', ..]
                    ? 1
                    : lines + 1;
                Assert.True(lines <= 3 || line.Length == 0, $"at {width}: {line}");
            }
        }
    }

    [Theory]
    [InlineData("one; two; three", "one; two; three")]
    [InlineData("first {60}; second {60}; third", "first {60};|second {60}; third")]
    [InlineData("there is {30} “Ministry; of {20}, and {20}” and {40}", "there is {30} “Ministry; of {20}, and {20}”|and {40}")]
    public void LongSentencesAreBrokenWhereTheyTakeABreath(string text, string points)
    {
        Assert.Equal(Fill(points).Split('|'), SentenceBreaks.Of(Fill(text), 40));
        Assert.Equal(Fill(text), string.Join(' ', SentenceBreaks.Of(Fill(text), 40)));

        static string Fill(string text) =>
            System.Text.RegularExpressions.Regex.Replace(
                text,
                @"\{(\d+)\}",
                m => string.Join(' ', Enumerable.Repeat("word", int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) / 5))
            );
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void APictureIsNeverMoreThanMermaidDraws(string scenario) =>
        AssertCanBeDrawn(Explain(scenario, new ExplanationOptions { ShowAll = true }).ToMermaid());

    [Fact]
    public void OfManyRulesAPictureShowsFirstThoseThatDecideAndSaysHowManyItLeavesOut()
    {
        var picture = ManyRules(700).ToMermaid();

        AssertCanBeDrawn(picture);
        Assert.Contains("✗ rule-1: violated", picture, StringComparison.Ordinal);
        Assert.Matches("… [0-9]+ more rules", picture);
    }

    [Fact]
    public void APageOfManyRulesHasAFilterAndOpensOnlyWhatDecides()
    {
        var html = ManyRules(200).ToHtml();

        Assert.Contains("<input type=\"radio\" name=\"o\" id=\"o-deciding\">", html, StringComparison.Ordinal);
        Assert.Contains("body:has(#o-deciding:checked) :is(.rule:not(.deciding, :target)", html, StringComparison.Ordinal);
        Assert.Equal(100, Count(html, "class=\"rule violated deciding\" open>"));
        Assert.DoesNotContain("class=\"rest\" open", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"filter\"", ManyRules(3).ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void OfManyRulesTheHeadNamesThreeAndCountsTheOthers()
    {
        var stage = Assert.Single(ManyRules(200).Summary);

        Assert.Equal("talks: invalid, 100 rules stand in the way", stage.Text);
        Assert.Equal(["rule-1", "rule-3", "rule-5", null], stage.Children.Select(line => line.RuleId));
        Assert.Equal("and 97 more rules", stage.Children[3].Text);
    }

    [Fact]
    public void OfTwoRulesWithOneTitleTheHeadGivesTheIds()
    {
        const string Required = """ "require": { "talks.venue": "Geneva" } }""";
        var stage = Assert.Single(SmallVocabulary.Rules($$"""
            { "name": "twins", "stages": ["talks"], "rules": [ { "id": "a", "title": "On neutral ground", {{Required}},
              { "id": "b", "title": "On neutral ground", {{Required}}, { "id": "c", "title": "By the lake", {{Required}} ] }
            """).Evaluate(Scenario.Parse("""{ "talks": { "venue": "Kyiv" } }""")).Explain().Summary);

        Assert.Equal(["a", "b", "By the lake"], stage.Children.Select(line => line.Text.Split(':')[0]));
    }

    [Fact]
    public void AChangedParameterIsNamedFirstWithWhatItWas()
    {
        var verdict = Guarantees.Rules.With("leastTermYears", 15).Evaluate(Scenario.Parse(Guarantees.Mixed, "talks/mixed.scenario.json"));

        Assert.StartsWith(
            "✗ guarantees 1.2.0: invalid\n  scenario: mixed; leastTermYears: 15, changed from 10\n",
            verdict.Explain().ToText(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void ASentenceIsWiderWhereItsSignsAre() =>
        Assert.Equal((4, 2, 1), (LineWrap.ColumnsOf("条約"), LineWrap.ColumnsOf("🕊"), LineWrap.ColumnsOf("e\u0301")));

    private static void AssertCanBeDrawn(string picture)
    {
        Assert.InRange(picture.Length, 1, 50_000);
        Assert.InRange(Count(picture, " --> "), 0, 500);
    }

    // Every second rule is violated.
    private static VerdictExplanation ManyRules(int count) => SmallVocabulary.Rules($$"""
        { "name": "many", "stages": ["talks"], "rules": [ {{string.Join(", ", Enumerable.Range(0, count).Select(Rule))}} ] }
        """).Evaluate(Scenario.Parse("""{ "talks": { "venue": "Kyiv" } }""")).Explain();

    private static string Rule(int i) =>
        $$"""{ "id": "rule-{{i.ToString(CultureInfo.InvariantCulture)}}", "require": { "talks.venue": {"""
            + $$""" "{{(i % 2 == 1 ? "is" : "isNot")}}": "Geneva" } } }""";

    private static VerdictExplanation Explain(string scenario, ExplanationOptions options)
    {
        // Where several files share the scenarios and none goes by the name of the folder, any will do.
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(Repository.At(scenario)))!;
        var own = Path.Combine(folder, $"{Path.GetFileName(folder)}.rules.json");
        var rules = File.Exists(own) ? own : Directory.GetFiles(folder, "*.rules.json").Order(StringComparer.Ordinal).First();
        return RuleSet
            .Load(rules, new RuleSetOptions { Root = Repository.At("rules") })
            .Evaluate(Scenario.Load(Repository.At(scenario)))
            .Explain(options);
    }

    private static string[] Words(string text) =>
        [.. text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word != "·")];

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
