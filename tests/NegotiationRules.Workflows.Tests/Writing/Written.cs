using System.Text.Json;

namespace NegotiationRules.Workflows.Tests.Writing;

/// <summary>Rule sets over one small vocabulary, written as workflows and taken apart.</summary>
internal static class Written
{
    private const string Facts = """
        { "properties": {
            "asOf": { "type": "string", "format": "date" },
            "count": { "type": "integer" }, "years": { "type": "integer" }, "price": { "type": "number", "multipleOf": 0.01 },
            "rate": { "type": "number" },
            "form": { "enum": ["written", "oral"] }, "name": { "type": "string" }, "binding": { "type": "boolean" },
            "start": { "type": "string", "format": "date" }, "end": { "type": "string", "format": "date" },
            "signed": { "type": "string", "format": "date-time" }, "closed": { "type": "string", "format": "date-time" },
            "term": { "type": "string", "format": "duration" },
            "talks": { "properties": { "topic": { "type": "string" }, "rounds": { "type": "integer", "default": 1 } } },
            "tags": { "type": "array", "items": { "type": "string" } },
            "marks": { "type": "array", "items": { "type": "integer" } },
            "bids": { "type": "array", "items": { "properties": {
              "by": { "type": "string" }, "offer": { "type": "number", "multipleOf": 0.01 }, "on": { "type": "string", "format": "date" },
              "weight": { "type": "integer", "minimum": 0 },
              "force": { "type": "number", "minimum": 0 } } } },
            "teams": { "type": "array", "items": { "properties": {
              "party": { "type": "string" },
              "members": { "type": "array", "items": { "properties": { "role": { "type": "string" }, "rank": { "type": "integer" },
              "pay": { "type": "number" } } } } } } }
        } }
        """;

    public static Vocabulary Vocabulary { get; } = Vocabulary.Parse(Facts);

    /// <summary>The expression of a rule that requires the condition.</summary>
    public static string Expression(string condition) =>
        Rule(Workflow($$"""{ "id": "a", "require": {{condition}} }"""), "a").GetProperty("Expression").GetString()!;

    /// <summary>Why a rule that requires the condition is left out.</summary>
    public static string Refusal(string condition) =>
        Assert
            .Single(
                WorkflowWriter.Write(RuleSet($$"""{ "id": "a", "require": {{condition}} }""")).Losses,
                l => l.Severity == DiagnosticSeverity.Error
            )
            .Message;

    /// <summary>The only workflow of a rule set with these rules.</summary>
    public static JsonElement Workflow(string rules, string more = "") => Parse(WorkflowWriter.Write(RuleSet(rules, more)).Json);

    public static RuleSet RuleSet(string rules, string more = "") =>
        NegotiationRules.RuleSet.Parse(
            $$"""{ "name": "deal", "stages": ["signing"], {{more}} "rules": [{{rules}}] }""",
            new RuleSetOptions { Vocabulary = Vocabulary }
        );

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static JsonElement Rule(JsonElement workflow, string name) =>
        workflow.GetProperty("Rules").EnumerateArray().Single(r => r.GetProperty("RuleName").GetString() == name);
}
