using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using NegotiationRules.RulesEngine.Actions;
using NegotiationRules.RulesEngine.Inputs;
using NegotiationRules.RulesEngine.Originals;
using NegotiationRules.RulesEngine.Plans;
using NegotiationRules.RulesEngine.Telemetry;
using RulesEngine.Interfaces;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine;

/// <summary>Evaluates Microsoft RulesEngine workflows in place of <c>RulesEngine.RulesEngine</c>: the same methods, the same results,
/// evaluated by NegotiationRules.</summary>
/// <remarks>
/// <para>An application changes the one line in which it makes its engine:</para>
/// <code>
/// services.AddSingleton&lt;IRulesEngine&gt;(new NegotiationRulesEngine(workflows));
/// </code>
/// <para>A rule that cannot be said in the rule language is given to RulesEngine itself, unchanged, and so is a rule whose expression would
/// end in an exception on the inputs at hand; <see cref="HandedOverRules.Of"/> tells which rules are always given away and why. Results are
/// those of RulesEngine, down to the messages. Two faults of it
/// are not repeated: injected workflows do not grow with each call, and two input types that only share their short name are told
/// apart.</para>
/// <para>Workflows are translated when they are first executed with inputs of given types, and kept. A workflow object must not be changed
/// while it is registered. Safe to use from any number of threads.</para>
/// </remarks>
public sealed class NegotiationRulesEngine : IRulesEngine
{
    private readonly OriginalSettings _settings;
    private readonly WorkflowStore _store;
    private readonly ActionRunner _actions;

    /// <summary>An engine with workflows in JSON.</summary>
    /// <param name="jsonConfig">The workflows, one JSON object each, as RulesEngine reads them: with the field names in their own letter
    /// case and without comments.</param>
    /// <param name="reSettings">The settings of RulesEngine, which all apply; <see langword="null"/> for its defaults.</param>
    /// <exception cref="JsonException">A text is not a workflow in JSON.</exception>
    /// <exception cref="global::RulesEngine.Exceptions.RuleValidationException">A workflow is incomplete, or two have the same
    /// name.</exception>
    public NegotiationRulesEngine(string[] jsonConfig, ReSettings? reSettings = null)
        : this(reSettings)
    {
        AddWorkflow([.. jsonConfig.Select(json => JsonSerializer.Deserialize<ModelWorkflow>(json)!)]);
    }

    /// <summary>An engine with workflows.</summary>
    /// <param name="workflows">The workflows.</param>
    /// <param name="reSettings">The settings of RulesEngine, which all apply; <see langword="null"/> for its defaults.</param>
    /// <exception cref="global::RulesEngine.Exceptions.RuleValidationException">A workflow is incomplete, or two have the same
    /// name.</exception>
    public NegotiationRulesEngine(ModelWorkflow[] workflows, ReSettings? reSettings = null)
        : this(reSettings)
    {
        AddWorkflow(workflows);
    }

    /// <summary>An engine without workflows as yet.</summary>
    /// <param name="reSettings">The settings of RulesEngine, which all apply; <see langword="null"/> for its defaults.</param>
    public NegotiationRulesEngine(ReSettings? reSettings = null)
        : this(reSettings, new NegotiationRulesEngineOptions())
    {
    }

    /// <summary>An engine with workflows that differs from RulesEngine where the options say so.</summary>
    /// <param name="workflows">The workflows.</param>
    /// <param name="reSettings">The settings of RulesEngine, which all apply; <see langword="null"/> for its defaults.</param>
    /// <param name="options">In what it differs.</param>
    /// <exception cref="global::RulesEngine.Exceptions.RuleValidationException">A workflow is incomplete, or two have the same
    /// name.</exception>
    public NegotiationRulesEngine(ModelWorkflow[] workflows, ReSettings? reSettings, NegotiationRulesEngineOptions options)
        : this(reSettings, options)
    {
        AddWorkflow(workflows);
    }

    /// <summary>An engine without workflows as yet that differs from RulesEngine where the options say so.</summary>
    /// <param name="reSettings">The settings of RulesEngine, which all apply; <see langword="null"/> for its defaults.</param>
    /// <param name="options">In what it differs.</param>
    public NegotiationRulesEngine(ReSettings? reSettings, NegotiationRulesEngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _settings = new OriginalSettings(reSettings)
        {
            MissingIsUnknown = options.MissingIsUnknown,
            Properties = new PropertyReading(options.IsPure),
        };
        _store = new WorkflowStore(_settings);
        _actions = new ActionRunner(_settings, ExecuteActionWorkflowAsync);
    }

    internal WorkflowStore Store => _store;

    /// <inheritdoc/>
    public async ValueTask<List<RuleResultTree>> ExecuteAllRulesAsync(string workflowName, params object[] inputs)
    {
        var parameters = new ModelParameter[inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            parameters[i] = new ModelParameter($"input{i + 1}", inputs[i]);
        }

        return await ExecuteAllRulesAsync(workflowName, parameters, default);
    }

    /// <inheritdoc/>
    public ValueTask<List<RuleResultTree>> ExecuteAllRulesAsync(string workflowName, params ModelParameter[] ruleParams) =>
        ExecuteAllRulesAsync(workflowName, ruleParams, default);

    /// <inheritdoc/>
    public async ValueTask<List<RuleResultTree>> ExecuteAllRulesAsync(
        string workflowName,
        ModelParameter[] ruleParams,
        CancellationToken cancellationToken
    )
    {
        using var activity = EngineTrace.Execute(workflowName);
        var parameters = Sorted(ruleParams);
        var results = PlanFor(workflowName, parameters).Evaluate(parameters, cancellationToken);
        if (_settings.Given.AutoExecuteActions)
        {
            await _actions.RunAllAsync(results, cancellationToken);
        }

        return results;
    }

    /// <inheritdoc/>
    public async ValueTask<ActionRuleResult> ExecuteActionWorkflowAsync(
        string workflowName,
        string ruleName,
        ModelParameter[] ruleParameters
    )
    {
        using var activity = EngineTrace.Execute(workflowName);
        var parameters = Sorted(ruleParameters);
        var plan = PlanFor(workflowName, parameters);
        var result = plan.TryEvaluate(ruleName, parameters)
            ?? throw new ArgumentException($"Workflow `{workflowName}` does not contain any rule named `{ruleName}`");
        return await _actions.RunAsync(result);
    }

    /// <inheritdoc/>
    [SuppressMessage(
        "Naming",
        "CA1725:Parameter names should match base declaration",
        Justification = "It has the name that it has in the class that this one stands in for."
    )]
    public void AddWorkflow(params ModelWorkflow[] workflows)
    {
        foreach (var workflow in workflows)
        {
            _store.Add(workflow);
        }
    }

    /// <inheritdoc/>
    [SuppressMessage(
        "Naming",
        "CA1725:Parameter names should match base declaration",
        Justification = "It has the name that it has in the class that this one stands in for."
    )]
    public void AddOrUpdateWorkflow(params ModelWorkflow[] workflows)
    {
        foreach (var workflow in workflows)
        {
            _store.AddOrUpdate(workflow);
        }
    }

    /// <inheritdoc/>
    public void ClearWorkflows() => _store.Clear();

    /// <inheritdoc/>
    public void RemoveWorkflow(params string[] workflowNames)
    {
        foreach (var name in workflowNames)
        {
            _store.Remove(name);
        }
    }

    /// <inheritdoc/>
    public bool ContainsWorkflow(string workflowName) => _store.Contains(workflowName);

    /// <inheritdoc/>
    public List<string> GetAllRegisteredWorkflowNames() => _store.Names();

    private WorkflowPlan PlanFor(string workflowName, ModelParameter[] parameters) =>
        _store.PlanFor(workflowName, parameters)
        ?? throw new ArgumentException($"Rule config file is not present for the {workflowName} workflow");

    [SuppressMessage(
        "Globalization",
        "CA1309:Use ordinal string comparison",
        Justification = "The order of the current culture, as there, decides what comes first in the inputs of a result."
    )]
    private static ModelParameter[] Sorted(ModelParameter[] parameters)
    {
        if (parameters is { Length: 1 })
        {
            return parameters;
        }

        var sorted = parameters.ToList();
        sorted.Sort((a, b) => string.Compare(a.Name, b.Name, StringComparison.CurrentCulture));
        return [.. sorted];
    }
}
