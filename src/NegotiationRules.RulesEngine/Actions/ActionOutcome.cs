using RulesEngine.Actions;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Actions;

/// <summary>Makes the outcome of an action from what it gives or throws, as RulesEngine does.</summary>
internal static class ActionOutcome
{
    /// <summary>Runs an action; an exception is wrapped in another that names it.</summary>
    public static async ValueTask<ActionRuleResult> OfAsync(string name, Func<ValueTask<object>> run)
    {
        var outcome = new ActionRuleResult();
        try
        {
            outcome.Output = await run();
        }
#pragma warning disable CA1031, CA2201 // RulesEngine catches whatever an action throws, and gives an exception of no particular type.
        catch (Exception exception)
        {
            outcome.Exception = new Exception($"Exception while executing {name}: {exception.Message}", exception);
        }
#pragma warning restore CA1031, CA2201

        return outcome;
    }

    /// <summary>The outcome of evaluating another rule: its own output, and its results before the one that led to it.</summary>
    public static ActionRuleResult OfEvaluation(ActionRuleResult outcome, ActionContext context, bool includesResults)
    {
        var inner = outcome.Output as ActionRuleResult;
        return new ActionRuleResult
        {
            Output = inner?.Output,
            Exception = outcome.Exception,
            Results = includesResults ? [.. inner?.Results ?? [], context.GetParentRuleResult()] : null,
        };
    }
}
