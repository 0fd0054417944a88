using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NegotiationRules.Workflows;

namespace NegotiationRules.RulesEngine;

/// <summary>Turns workflow objects of RulesEngine into rule sets, and rule sets into workflow objects.</summary>
/// <remarks>Both ways lead through the JSON of a workflow file. Safe to use from any thread.</remarks>
public static class WorkflowConversion
{
    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>Workflow objects as NegotiationRules reads them from a file: checked, with a rule set for each.</summary>
    /// <param name="workflows">The workflows; those that are injected must be among them.</param>
    /// <param name="options">How to read them, with the types of the inputs; <see langword="null"/> for
    /// <see cref="WorkflowOptions.Default"/>, by which types are inferred.</param>
    /// <exception cref="RuleFileException">A workflow has errors, or an expression that the rule language cannot say; the exception holds
    /// all of them, with places in the JSON of the workflows.</exception>
    public static WorkflowFile ToWorkflowFile(IEnumerable<ModelWorkflow> workflows, WorkflowOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(workflows);
        return WorkflowFile.Parse(JsonSerializer.Serialize(workflows.ToArray(), Json), options);
    }

    /// <summary>A rule set as workflow objects: one for each stage.</summary>
    /// <param name="rules">The rule set.</param>
    /// <param name="losses">What a workflow cannot say, as in <see cref="WorkflowText.Losses"/>: an error for each rule that has no
    /// counterpart and never succeeds, warnings for the rest.</param>
    /// <param name="inputs">What the inputs are; by default one, <c>input1</c>, that is the scenario.</param>
    public static IReadOnlyList<ModelWorkflow> ToWorkflows(
        RuleSet rules,
        out IReadOnlyList<Diagnostic> losses,
        WorkflowInputs inputs = WorkflowInputs.Scenario
    )
    {
        ArgumentNullException.ThrowIfNull(rules);
        var written = WorkflowWriter.Write(rules, inputs);
        losses = written.Losses;
        return written.Json.TrimStart().StartsWith('[')
            ? JsonSerializer.Deserialize<ModelWorkflow[]>(written.Json)!
            : [JsonSerializer.Deserialize<ModelWorkflow>(written.Json)!];
    }
}
