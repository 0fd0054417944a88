using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Reads a workflow file as it is written: one workflow, or a list of them. Expressions are left as text.</summary>
internal sealed class WorkflowFileReader
{
    private readonly WorkflowDiagnostics _diagnostics;
    private readonly WorkflowReader _reader;

    private WorkflowFileReader(DiagnosticBag bag, StringComparer names)
    {
        _diagnostics = new WorkflowDiagnostics(bag);
        _reader = new WorkflowReader(_diagnostics, names);
    }

    /// <summary>
    /// The workflows, with as much in them as could be read, or <see langword="null"/> if the text is not JSON or holds no workflow.
    /// They may be used only if nothing was reported; with errors, they serve to find further ones.
    /// </summary>
    /// <param name="source">The text of the file.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="names">How names of inputs and params are compared.</param>
    /// <param name="bag">Receives all that is wrong.</param>
    public static IReadOnlyList<WorkflowSyntax>? Read(SourceText source, ReadingLimits limits, StringComparer names, DiagnosticBag bag) =>
        JsonReader.Read(source, limits, bag, allowsBreaks: true) is { } root ? new WorkflowFileReader(bag, names).Read(root) : null;

    private List<WorkflowSyntax>? Read(JsonValue root)
    {
        if (root is JsonArray { Items.Count: 0 } empty)
        {
            _diagnostics.NoWorkflows(empty);
            return null;
        }

        if (Elements(root) is not { } elements)
        {
            return null;
        }

        var workflows = new List<WorkflowSyntax>();
        var byName = new Dictionary<string, WorkflowSyntax>(StringComparer.Ordinal);
        foreach (var element in elements)
        {
            if (element is not JsonObject written)
            {
                _diagnostics.WrongKind(element, "a workflow", "an object", "{ \"WorkflowName\": \"Discount\", \"Rules\": [ … ] }");
                continue;
            }

            var workflow = _reader.Read(written, workflows.Count + 1);
            workflows.Add(workflow);
            if (!byName.TryAdd(workflow.Name.Text, workflow))
            {
                _diagnostics.SameWorkflowTwice(workflow.Name, byName[workflow.Name.Text].Name);
            }
        }

        new WorkflowReferences(byName, _diagnostics).Check(workflows);
        return workflows;
    }

    // A list of rules is what some applications keep; it lacks the name by which a workflow is asked for.
    private IReadOnlyList<JsonValue>? Elements(JsonValue root)
    {
        switch (root)
        {
            case JsonArray list when list.Items.All(IsRule):
                _diagnostics.ListOfRules(list);
                return null;
            case JsonArray list:
                return list.Items;
            case JsonObject rule when IsRule(rule):
                _diagnostics.SingleRule(rule);
                return null;
            case JsonObject:
                return [root];
            default:
                _diagnostics.NotAWorkflow(root);
                return null;
        }
    }

    private static bool IsRule(JsonValue value) => value is JsonObject o && Has(o, "RuleName") && !Has(o, "WorkflowName");

    private static bool Has(JsonObject value, string field) =>
        value.Members.Any(m => string.Equals(m.Name, field, StringComparison.OrdinalIgnoreCase));
}
