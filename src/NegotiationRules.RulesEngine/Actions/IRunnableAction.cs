using RulesEngine.Actions;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Actions;

/// <summary>An action that can be carried out once.</summary>
internal interface IRunnableAction
{
    /// <summary>Carries it out. Its exceptions are part of what came of it.</summary>
    /// <param name="context">What the rule gives to the action, and the result that led to it.</param>
    /// <param name="parameters">The inputs and params of the result.</param>
    /// <param name="includesResults">Whether the results that led to it are asked for.</param>
    ValueTask<ActionRuleResult> RunAsync(ActionContext context, ModelParameter[] parameters, bool includesResults);
}
