using System.Collections.Concurrent;

namespace NegotiationRules.RulesEngine.Plans;

/// <summary>A registered workflow with the plans made for it so far. Registered anew, it is another one.</summary>
internal sealed class StoredWorkflow(ModelWorkflow workflow)
{
    // Inputs that are built at run time can have ever new types.
    private const int MostPlans = 1000;

    private readonly ConcurrentDictionary<InputSignature, WorkflowPlan> _plans = new();

    // Most workflows are evaluated with inputs of the same types every time.
    private volatile WorkflowPlan? _latest;

    public ModelWorkflow Workflow { get; } = workflow;

    public IEnumerable<WorkflowPlan> Plans => _plans.Values;

    public WorkflowPlan PlanFor(ModelParameter[] parameters, WorkflowStore store)
    {
        if (_latest is { } latest && latest.Signature.Fits(parameters) && latest.IsUpToDate(store))
        {
            return latest;
        }

        var signature = new InputSignature(parameters);
        if (!_plans.TryGetValue(signature, out var plan) || !plan.IsUpToDate(store))
        {
            if (_plans.Count >= MostPlans)
            {
                _plans.Clear();
            }

            plan = _plans[signature] = PlanBuilder.Build(this, signature, parameters, store);
        }

        return _latest = plan;
    }
}
