using System.Globalization;
using System.Text;
using NegotiationRules.Explanation.Wording;
using NegotiationRules.Tests.Support;

namespace NegotiationRules.Tests.Explanation;

/// <summary>Every form of condition as it is described and as it is explained, read and approved by a person.</summary>
public sealed class ConditionFormsTests
{
    public static TheoryData<string> Groups { get; } = [.. FormCases.Groups];

    [Theory]
    [MemberData(nameof(Groups))]
    public void EveryFormReadsLikeASentence(string group)
    {
        var text = new StringBuilder();
        foreach (var (form, scenarios) in FormCases.Of(group))
        {
            var rules = SmallVocabulary.Requiring(
                form,
                parameters: """{ "most": 25, "annex": ["FR", "UK", "CN"], "numbers": [4, 2, 3], "months": ["2022-01", "2022-02-10"],"""
                    + """ "due": "2022-01-10" }""",
                conditions: """{ "a written agreement": { "agreement.form": "written" },"""
                    + """ "military at the table": { "some": "delegates", "where": { "role": "military" } } }"""
            );
            var condition = rules.Checked.Rules[0].Require;
            var root = Naming.Root(rules.Vocabulary.Root);
            text.AppendLine(form);
            text.Append(CultureInfo.InvariantCulture, $"  says that {ConditionWording.Sentence(condition, root)}\n");
            text.Append(CultureInfo.InvariantCulture, $"  the opposite: {ConditionWording.Sentence(condition, root, holds: false)}\n");
            foreach (var scenario in scenarios)
            {
                var verdict = rules.Evaluate(Scenario.Parse(scenario));
                var outcome = verdict.Rule("it").Outcome;
                var node = Find(verdict.Explain(new ExplanationOptions { ShowAll = outcome == RuleOutcome.Satisfied }).Outline, "it")!;
                text.Append(CultureInfo.InvariantCulture, $"  {outcome}\n").Append(Indent(node)).AppendLine();
            }
        }

        Approved.Check(text.ToString(), testMethod: group);
    }

    private static ExplanationNode? Find(ExplanationNode node, string rule) =>
        node.RuleId == rule ? node : node.Children.Select(child => Find(child, rule)).FirstOrDefault(found => found is not null);

    private static string Indent(ExplanationNode node) =>
        string.Concat(
                NegotiationRules
                    .Explanation.Rendering.TextRenderer.Render(node)
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Skip(1)
                    .Select(line => $"  {line}\n")
            )
            .TrimEnd('\n');
}
