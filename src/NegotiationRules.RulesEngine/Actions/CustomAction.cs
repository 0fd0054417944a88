using RulesEngine.Actions;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Actions;

/// <summary>An action that is a class made for RulesEngine.</summary>
internal sealed class CustomAction(ActionBase action) : IRunnableAction
{
    public async ValueTask<ActionRuleResult> RunAsync(ActionContext context, ModelParameter[] parameters, bool includesResults)
    {
        var outcome = await ActionOutcome.OfAsync(action.GetType().Name, () => action.Run(context, parameters));
        if (action is EvaluateRuleAction)
        {
            return ActionOutcome.OfEvaluation(outcome, context, includesResults);
        }

        outcome.Results = includesResults ? [context.GetParentRuleResult()] : null;
        return outcome;
    }
}
