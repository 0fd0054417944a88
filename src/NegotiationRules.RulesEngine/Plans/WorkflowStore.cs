using System.Collections.Concurrent;
using NegotiationRules.RulesEngine.Originals;

namespace NegotiationRules.RulesEngine.Plans;

/// <summary>The workflows that are registered, and the plans by which they are evaluated.</summary>
/// <remarks>Whether a workflow may be registered is for RulesEngine to say, so one of its engines keeps the register; it never evaluates.
/// Safe to use from any thread.</remarks>
internal sealed class WorkflowStore(OriginalSettings settings)
{
    private readonly object _writing = new();
    private readonly OriginalEngine _register = new(settings.Given);
    private readonly ConcurrentDictionary<string, StoredWorkflow> _workflows = new(StringComparer.Ordinal);

    public OriginalSettings Settings { get; } = settings;

    /// <summary>All workflows that are registered now, with what is known of them.</summary>
    public IEnumerable<StoredWorkflow> All => _workflows.Values;

    public void Add(ModelWorkflow workflow)
    {
        lock (_writing)
        {
            _register.AddWorkflow(workflow);
            _workflows[workflow.WorkflowName] = new StoredWorkflow(workflow);
        }
    }

    public void AddOrUpdate(ModelWorkflow workflow)
    {
        lock (_writing)
        {
            _register.AddOrUpdateWorkflow(workflow);
            _workflows[workflow.WorkflowName] = new StoredWorkflow(workflow);
        }
    }

    public void Remove(string name)
    {
        lock (_writing)
        {
            _register.RemoveWorkflow(name);
            _workflows.TryRemove(name, out _);
        }
    }

    public void Clear()
    {
        lock (_writing)
        {
            _register.ClearWorkflows();
            _workflows.Clear();
        }
    }

    public bool Contains(string name) => _register.ContainsWorkflow(name);

    public List<string> Names() => _register.GetAllRegisteredWorkflowNames();

    public StoredWorkflow? Find(string name) => _workflows.GetValueOrDefault(name);

    /// <summary>How a workflow is evaluated with inputs of these names and types; <see langword="null"/> if there is no such
    /// workflow.</summary>
    public WorkflowPlan? PlanFor(string name, ModelParameter[] parameters) =>
        _workflows.TryGetValue(name, out var workflow) ? workflow.PlanFor(parameters, this) : null;
}
