using System.Collections.Concurrent;
using System.Collections.Immutable;
using NegotiationRules.RulesEngine.Inputs;
using NegotiationRules.RulesEngine.Results;
using NegotiationRules.RulesEngine.Rules;

namespace NegotiationRules.RulesEngine.Plans;

/// <summary>The rules of a workflow that are evaluated here. Safe to use from any thread.</summary>
internal sealed class TranslatedRules
{
    // No bag: what it keeps for each thread would keep these rules alive for as long as the thread lives.
    private readonly ConcurrentQueue<WorkflowEvaluation> _idle = new();
    private WorkflowEvaluation? _idleFirst;

    /// <summary>All rules of the workflow, those that are handed over included.</summary>
    public required ImmutableArray<PlannedRule> Rules { get; init; }

    /// <summary>The names of the inputs, in order.</summary>
    public required ImmutableArray<string> Inputs { get; init; }

    public required ParamValues Globals { get; init; }

    /// <summary>How many values there are: of inputs, global params and all local ones.</summary>
    public required int Values { get; init; }

    /// <summary>The conditions, each a rule of its own.</summary>
    public required RuleSet Conditions { get; init; }

    public required InputReader Reader { get; init; }

    public required ResultTrees Trees { get; init; }

    /// <summary>Whether one rule that must be handed over takes all others with it.</summary>
    public required bool IsAllOrNothing { get; init; }

    /// <summary>Whether a condition depends on the language of the machine.</summary>
    public required bool HasLanguage { get; init; }

    /// <summary>Evaluates all conditions on the inputs.</summary>
    public WorkflowEvaluation Begin(ModelParameter[] parameters)
    {
        var evaluation =
            Interlocked.Exchange(ref _idleFirst, null) ?? (_idle.TryDequeue(out var idle) ? idle : new WorkflowEvaluation(this));
        evaluation.Begin(parameters);
        return evaluation;
    }

    /// <summary>Takes back an evaluation, to be used again.</summary>
    public void Return(WorkflowEvaluation evaluation)
    {
        if (Interlocked.CompareExchange(ref _idleFirst, evaluation, null) is not null)
        {
            _idle.Enqueue(evaluation);
        }
    }
}
