using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NegotiationRules.Workflows.Tests.Recorded;

/// <summary>An expression and its answers, or workflows and the answers of the first.</summary>
internal sealed record RecordedCase : RecordedRule
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The expression, if it is all there is.</summary>
    public string? Expression { get; init; }

    /// <summary>What the workflows show.</summary>
    public string? Name { get; init; }

    /// <summary>The workflows as RulesEngine got them.</summary>
    public JsonArray? Workflows { get; init; }

    /// <summary>Whether RulesEngine cannot parse the expression; it is false then, and so is its negation.</summary>
    public bool EngineRefuses { get; init; }

    /// <summary>The codes with which the expression is refused here.</summary>
    public IReadOnlyList<string>? Refused { get; init; }

    /// <summary>The codes with which it is refused here only where null is a value.</summary>
    public IReadOnlyList<string>? RefusedIfExact { get; init; }

    /// <summary>The answers for each rule.</summary>
    public IReadOnlyList<RecordedRule> Answers => Expression is null ? Rules! : [this];

    /// <summary>The text of a workflow file.</summary>
    public string Text => (Workflows ?? new JsonArray(new JsonObject
    {
        ["WorkflowName"] = "recorded",
        ["Rules"] = new JsonArray(new JsonObject { ["RuleName"] = "rule", [nameof(Expression)] = Expression }),
    })).ToJsonString(Plain);

    public override string ToString() => Expression ?? Name!;
}
