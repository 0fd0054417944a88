using NegotiationRules.Analysis.Questions;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Telling;

/// <summary>Tests as tests files write them.</summary>
internal static class TestsWriter
{
    private const int LongestName = 200;

    /// <summary>A test of its own.</summary>
    public static string Of(string name, TellingCase telling) => JsonPrinter.Print(Test(name, telling), indented: true);

    /// <summary>A whole file of tests, to stand beside one that there is.</summary>
    public static string File(RuleTests beside, IEnumerable<(string Name, TellingCase Test)> tests)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(beside.Path))!;
        var rules = beside.Rules.Text is { } text
            ? Path.GetRelativePath(folder, Path.GetFullPath(text.Name)).Replace('\\', '/') : string.Empty;
        JsonValue[] all = [.. tests.Select(test => Test(test.Name, test.Test))];
        var file = Object(("rules", new JsonText(default, rules)), ("tests", new JsonArray(default, all)));
        return JsonPrinter.Print(file, all.Append(file).ToHashSet());
    }

    private static JsonObject Test(string name, TellingCase telling) => Object(
        ("name", new JsonText(default, name)), ("scenario", telling.Scenario), ("expect", Expect(telling)));

    /// <summary>What a test may expect besides.</summary>
    public static string Expected(TellingCase telling) => JsonPrinter.Print(Expect(telling), indented: false);

    /// <summary>A name that says what a test shows.</summary>
    public static string NameOf(TellingCase telling)
    {
        if (telling.Rule is not { } rule)
        {
            var blocking = telling.Verdict.Stage(telling.Stage).Blocking.Select(blocks => blocks.Rule.Id).ToList();
            var want = blocking.Count == 0 ? string.Empty : $" for want of {string.Join(", ", blocking)}";
            return $"{telling.Stage}, {telling.Outcome}{want}";
        }

        var why = telling.Because is { } because ? $", as {because}" : WhyOf(telling, rule);
        return Short(OneLine.Of($"{rule.Id}, {telling.Outcome}{why}"));
    }

    private static string Short(string name) => name.Length > LongestName ? $"{name[..LongestName].TrimEnd()}…" : name;

    private static string WhyOf(TellingCase telling, Rule rule)
    {
        var stage = telling.Verdict.Explain(ExplanationOptions.Default with { ShowAll = true }).Outline.Children
            .FirstOrDefault(node => node.Children.Any(inner => IsOn(inner, rule)));
        var node = stage?.Children.SelectMany(inner => inner.IsFolded ? inner.Children : [inner])
            .FirstOrDefault(inner => IsOn(inner, rule));
        var why = node?.Children.Where(inner => inner.Mark is not (ExplanationMark.Reason or ExplanationMark.Note))
            .OrderBy(inner => inner.Mark != node.Mark).FirstOrDefault();
        return $": {why?.Text ?? node?.Text}";
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
