using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Reads the actions of a rule.</summary>
internal sealed class ActionReader(WorkflowDiagnostics diagnostics, StringComparer names)
{
    private const string Output = "OutputExpression";
    private const string Evaluate = "EvaluateRule";

    private static readonly ObjectShape ActionsShape = new("the actions of a rule",
        ("OnSuccess", "{ \"Name\": \"OutputExpression\", \"Context\": { \"Expression\": \"input1.total * 0.9\" } }"),
        ("OnFailure", "{ \"Name\": \"EvaluateRule\", \"Context\": { \"workflowName\": \"Discount\", \"ruleName\": \"SmallOrder\" } }"));

    private static readonly ObjectShape ActionShape = new(
        "an action",
        ("Name", "\"OutputExpression\""),
        ("Context", "{ \"Expression\": \"input1.total * 0.9\" }")
    );

    private static readonly ObjectShape OutputShape = new("a context", ("Expression", "\"input1.total * 0.9\""));

    private static readonly ObjectShape EvaluateShape = new("a context",
        ("workflowName", "\"Discount\""),
        ("ruleName", "\"SmallOrder\""),
        ("inputFilter", "[\"input1\"]"),
        ("additionalInputs", "[ { \"Name\": \"discount\", \"Expression\": \"input1.total * 0.9\" } ]"));

    private readonly ParamReader _params = new(diagnostics, names);

    public (ActionSyntax? OnSuccess, ActionSyntax? OnFailure) Read(FieldReader rule, IReadOnlyList<Name> visible)
    {
        if (rule.Object("Actions") is not { } written)
        {
            return (null, null);
        }

        var fields = new FieldReader(written, ActionsShape, $"`Actions` of {rule.What}", diagnostics);
        return (ReadOne(fields, "OnSuccess", rule.What, visible), ReadOne(fields, "OnFailure", rule.What, visible));
    }

    private ActionSyntax? ReadOne(FieldReader actions, string field, string rule, IReadOnlyList<Name> visible)
    {
        if (actions.Object(field) is not { } written)
        {
            return null;
        }

        var fields = new FieldReader(written, ActionShape, $"`{field}` of {rule}", diagnostics);
        if (fields.RequiredName("Name") is not { } name)
        {
            return null;
        }

        var context = fields.Object("Context");
        if (Is(name, Output))
        {
            return ReadOutput(written, name, context, fields.What);
        }

        if (Is(name, Evaluate))
        {
            return ReadEvaluate(written, name, context, fields.What, visible);
        }

        diagnostics.CustomAction(name, Spelling.Nearest(name.Text, [Output, Evaluate]));
        return new CustomActionSyntax(written.Span, name, context);
    }

    private ActionSyntax ReadOutput(JsonObject written, Name name, JsonObject? context, string what)
    {
        var fields = new FieldReader(context ?? new JsonObject(written.Span, []), OutputShape, $"the context of {what}", diagnostics);
        return fields.RequiredExpression("Expression") is { } expression
            ? new OutputActionSyntax(written.Span, name, context, expression)
            : new CustomActionSyntax(written.Span, name, context);
    }

    private ActionSyntax ReadEvaluate(JsonObject written, Name name, JsonObject? context, string what, IReadOnlyList<Name> visible)
    {
        var fields = new FieldReader(context ?? new JsonObject(written.Span, []), EvaluateShape, $"the context of {what}", diagnostics);
        var workflow = fields.RequiredName("workflowName");
        var rule = fields.RequiredName("ruleName");
        var filter = fields.Find("inputFilter") is null ? null : ReadFilter(fields);

        // Only names that are passed on as well would be there twice.
        var passedOn = visible.Where(v => filter is null || filter.Any(f => f.Text == v.Text)).ToList();
        var additional = _params.Read(fields, "additionalInputs", passedOn);
        return workflow is not null && rule is not null
            ? new EvaluateActionSyntax(written.Span, name, context, workflow, rule, filter, additional)
            : new CustomActionSyntax(written.Span, name, context);
    }

    private List<Name> ReadFilter(FieldReader fields)
    {
        var filter = new List<Name>();
        foreach (var item in fields.Items("inputFilter"))
        {
            if (item is JsonText text)
            {
                filter.Add(new Name(text.Value, text.Span));
            }
            else
            {
                diagnostics.WrongKind(item, $"an element of `inputFilter` of {fields.What}", "text", fields.ExampleOf("inputFilter"));
            }
        }

        return filter;
    }

    private static bool Is(Name name, string action) => string.Equals(name.Text, action, StringComparison.OrdinalIgnoreCase);
}
