using RulesEngine.Actions;
using RulesEngine.ExpressionBuilders;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Actions;

/// <summary>The action <c>EvaluateRule</c>: evaluates a rule of this or another workflow, by this engine.</summary>
internal sealed class RuleEvaluation(
    RuleExpressionParser parser,
    Func<string, string, ModelParameter[], ValueTask<ActionRuleResult>> evaluate
) : IRunnableAction
{
    public async ValueTask<ActionRuleResult> RunAsync(ActionContext context, ModelParameter[] parameters, bool includesResults)
    {
        // The name is that of the class that messages of RulesEngine speak of.
        var outcome = await ActionOutcome.OfAsync(nameof(EvaluateRuleAction), () => EvaluateAsync(context, parameters));
        return ActionOutcome.OfEvaluation(outcome, context, includesResults);
    }

    private async ValueTask<object> EvaluateAsync(ActionContext context, ModelParameter[] parameters)
    {
        var workflow = context.GetContext<string>("workflowName");
        var rule = context.GetContext<string>("ruleName");
        var inputs = context.TryGetContext<List<string>>("inputFilter", out var names)
            ? parameters.Where(p => names.Contains(p.Name)).ToList()
            : [.. parameters];
        if (context.TryGetContext<List<ScopedParam>>("additionalInputs", out var additional))
        {
            foreach (var param in additional)
            {
                inputs.Add(Parameter(param.Name, parser.Evaluate<object>(param.Expression, parameters)));
            }
        }

        return await evaluate(workflow, rule, [.. inputs]);
    }

    // There, a type is taken for the type of a parameter without a value.
    private static ModelParameter Parameter(string name, object? value) =>
        value is Type type ? ModelParameter.Create(name, type) : new ModelParameter(name, value);
}
