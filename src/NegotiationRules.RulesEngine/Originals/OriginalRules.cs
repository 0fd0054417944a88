using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Originals;

/// <summary>RulesEngine itself, for the rules of one workflow: all together, or one of them alone.</summary>
/// <remarks>Nothing is made before it is first needed. Safe to use from any thread.</remarks>
internal sealed class OriginalRules
{
    private readonly ModelWorkflow _workflow;
    private readonly IReadOnlyList<ModelRule> _rules;
    private readonly Lazy<OriginalEngine> _engine;
    private readonly Lazy<string> _all;
    private readonly Lazy<string> _allWithoutActions;
    private readonly Lazy<string>[] _single;
    private readonly Lazy<string>[] _singleWithoutActions;

    /// <param name="settings">The settings of the engine.</param>
    /// <param name="workflow">The workflow.</param>
    /// <param name="rules">Its rules, those that are injected included.</param>
    public OriginalRules(OriginalSettings settings, ModelWorkflow workflow, IReadOnlyList<ModelRule> rules)
    {
        (_workflow, _rules) = (workflow, rules);
        _engine = new(() => new OriginalEngine(settings.ForEvaluation()));
        // What it says of a missing rule names the workflow, so this one has its own name.
        _all = new(() => Add("\0all", rules));
        _allWithoutActions = new(() => Add(workflow.WorkflowName, [.. rules.Select(WithoutActions)]));
        _single = [.. rules.Select((rule, i) => new Lazy<string>(() => Add($"\0rule {i}", [rule])))];
        _singleWithoutActions =
        [
            .. rules.Select((rule, i) => new Lazy<string>(() => Add($"\0rule {i} without actions", [WithoutActions(rule)]))),
        ];
    }

    /// <summary>The results of all rules.</summary>
    public List<RuleResultTree> Evaluate(ModelParameter[] parameters, CancellationToken cancellationToken) =>
        Run(_all.Value, parameters, cancellationToken);

    /// <summary>The result of one rule among all.</summary>
    public RuleResultTree Evaluate(int rule, ModelParameter[] parameters) =>
        Run(_single[rule].Value, parameters, CancellationToken.None)[0];

    /// <summary>The result of one rule that is asked for alone: what goes wrong in a global param is an exception then.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="parameters">The inputs.</param>
    public RuleResultTree EvaluateAlone(int rule, ModelParameter[] parameters)
    {
        var result = RunAlone(_singleWithoutActions[rule].Value, _rules[rule].RuleName, parameters);
        result.Rule = _rules[rule];
        return result;
    }

    /// <summary>The same where all others are made ready first, so that what is wrong with them, or a name that does not exist, is an
    /// exception.</summary>
    public RuleResultTree EvaluateAmongAll(string ruleName, ModelParameter[] parameters)
    {
        var result = RunAlone(_allWithoutActions.Value, ruleName, parameters);
        result.Rule = _rules.First(rule => rule.RuleName == ruleName);
        return result;
    }

    private RuleResultTree RunAlone(string workflow, string ruleName, ModelParameter[] parameters) =>
        _engine.Value.ExecuteActionWorkflowAsync(workflow, ruleName, parameters).AsTask().GetAwaiter().GetResult().Results[0];

    // Without actions, it ends before it returns.
    private List<RuleResultTree> Run(string workflow, ModelParameter[] parameters, CancellationToken cancellationToken) =>
        _engine.Value.ExecuteAllRulesAsync(workflow, parameters, cancellationToken).AsTask().GetAwaiter().GetResult();

    private string Add(string name, IReadOnlyList<ModelRule> rules)
    {
        _engine.Value.AddOrUpdateWorkflow(new ModelWorkflow
        {
            WorkflowName = name,
            RuleExpressionType = _workflow.RuleExpressionType,
            GlobalParams = _workflow.GlobalParams,
            Rules = [.. rules],
        });
        return name;
    }

    private static ModelRule WithoutActions(ModelRule rule) => new()
    {
        RuleName = rule.RuleName,
        Properties = rule.Properties,
        Operator = rule.Operator,
        ErrorMessage = rule.ErrorMessage,
        Enabled = rule.Enabled,
        RuleExpressionType = rule.RuleExpressionType,
        WorkflowsToInject = rule.WorkflowsToInject,
        Rules = rule.Rules,
        LocalParams = rule.LocalParams,
        Expression = rule.Expression,
        SuccessEvent = rule.SuccessEvent,
    };
}
