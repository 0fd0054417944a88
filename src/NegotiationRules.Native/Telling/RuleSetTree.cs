using NegotiationRules.Conditions;
using NegotiationRules.Text;

namespace NegotiationRules.Native.Telling;

/// <summary>What there is to know of a rule set, as JSON.</summary>
internal static class RuleSetTree
{
    public static string Write(RuleSet rules) => JsonPrinter.Print(
        new JsonMembers()
            .Add("name", rules.Name)
            .Add("version", rules.Version)
            .Add("description", rules.Description)
            .Add("stages", List(rules.Stages.Select(stage => new JsonText(default, stage))))
            .Add("rules", List(rules.Rules.Select(Of)))
            .Add("parameters", List(rules.Checked.Parameters.Select(Of)))
            .Add("vocabulary", rules.Vocabulary.Name)
            .Add("facts", List(rules.Vocabulary.Facts().Select(Of)))
            .ToObject(),
        indented: false);

    private static JsonObject Of(Rule rule) => new JsonMembers()
        .Add("id", rule.Id)
        .Add("title", rule.Title)
        .Add("stage", rule.Stage)
        .Add("holder", rule.Holder)
        .Add("strength", Words.Of(rule.Strength))
        .Add("risk", rule.IsRisk ? true : null)
        .Add("words", rule.Describe())
        .Add("reason", rule.Reason())
        .ToObject();

    private static JsonObject Of(Parameter parameter) => new JsonMembers()
        .Add("name", parameter.Name)
        .Add("value", parameter.Value)
        .Add("description", parameter.Description)
        .ToObject();

    private static JsonObject Of(VocabularyFact fact) => new JsonMembers()
        .Add("path", fact.Path)
        .Add("type", fact.Type)
        .Add("title", fact.Title)
        .Add("meaning", fact.Meaning)
        .Add("values", fact.Values.Select(value => new JsonText(default, value)))
        .Add("list", fact.IsList ? true : null)
        .Add("object", fact.IsObject ? true : null)
        .ToObject();

    private static JsonArray List(IEnumerable<JsonValue> items) => new(default, [.. items]);
}
