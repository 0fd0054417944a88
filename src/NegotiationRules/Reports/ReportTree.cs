using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Text;

namespace NegotiationRules.Reports;

/// <summary>A report as JSON. <see cref="ReportReader"/> reads it.</summary>
internal static class ReportTree
{
    /// <summary>Where the outcomes stand; whoever writes nothing but these, for many scenarios, uses the same names.</summary>
    public const string Stages = "stages";

    /// <inheritdoc cref="Stages"/>
    public const string Rules = "rules";

    public static JsonObject Of(VerdictReport report)
    {
        var blocking = report.Stages.Where(stage => stage.Blocking.Count > 0);
        return new JsonMembers()
            .Add("ruleSet", report.RuleSetName)
            .Add("version", report.Version)
            .Add("scenario", report.ScenarioName)
            .Add("holder", report.Holder)
            .Add("outcome", Words.Of(report.Outcome))
            .Add(Stages, Object(report.Stages.Select(stage => Named(stage.Name, Word(stage.Outcome)))))
            .Add(Rules, Object(report.Rules.Select(rule => Named(rule.Id, Word(rule.Outcome)))))
            .Add("blocking", blocking.Select(stage => Named(stage.Name, Texts(stage.Blocking))))
            .Add("warnings", report.Warnings.Select(Text))
            .Add("reasons", report.Rules.Where(rule => rule.Reason is not null).Select(rule => Named(rule.Id, Text(rule.Reason!))))
            .Add("unsettled", report.Rules.Where(rule => rule.Unsettled.Count > 0).Select(rule => Named(rule.Id, Texts(rule.Unsettled))))
            .Add(
                "elements",
                report.Rules.Where(rule => rule.Elements.Count > 0).Select(rule => Named(rule.Id, List(rule.Elements.Select(Of)))))
            .Add("score", report.Score)
            .Add("scores", report.Stages.Where(stage => stage.Score is not null).Select(stage => Named(stage.Name, Of(stage.Score!.Value))))
            .ToObject();
    }

    private static JsonMembers Add(this JsonMembers members, string name, Score? score) =>
        score is { } known ? members.Add(name, Of(known)) : members;

    private static JsonObject Of(Score score) => new JsonMembers().Add("low", Number(score.Low)).Add("high", Number(score.High)).ToObject();

    private static JsonObject Of(ReportedElement element) => new JsonMembers()
        .Add("label", element.Label)
        .Add("path", element.Path.Length > 0 ? element.Path : null)
        .Add("holder", element.Holder)
        .Add("outcome", Words.Of(element.Outcome))
        .Add("reason", element.Reason)
        .ToObject();

    private static (string Name, JsonValue Value) Named(string name, JsonValue value) => (name, value);

    private static JsonObject Object(IEnumerable<(string Name, JsonValue Value)> members) =>
        new(default, [.. members.Select(member => new JsonMember(member.Name, default, member.Value))]);

    private static JsonText Word<T>(T outcome)
        where T : struct, Enum => Text(Words.Of(outcome));

    private static JsonText Text(string text) => new JsonText(default, text);

    private static JsonArray Texts(IEnumerable<string> texts) => List(texts.Select(Text));

    private static JsonArray List(IEnumerable<JsonValue> items) => new JsonArray(default, [.. items]);

    private static JsonNumber Number(double number) => new(default, number.ToString("R", CultureInfo.InvariantCulture));
}
