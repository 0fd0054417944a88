using System.Collections.Immutable;

namespace NegotiationRules.RulesEngine.Plans;

/// <summary>The rules of a workflow with those of the workflows that it injects, and which workflows these are.</summary>
internal sealed record InjectedRules(IReadOnlyList<ModelRule> Rules, ImmutableArray<StoredWorkflow> Sources)
{
    /// <summary>Gathers the rules. The workflow itself stays as it is, so that it can be asked for again.</summary>
    /// <exception cref="InvalidOperationException">Workflows inject each other.</exception>
    public static InjectedRules Of(StoredWorkflow workflow, WorkflowStore store)
    {
        var rules = new List<ModelRule>();
        var sources = ImmutableArray.CreateBuilder<StoredWorkflow>();
        Gather(workflow, store, rules, sources, []);
        return new InjectedRules(rules, sources.ToImmutable());
    }

    private static void Gather(
        StoredWorkflow stored,
        WorkflowStore store,
        List<ModelRule> rules,
        ImmutableArray<StoredWorkflow>.Builder sources,
        ImmutableStack<string> path
    )
    {
        var workflow = stored.Workflow;
        sources.Add(stored);
        rules.AddRange(workflow.Rules ?? []);
        foreach (var name in workflow.WorkflowsToInject ?? [])
        {
            if (store.Find(name) is not { } injected)
            {
                ThrowMissing(workflow, name, store);
            }
            else if (path.Contains(name) || name == workflow.WorkflowName)
            {
                throw new InvalidOperationException($"The workflow `{name}` injects itself.");
            }
            else
            {
                Gather(injected, store, rules, sources, path.Push(workflow.WorkflowName));
            }
        }
    }

    // RulesEngine says it in its own words.
    private static void ThrowMissing(ModelWorkflow workflow, string name, WorkflowStore store)
    {
        var engine = new OriginalEngine(store.Settings.ForEvaluation());
        engine.AddOrUpdateWorkflow(
            new ModelWorkflow
            {
                WorkflowName = workflow.WorkflowName,
                Rules = workflow.Rules,
                WorkflowsToInject = [name],
            }
        );
        engine.ExecuteAllRulesAsync(workflow.WorkflowName, Array.Empty<ModelParameter>()).AsTask().GetAwaiter().GetResult();
        throw new InvalidOperationException($"The injected workflow `{name}` is not registered.");
    }
}
