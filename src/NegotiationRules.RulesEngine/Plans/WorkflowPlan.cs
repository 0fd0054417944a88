using System.Collections.Immutable;
using NegotiationRules.RulesEngine.Originals;
using NegotiationRules.RulesEngine.Results;
using NegotiationRules.RulesEngine.Rules;
using NegotiationRules.RulesEngine.Telemetry;
using RulesEngine.Models;

namespace NegotiationRules.RulesEngine.Plans;

/// <summary>How a workflow is evaluated with inputs of given names and types: which rules are evaluated here and which are handed over.
/// Safe to use from any thread.</summary>
internal sealed class WorkflowPlan
{
    private readonly Dictionary<string, int> _byName = new(StringComparer.Ordinal);
    private readonly ImmutableArray<StoredWorkflow> _sources;

    public WorkflowPlan(InputSignature signature, InjectedRules injected, ImmutableArray<PlannedRule> rules, OriginalRules original)
    {
        Signature = signature;
        _sources = injected.Sources;
        Rules = rules;
        Original = original;
        for (var i = 0; i < rules.Length; i++)
        {
            if (rules[i].Rule.RuleName is { } name)
            {
                _byName.TryAdd(name, i);
            }
        }
    }

    public InputSignature Signature { get; }

    /// <summary>The rules that are enabled, in the order of their results.</summary>
    public ImmutableArray<PlannedRule> Rules { get; }

    public OriginalRules Original { get; }

    public string Name => _sources[0].Workflow.WorkflowName;

    /// <summary>Why the workflow as a whole is handed over; <see langword="null"/> if it is not.</summary>
    public string? HandsOverBecause { get; init; }

    /// <summary>The rules that are evaluated here; <see langword="null"/> if there are none.</summary>
    public TranslatedRules? Translated { get; init; }

    /// <summary>Whether all workflows that it was made of are still registered as they were.</summary>
    public bool IsUpToDate(WorkflowStore store)
    {
        // The first is the one that was asked for, and has the plan.
        foreach (var source in _sources.AsSpan()[1..])
        {
            if (store.Find(source.Workflow.WorkflowName) != source)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The results of all rules.</summary>
    public List<RuleResultTree> Evaluate(ModelParameter[] parameters, CancellationToken cancellationToken)
    {
        if (Translated is null)
        {
            return HandOverAll(parameters, HandOverCause.Translation, cancellationToken);
        }

        using var evaluation = Translated.Begin(parameters);
        if (!evaluation.IsReady)
        {
            return HandOverAll(parameters, HandOverCause.Input, cancellationToken);
        }

        // Where an exception ends the call, which one it is depends on all rules together.
        if (Translated.IsAllOrNothing && evaluation.HasFault)
        {
            return HandOverAll(parameters, HandOverCause.Fault, cancellationToken);
        }

        var results = new List<RuleResultTree>(Rules.Length);
        for (var i = 0; i < Rules.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            results.Add(evaluation.TryResult(i) is { } result ? Count(i, result) : HandOver(i, parameters));
        }

        return results;
    }

    /// <summary>The result of one rule, as it is asked for to carry out its action; <see langword="null"/> if there is no such
    /// rule.</summary>
    public RuleResultTree? TryEvaluate(string ruleName, ModelParameter[] parameters)
    {
        var isKnown = _byName.TryGetValue(ruleName, out var rule);
        if (Translated is null)
        {
            return HandOverAmongAll(ruleName, parameters, HandOverCause.Translation);
        }

        if (!isKnown)
        {
            return null;
        }

        using var evaluation = Translated.Begin(parameters);
        if (!evaluation.IsReady)
        {
            return Translated.IsAllOrNothing
                ? HandOverAmongAll(ruleName, parameters, HandOverCause.Input)
                : HandOverAlone(rule, parameters, HandOverCause.Input);
        }

        return evaluation.TryResult(rule) is { } result ? Count(rule, result) : HandOverAlone(rule, parameters, CauseOf(rule));
    }

    private List<RuleResultTree> HandOverAll(ModelParameter[] parameters, HandOverCause cause, CancellationToken cancellationToken)
    {
        if (Rules.IsEmpty)
        {
            return [];
        }

        EngineMeter.HandedOver(Name, Rules.Select(rule => rule.Rule), cause);
        using var activity = EngineTrace.HandOver(Name, null, cause);
        return Original.Evaluate(parameters, cancellationToken);
    }

    private RuleResultTree HandOver(int rule, ModelParameter[] parameters)
    {
        EngineMeter.HandedOver(Name, Rules[rule].Rule, CauseOf(rule));
        using var activity = EngineTrace.HandOver(Name, Rules[rule].Rule, CauseOf(rule));
        return Original.Evaluate(rule, parameters);
    }

    private RuleResultTree HandOverAlone(int rule, ModelParameter[] parameters, HandOverCause cause)
    {
        EngineMeter.HandedOver(Name, Rules[rule].Rule, cause);
        using var activity = EngineTrace.HandOver(Name, Rules[rule].Rule, cause);
        return Original.EvaluateAlone(rule, parameters);
    }

    // The whole workflow is made ready first, as there: what is wrong with it comes before a name that does not exist.
    private RuleResultTree? HandOverAmongAll(string ruleName, ModelParameter[] parameters, HandOverCause cause)
    {
        if (Rules.IsEmpty)
        {
            return null;
        }

        if (_byName.TryGetValue(ruleName, out var rule))
        {
            EngineMeter.HandedOver(Name, Rules[rule].Rule, cause);
        }

        using var activity = EngineTrace.HandOver(Name, null, cause);
        return Original.EvaluateAmongAll(ruleName, parameters);
    }

    private HandOverCause CauseOf(int rule) => Rules[rule].Node is null ? HandOverCause.Translation : HandOverCause.Fault;

    private RuleResultTree Count(int rule, RuleResultTree result)
    {
        EngineMeter.Evaluated(Name, Rules[rule].Rule);
        return result;
    }
}
