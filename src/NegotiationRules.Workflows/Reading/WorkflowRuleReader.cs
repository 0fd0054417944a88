using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Reads the rules of a workflow and those nested in them.</summary>
internal sealed class WorkflowRuleReader(WorkflowDiagnostics diagnostics, StringComparer names)
{
    private const string ExpressionType = "LambdaExpression";

    private static readonly string[] Operators = ["And", "AndAlso", "Or", "OrElse"];

    private static readonly ObjectShape Shape = new("a rule",
        ("RuleName", "\"LargeOrder\""),
        ("Expression", "\"input1.total > 1000\""),
        ("Operator", "\"And\""),
        ("Rules", "[ { \"RuleName\": \"LargeOrder\", \"Expression\": \"input1.total > 1000\" } ]"),
        ("LocalParams", "[ { \"Name\": \"total\", \"Expression\": \"input1.price * input1.quantity\" } ]"),
        ("ErrorMessage", "\"The order is too small.\""),
        ("SuccessEvent", "\"10\""),
        ("Actions", "{ \"OnSuccess\": { \"Name\": \"OutputExpression\", \"Context\": { \"Expression\": \"input1.total * 0.9\" } } }"),
        ("Properties", "{ \"priority\": 1 }"),
        ("Enabled", "false"),
        ("RuleExpressionType", $"\"{ExpressionType}\""),
        ("WorkflowsToInject", "[\"Common\"]"));

    private readonly ActionReader _actions = new(diagnostics, names);

    public ParamReader Params { get; } = new(diagnostics, names);

    /// <summary>The rules of one list.</summary>
    /// <param name="fields">The object that has the list.</param>
    /// <param name="field">The name of the list.</param>
    /// <param name="visible">The params that the rules can see.</param>
    /// <param name="parents">The names of the rules that these are nested in.</param>
    public IReadOnlyList<WorkflowRuleSyntax> ReadAll(
        FieldReader fields, string field, IReadOnlyList<Name> visible, IReadOnlyList<string> parents
    )
    {
        var rules = new List<WorkflowRuleSyntax>();
        var siblings = new Dictionary<string, Name>(StringComparer.Ordinal);
        foreach (var item in fields.Items(field))
        {
            if (item is not JsonObject written)
            {
                diagnostics.WrongKind(item, $"an element of `{field}` of {fields.What}", "an object", fields.ExampleOf(field));
                continue;
            }

            var rule = Read(written, rules.Count + 1, visible, parents);
            rules.Add(rule);

            // Of rules at the top, those that are injected count too: they are looked at once all workflows are known.
            if (parents.Count > 0 && rule.IsEnabled && !siblings.TryAdd(rule.Name.Text, rule.Name))
            {
                diagnostics.SameNameInside(rule.Name, parents[^1]);
            }
        }

        return rules;
    }

    /// <summary>Reports an expression type that there is not.</summary>
    public void CheckExpressionType(FieldReader fields)
    {
        switch (fields.Find("RuleExpressionType")?.Value)
        {
            // Serialisers write an enumeration as its name or as its number.
            case null or JsonNumber { Digits: "0" }:
                break;
            case JsonText text when string.Equals(text.Value, ExpressionType, StringComparison.OrdinalIgnoreCase):
                break;
            case var other:
                diagnostics.UnknownExpressionType(other, fields.What);
                break;
        }
    }

    private WorkflowRuleSyntax Read(JsonObject written, int number, IReadOnlyList<Name> visible, IReadOnlyList<string> parents)
    {
        var given = FieldText.Of(written, "RuleName");
        var what =
            given is not null ? $"the rule `{given}`"
            : parents.Count > 0 ? $"rule {number} of `{FieldText.Shorten(parents[^1])}`"
            : $"rule {number}";
        var fields = new FieldReader(written, Shape, what, diagnostics);
        var name = fields.RequiredName("RuleName") ?? new Name($"rule {number}", written.Span with { Length = 1 });
        CheckExpressionType(fields);
        var properties = fields.Object("Properties");
        var message = fields.Text("ErrorMessage");
        var successEvent = fields.Text("SuccessEvent");
        var isEnabled = fields.Flag("Enabled", otherwise: true);
        var locals = Params.Read(fields, "LocalParams", visible);
        var (onSuccess, onFailure) = _actions.Read(fields, [.. visible, .. locals.Select(p => p.Name)]);
        var operation = ReadOperator(fields);
        var expression =
            fields.Find("Expression") is { Value: JsonText { Value: "" } } && operation is not null
                ? null
                : fields.Expression("Expression");
        var rules = ReadAll(fields, "Rules", [.. visible, .. locals.Select(p => p.Name)], [.. parents, name.Text]);
        CheckWhatDecides(written, fields, expression);
        if (operation is not null && isEnabled && rules.Count > 0 && !rules.Any(r => r.IsEnabled))
        {
            diagnostics.AllChildrenDisabled(name);
        }

        return new WorkflowRuleSyntax
        {
            Span = written.Span,
            Name = name,
            Properties = properties,
            Operator = operation,
            ErrorMessage = message,
            IsEnabled = isEnabled,
            Rules = operation is null ? [] : rules,
            LocalParams = locals,
            Expression = operation is null ? expression : null,
            OnSuccess = onSuccess,
            OnFailure = onFailure,
            SuccessEvent = successEvent?.Value,
        };
    }

    private WorkflowOperator? ReadOperator(FieldReader fields)
    {
        if (fields.Text("Operator") is not { } text)
        {
            return null;
        }

        switch (text.Value)
        {
            case "And" or "AndAlso":
                return WorkflowOperator.And;
            case "Or" or "OrElse":
                return WorkflowOperator.Or;
        }

        if (Operators.FirstOrDefault(o => string.Equals(o, text.Value, StringComparison.OrdinalIgnoreCase)) is { } meant)
        {
            diagnostics.OperatorInOtherCase(text, meant);
            return meant.StartsWith('A') ? WorkflowOperator.And : WorkflowOperator.Or;
        }

        diagnostics.UnknownOperator(text, Operators);
        return null;
    }

    // Every rule is decided by its expression or, if it has an operator, by its children.
    private void CheckWhatDecides(JsonObject written, FieldReader fields, JsonText? expression)
    {
        var hasRules = fields.Find("Rules")?.Value is JsonArray { Items.Count: > 0 } or JsonObject;
        if (fields.Find("WorkflowsToInject") is { Value: not JsonArray { Items.Count: 0 } } injected)
        {
            diagnostics.InjectedIntoRule(injected, fields.What);
        }

        switch (fields.Find("Operator"))
        {
            case { } op when !hasRules:
                diagnostics.OperatorWithoutRules(op, fields.What);
                break;
            case { } when expression is not null:
                diagnostics.ExpressionBesideOperator(fields.Find("Expression")!, fields.What);
                break;
            case null when hasRules:
                diagnostics.RulesWithoutOperator(fields.Find("Rules")!, fields.What);
                break;
            case null when fields.Find("Expression") is null:
                diagnostics.NothingDecides(written, fields.What);
                break;
        }
    }
}
