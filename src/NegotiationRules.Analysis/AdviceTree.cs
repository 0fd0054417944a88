using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis;

/// <summary>Advice as JSON, in one shape wherever it is written.</summary>
internal static class AdviceTree
{
    /// <param name="advice">The advice on one stage.</param>
    /// <param name="limit">How many remedies are listed at most.</param>
    public static JsonObject Of(Advice advice, int limit) => new JsonMembers()
        .Add("stage", advice.Stage.Name)
        .Add("outcome", Words.Of(advice.Stage.Outcome))
        .Add("settled", advice.Settled is { } settled ? Words.Of(settled) : null)
        .Add("remedies", List(advice.Remedies.Take(limit).Select(Of)))
        .Add("all", advice.IsAll && advice.Remedies.Count <= limit)
        .Add("whyNone", advice.WhyNone)
        .AddIfAny("nearestMiss", advice.NearestMiss is { } nearest ? Of(nearest) : null)
        .Add("questions", List(advice.Questions.Select(Of)))
        .AddIfAny("notDecided", advice.NotDecided is { } open ? Of(open) : null)
        .ToObject();

    private static JsonObject Of(Remedy remedy) => new JsonMembers()
        .Add("text", remedy.ToString())
        .Add("cost", Number(remedy.Cost))
        .Add("escape", remedy.IsEscape)
        .Add("steps", List(remedy.Steps.Select(Of)))
        .Add("changes", List(remedy.Changes.Select(Of)))
        .Add("scenario", remedy.Scenario.Root)
        .ToObject();

    private static JsonObject Of(RemedyStep step) => new JsonMembers()
        .Add("kind", Words.Of(step.Kind))
        .Add("path", step.Path)
        .Add("from", step.From)
        .Add("room", step.Room)
        .Add("cost", Number(step.Cost))
        .Add("by", step.ControlledBy)
        .ToObject();

    private static JsonObject Of(OutcomeChange change) => new JsonMembers()
        .Add("rule", change.Rule.Id)
        .Add("before", Words.Of(change.Before))
        .Add("after", Words.Of(change.After))
        .ToObject();

    private static JsonObject Of(FactQuestion question) => new JsonMembers()
        .Add("path", question.Path)
        .Add("text", question.Text)
        .Add("by", question.ControlledBy)
        .Add("answers", List(question.Answers.Select(Of)))
        .ToObject();

    private static JsonObject Of(PossibleAnswer answer) => new JsonMembers()
        .Add("room", answer.Room)
        .Add("outcome", Words.Of(answer.Outcome))
        .ToObject();

    private static JsonObject Of(NotDecided open) => new JsonMembers()
        .Add("reason", open.Reason)
        .Add("help", open.Help is { } help ? new JsonText(default, help) : new JsonNull(default))
        .ToObject();

    private static JsonMembers AddIfAny(this JsonMembers members, string name, JsonObject? value) =>
        value is null ? members : members.Add(name, value);

    // A list that is empty is told, too.
    private static JsonArray List(IEnumerable<JsonValue> items) => new(default, [.. items]);

    private static JsonNumber Number(decimal number) => new(default, number.ToString(CultureInfo.InvariantCulture));
}
