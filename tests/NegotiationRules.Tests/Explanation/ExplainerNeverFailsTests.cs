using System.Text.Json;
using System.Text.RegularExpressions;
using NegotiationRules.Tests.Agreement;
using NegotiationRules.Tests.Laws;

namespace NegotiationRules.Tests.Explanation;

/// <summary>Whatever the rules and the scenario, there is an explanation, in every rendering, that agrees with the verdict.</summary>
public partial class ExplainerNeverFailsTests
{
    private static readonly ExplanationOptions[] Options = [ExplanationOptions.Default, new() { ShowAll = true, MostElements = 2 }];

    [Law]
    internal void EveryVerdictCanBeExplainedInEveryRendering(RulesCase @case)
    {
        if (Evaluate(@case) is not { } verdict)
        {
            return;
        }

        foreach (var options in Options)
        {
            var explanation = verdict.Explain(options);
            AssertTextIsTidy(explanation.ToText());
            AssertPageIsWhole(explanation);
            using var json = JsonDocument.Parse(explanation.ToJson());
            Assert.StartsWith("# ", explanation.ToMarkdown(), StringComparison.Ordinal);
            Assert.StartsWith("flowchart LR\n", explanation.ToMermaid(), StringComparison.Ordinal);
            Assert.Equal(Renderings(explanation), Renderings(Evaluate(@case)!.Explain(options)));
        }

        Assert.Equal(verdict.Stages.Count, verdict.ToString().Split('\n').Length);
    }

    [Law]
    internal void MarksAgreeWithOutcomes(RulesCase @case)
    {
        if (Evaluate(@case) is not { } verdict)
        {
            return;
        }

        foreach (var options in Options)
        {
            var outline = verdict.Explain(options).Outline;
            Assert.Equal(verdict.Stages.Select(s => MarkOf(s.Outcome)), outline.Children.Select(s => s.Mark));
            Assert.Equal(MarkOf(verdict.Outcome), outline.Mark);
            var told = Lines(outline).Where(node => node.RuleId is not null).ToDictionary(node => node.RuleId!);
            foreach (var rule in verdict.Rules)
            {
                if (told.GetValueOrDefault(rule.Rule.Id) is { } node)
                {
                    Assert.Equal(MarkOf(rule), node.Mark);
                }
                else
                {
                    Assert.True(
                        rule.Outcome == RuleOutcome.NotApplicable && !options.ShowAll,
                        $"nothing is said of {rule.Rule.Id}, which is {rule.Outcome}"
                    );
                }
            }
        }
    }

    private static Verdict? Evaluate(RulesCase @case) =>
        @case.Rules.Rules is { } rules && rules.TryEvaluate(@case.Scenario.Scenario, out var verdict, out _) ? verdict : null;

    private static string[] Renderings(VerdictExplanation explanation) =>
        [explanation.ToText(), explanation.ToMarkdown(), explanation.ToHtml(), explanation.ToJson(), explanation.ToMermaid()];

    private static void AssertTextIsTidy(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.All(text[..^1].Split('\n'), line => Assert.Matches(Line(), line));
    }

    private static void AssertPageIsWhole(VerdictExplanation explanation)
    {
        var html = explanation.ToHtml();
        foreach (var tag in (string[])["html", "body", "main", "section", "details", "summary", "ul", "li", "div", "p", "figure", "b"])
        {
            Assert.Equal(Regex.Count(html, $"<{tag}[ >]"), Regex.Count(html, $"</{tag}>"));
        }

        Assert.Equal(Lines(explanation.Outline).Count(node => node.RuleId is not null), Regex.Count(html, "class=\"rule "));
    }

    private static ExplanationMark MarkOf(StageOutcome outcome) => outcome switch
    {
        StageOutcome.Valid => ExplanationMark.Satisfied,
        StageOutcome.Invalid => ExplanationMark.Violated,
        StageOutcome.NotApplicable => ExplanationMark.NotApplicable,
        _ => ExplanationMark.Unknown,
    };

    private static ExplanationMark MarkOf(RuleVerdict rule) => rule switch
    {
        { Outcome: RuleOutcome.Violated, Rule: { IsRisk: true } or { Strength: Strength.Expected } } => ExplanationMark.Warning,
        _ => Enum.Parse<ExplanationMark>($"{rule.Outcome}"),
    };

    private static IEnumerable<ExplanationNode> Lines(ExplanationNode node) => node.Children.SelectMany(Lines).Prepend(node);

    // A sign, "source:" or the name of a scenario or parameter, and words with one space between them; or nothing, between stages. A space
    // inside a number does not break.
    [GeneratedRegex(@"^(( {2})*([✓✗+−?…–!·]|source:|\w+:) (\S|(?<=\d)\u00A0(?=\d))+( (\S|(?<=\d)\u00A0(?=\d))+)*)?$")]
    private static partial Regex Line();
}
