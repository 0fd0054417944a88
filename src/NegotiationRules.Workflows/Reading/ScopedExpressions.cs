using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Lists the expressions of a workflow with the params that each can see, to infer the inputs from.</summary>
internal sealed class ScopedExpressions
{
    private readonly ParsedExpressions _expressions;
    private readonly List<ScopedExpression> _found = [];
    private readonly List<PassedOnExpression> _passedOn = [];

    // By workflow: rules see the same global params, and each is passed on once.
    private readonly Dictionary<string, HashSet<ScopedParam>> _passedOnParams = new(StringComparer.Ordinal);

    private ScopedExpressions(ParsedExpressions expressions) => _expressions = expressions;

    /// <summary>All that are evaluated: what stands in rules that are not enabled is left alone.</summary>
    public static ScopedExpressions Of(WorkflowSyntax workflow, IEnumerable<WorkflowRuleSyntax> rules, ParsedExpressions expressions)
    {
        var all = new ScopedExpressions(expressions);
        var globals = all.Add(workflow.GlobalParams, null);
        foreach (var rule in rules)
        {
            all.Add(rule, globals);
        }

        return all;
    }

    public IReadOnlyList<ScopedExpression> All => _found;

    /// <summary>What actions work out and pass on to the rules that they go on with: additional inputs, and params.</summary>
    public IReadOnlyList<PassedOnExpression> PassedOn => _passedOn;

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
                _found.AddRange(
                    evaluate.AdditionalInputs.Select(p => new ScopedExpression(_expressions.Of(p.Expression), visible, IsCondition: false))
                );
                AddPassedOn(evaluate, visible);
                break;
        }
    }

    private void AddPassedOn(EvaluateActionSyntax action, ScopedParam? visible)
    {
        foreach (var input in action.AdditionalInputs)
        {
            _passedOn.Add(
                new PassedOnExpression(
                    action.WorkflowName.Text,
                    input.Name.Text,
                    new ScopedExpression(_expressions.Of(input.Expression), visible, IsCondition: false)
                )
            );
        }

        if (!_passedOnParams.TryGetValue(action.WorkflowName.Text, out var passedOn))
        {
            _passedOnParams.Add(action.WorkflowName.Text, passedOn = new HashSet<ScopedParam>(ReferenceEqualityComparer.Instance));
        }

        // Of two params of one name, the later is meant.
        var names = action.AdditionalInputs.Select(input => input.Name.Text).ToHashSet(StringComparer.Ordinal);
        for (var param = visible; param is not null; param = param.Before)
        {
            if (names.Add(param.Name) && action.InputFilter?.Any(f => f.Text == param.Name) != false && passedOn.Add(param))
            {
                _passedOn.Add(
                    new PassedOnExpression(
                        action.WorkflowName.Text,
                        param.Name,
                        new ScopedExpression(param.Expression, param.Before, IsCondition: false)
                    )
                );
            }
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
