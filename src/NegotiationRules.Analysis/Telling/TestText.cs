using NegotiationRules.Analysis.Questions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Telling;

/// <summary>Tests as tests files write them.</summary>
internal static class TestText
{
    /// <summary>A test of its own.</summary>
    public static string Of(string name, TellingCase telling) => JsonPrinter.Print(
        Object(
            ("name", new JsonText(default, name)), ("scenario", FactText.ToJson(telling.Facts, telling.Facts.Type)),
            ("expect", Expect(telling))),
        indented: true);

    /// <summary>What a test may expect besides.</summary>
    public static string Expected(TellingCase telling) => JsonPrinter.Print(Expect(telling), indented: false);

    /// <summary>A name that says what a test shows.</summary>
    public static string NameOf(TellingCase telling)
    {
        var stage = telling.Verdict.Explain(ExplanationOptions.Default with { ShowAll = true }).Outline.Children
            .FirstOrDefault(node => node.Children.Any(inner => telling.Rule is null || IsOn(inner, telling.Rule)));
        if (telling.Rule is not { } rule)
        {
            return OneLine.Of($"{telling.Stage} is {telling.Outcome}: {stage?.Text}");
        }

        var node = stage?.Children.SelectMany(inner => inner.IsFolded ? inner.Children : [inner]).FirstOrDefault(inner => IsOn(inner, rule));
        var why = node?.Children.Where(inner => inner.Mark is not (ExplanationMark.Reason or ExplanationMark.Note))
            .OrderBy(inner => inner.Mark != node.Mark).FirstOrDefault();
        return OneLine.Of($"{rule.Id}, {telling.Outcome}: {why?.Text ?? node?.Text}");
    }

    private static bool IsOn(ExplanationNode node, Rule rule) =>
        node.RuleId == rule.Id || (node.IsFolded && node.Children.Any(inner => inner.RuleId == rule.Id));

    private static JsonObject Expect(TellingCase telling)
    {
        var (key, name) = telling.Rule is { } rule ? ("rules", rule.Id) : ("stages", telling.Stage);
        return Object((key, Object((name, new JsonText(default, telling.Outcome)))));
    }

    private static JsonObject Object(params (string Name, JsonValue Value)[] members) =>
        new(default, [.. members.Select(member => new JsonMember(member.Name, default, member.Value))]);
}
