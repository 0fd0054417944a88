using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Reads one workflow.</summary>
internal sealed class WorkflowReader(WorkflowDiagnostics diagnostics, StringComparer names)
{
    private static readonly ObjectShape Shape = new("a workflow",
        ("WorkflowName", "\"Discount\""),
        ("WorkflowsToInject", "[\"Common\"]"),
        ("WorkflowRulesToInject", "[\"Common\"]"),
        ("RuleExpressionType", "\"LambdaExpression\""),
        ("GlobalParams", "[ { \"Name\": \"total\", \"Expression\": \"input1.price * input1.quantity\" } ]"),
        ("Rules", "[ { \"RuleName\": \"LargeOrder\", \"Expression\": \"input1.total > 1000\" } ]"),
        ("$schema", "\"workflow.schema.json\""));

    private readonly WorkflowRuleReader _rules = new(diagnostics, names);

    /// <summary>The workflow. One without a name goes by its <paramref name="number"/> in the file, counted from 1, so that what is wrong
    /// inside is found all the same.</summary>
    public WorkflowSyntax Read(JsonObject workflow, int number)
    {
        var what = FieldText.Of(workflow, "WorkflowName") is { } given ? $"the workflow `{given}`" : $"workflow {number}";
        var fields = new FieldReader(workflow, Shape, what, diagnostics);
        var name = fields.RequiredName("WorkflowName") ?? new Name($"workflow {number}", workflow.Span with { Length = 1 });
        _rules.CheckExpressionType(fields);
        var globals = _rules.Params.Read(fields, "GlobalParams", []);
        var rules = _rules.ReadAll(fields, "Rules", [.. globals.Select(p => p.Name)], []);
        var injected = ReadInjected(fields);
        if (IsEmpty(fields, "Rules") && IsEmpty(fields, "WorkflowsToInject") && IsEmpty(fields, "WorkflowRulesToInject"))
        {
            diagnostics.NoRules(workflow, what);
        }

        return new WorkflowSyntax { Span = workflow.Span, Name = name, Injected = injected, GlobalParams = globals, Rules = rules };
    }

    private static bool IsEmpty(FieldReader fields, string field) => fields.Find(field)?.Value is null or JsonArray { Items.Count: 0 };

    private List<Name> ReadInjected(FieldReader fields)
    {
        var field = fields.Find("WorkflowsToInject") is null ? "WorkflowRulesToInject" : "WorkflowsToInject";
        if (field == "WorkflowsToInject" && fields.Find("WorkflowRulesToInject") is { } old)
        {
            diagnostics.InjectedUnderBothNames(old);
        }

        var injected = new List<Name>();
        foreach (var item in fields.Items(field))
        {
            if (item is not JsonText text)
            {
                diagnostics.WrongKind(item, $"an element of `{field}` of {fields.What}", "text", fields.ExampleOf(field));
            }
            else if (string.IsNullOrWhiteSpace(text.Value))
            {
                diagnostics.Empty(text, field, fields.What, fields.ExampleOf(field));
            }
            else
            {
                injected.Add(new Name(text.Value, text.Span));
            }
        }

        return injected;
    }
}
