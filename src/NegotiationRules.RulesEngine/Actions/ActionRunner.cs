using System.Runtime.ExceptionServices;
using NegotiationRules.RulesEngine.Originals;
using RulesEngine.Actions;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Actions;

/// <summary>Carries out the actions of rules: those that are built in, and those of the application.</summary>
internal sealed class ActionRunner
{
    private readonly ReSettings _settings;
    private readonly Dictionary<string, Func<IRunnableAction>> _actions = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="settings">The settings, with the application's actions.</param>
    /// <param name="evaluateRule">Evaluates a rule of a workflow, by their names, and carries out its action.</param>
    public ActionRunner(OriginalSettings settings, Func<string, string, ModelParameter[], ValueTask<ActionRuleResult>> evaluateRule)
    {
        _settings = settings.Given;
        _actions.Add("OutputExpression", () => new CustomAction(new OutputExpressionAction(settings.Parser)));
        _actions.Add("EvaluateRule", () => new RuleEvaluation(settings.Parser, evaluateRule));
        foreach (var (name, make) in _settings.CustomActions ?? [])
        {
            _actions.Add(name, () => new CustomAction(make()));
        }
    }

    /// <summary>Carries out the actions of all results, children first.</summary>
    public async ValueTask RunAllAsync(IEnumerable<RuleResultTree> results, CancellationToken cancellationToken)
    {
        foreach (var result in results)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (result.ChildResults is not null)
            {
                await RunAllAsync(result.ChildResults, cancellationToken);
            }

            if (ActionOf(result) is not { } action)
            {
                result.ActionResult = new ActionResult();
                continue;
            }

            var outcome = await RunAsync(action, result, includesResults: false);
            result.ActionResult = new ActionResult { Output = outcome.Output, Exception = outcome.Exception };
            ThrowIfAsked(outcome, result);
        }
    }

    /// <summary>Carries out the action of one result.</summary>
    /// <returns>What came of it, with the results that led to it.</returns>
    public async ValueTask<ActionRuleResult> RunAsync(RuleResultTree result)
    {
        if (ActionOf(result) is not { } action)
        {
            return new ActionRuleResult { Results = [result] };
        }

        var outcome = await RunAsync(action, result, includesResults: true);
        ThrowIfAsked(outcome, result);
        return outcome;
    }

    private static ActionInfo? ActionOf(RuleResultTree result) =>
        result.IsSuccess ? result.Rule.Actions?.OnSuccess : result.Rule.Actions?.OnFailure;

    private ValueTask<ActionRuleResult> RunAsync(ActionInfo action, RuleResultTree result, bool includesResults)
    {
        if (!_actions.TryGetValue(action.Name, out var make))
        {
            throw new KeyNotFoundException($"Action with name: {action.Name} does not exist");
        }

        var runnable = make();
        var parameters = result.Inputs.Select(input => new ModelParameter(input.Key, input.Value)).ToArray();
        return runnable.RunAsync(new ActionContext(action.Context, result), parameters, includesResults);
    }

    private void ThrowIfAsked(ActionRuleResult outcome, RuleResultTree result)
    {
        if (outcome.Exception is not null && !_settings.IgnoreException && !_settings.EnableExceptionAsErrorMessage)
        {
            outcome.Exception.Data[nameof(ModelRule.RuleName)] = result.Rule.RuleName;
            ExceptionDispatchInfo.Throw(outcome.Exception);
        }
    }
}
