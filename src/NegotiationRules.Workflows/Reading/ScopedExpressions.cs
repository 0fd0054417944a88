using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Lists the expressions of a workflow with the params that each can see, to infer the inputs from.</summary>
internal sealed class ScopedExpressions
{
    private readonly ParsedExpressions _expressions;
    private readonly List<ScopedExpression> _found = [];

    private ScopedExpressions(ParsedExpressions expressions) => _expressions = expressions;

    /// <summary>All that are evaluated: what stands in rules that are not enabled is left alone.</summary>
    public static IReadOnlyList<ScopedExpression> Of(WorkflowSyntax workflow, IEnumerable<WorkflowRuleSyntax> rules, ParsedExpressions expressions)
    {
        var all = new ScopedExpressions(expressions);
        var globals = all.Add(workflow.GlobalParams, null);
        foreach (var rule in rules)
        {
            all.Add(rule, globals);
        }

        return all._found;
    }

    private void Add(WorkflowRuleSyntax rule, ScopedParam? outer)
    {
        if (!rule.IsEnabled)
        {
            return;
        }

        var visible = Add(rule.LocalParams, outer);
        if (rule.Expression is not null)
        {
            _found.Add(new ScopedExpression(_expressions.Of(rule.Expression), visible, IsCondition: true));
        }

        foreach (var child in rule.Rules)
        {
            Add(child, visible);
        }

        Add(rule.OnSuccess, visible);
        Add(rule.OnFailure, visible);
    }

    private void Add(ActionSyntax? action, ScopedParam? visible)
    {
        switch (action)
        {
            case OutputActionSyntax output:
                _found.Add(new ScopedExpression(_expressions.Of(output.Expression), visible, IsCondition: false));
                break;
            case EvaluateActionSyntax evaluate:
                _found.AddRange(evaluate.AdditionalInputs.Select(p => new ScopedExpression(_expressions.Of(p.Expression), visible, IsCondition: false)));
                break;
        }
    }

    private ScopedParam? Add(IReadOnlyList<ParamSyntax> parameters, ScopedParam? before)
    {
        foreach (var parameter in parameters)
        {
            var expression = _expressions.Of(parameter.Expression);
            _found.Add(new ScopedExpression(expression, before, IsCondition: false));
            before = new ScopedParam(parameter.Name.Text, expression, before);
        }

        return before;
    }
}
