using NegotiationRules.Syntax;

namespace NegotiationRules.Workflows.Reading;

/// <summary>What the workflows of a file say of each other: the rules they take over, and the rules that their actions go on
/// with.</summary>
internal sealed class WorkflowReferences(IReadOnlyDictionary<string, WorkflowSyntax> byName, WorkflowDiagnostics diagnostics)
{
    private IReadOnlyDictionary<string, WorkflowSyntax> ByName => byName;

    private WorkflowDiagnostics Diagnostics => diagnostics;

    /// <summary>The rules of a workflow with those that are injected, its own first. A workflow that is injected again, or in a circle,
    /// comes once.</summary>
    public IReadOnlyList<WorkflowRuleSyntax> RulesOf(WorkflowSyntax workflow) =>
        [.. new Injections(this, workflow, report: false).Rules.Select(r => r.Rule)];

    /// <summary>Reports workflows and rules that there are not, injections that lead back, and names that are there twice.</summary>
    public void Check(IEnumerable<WorkflowSyntax> workflows)
    {
        foreach (var workflow in workflows)
        {
            var names = new Dictionary<string, WorkflowRuleSyntax>(StringComparer.Ordinal);
            foreach (var (rule, injection) in new Injections(this, workflow, report: true).Rules)
            {
                if (!rule.IsEnabled || names.TryAdd(rule.Name.Text, rule))
                {
                    continue;
                }

                if (injection is null)
                {
                    diagnostics.SameRuleTwice(rule.Name, names[rule.Name.Text].Name);
                }
                else
                {
                    diagnostics.InjectedTwice(injection, rule.Name.Text, workflow.Name.Text);
                }
            }

            foreach (var rule in workflow.Rules)
            {
                CheckActions(rule);
            }
        }
    }

    private void CheckActions(WorkflowRuleSyntax rule)
    {
        foreach (var action in new[] { rule.OnSuccess, rule.OnFailure }.OfType<EvaluateActionSyntax>())
        {
            if (!byName.TryGetValue(action.WorkflowName.Text, out var workflow))
            {
                diagnostics.UnknownWorkflow(action.WorkflowName, byName.Keys);
            }
            else if (RulesOf(workflow) is var rules && !rules.Any(r => r.Name.Text == action.RuleName.Text && r.IsEnabled))
            {
                diagnostics.UnknownRule(
                    action.RuleName,
                    workflow.Name.Text,
                    rules.Where(r => r.IsEnabled).Select(r => r.Name.Text),
                    rules.Any(r => r.Name.Text == action.RuleName.Text)
                );
            }
        }

        foreach (var child in rule.Rules)
        {
            CheckActions(child);
        }
    }

    /// <summary>Goes through what a workflow injects, and what that injects.</summary>
    private sealed class Injections
    {
        private readonly WorkflowReferences _references;
        private readonly bool _report;
        private readonly List<string> _open = [];
        private readonly HashSet<string> _seen = [];

        public Injections(WorkflowReferences references, WorkflowSyntax workflow, bool report)
        {
            (_references, _report) = (references, report);
            Add(workflow, null);
        }

        /// <summary>Each rule with the entry of the workflow itself by which it comes in.</summary>
        public List<(WorkflowRuleSyntax Rule, Name? Injection)> Rules { get; } = [];

        private void Add(WorkflowSyntax workflow, Name? injection)
        {
            Rules.AddRange(workflow.Rules.Select(r => (r, injection)));
            _seen.Add(workflow.Name.Text);
            _open.Add(workflow.Name.Text);
            foreach (var name in workflow.Injected)
            {
                if (!_references.ByName.TryGetValue(name.Text, out var injected))
                {
                    ReportUnknown(name, workflow);
                }
                else if (_open.Contains(name.Text))
                {
                    ReportCycle(name);
                }
                else if (!_seen.Contains(name.Text))
                {
                    Add(injected, injection ?? name);
                }
                else if (_report)
                {
                    _references.Diagnostics.InjectedAgain(injection ?? name, name.Text, _open[0]);
                }
            }

            _open.RemoveAt(_open.Count - 1);
        }

        // What is wrong with a workflow that is injected is reported once, by itself.
        private void ReportUnknown(Name name, WorkflowSyntax workflow)
        {
            if (_report && _open.Count == 1)
            {
                _references.Diagnostics.UnknownWorkflow(name, _references.ByName.Keys.Where(k => k != workflow.Name.Text));
            }
        }

        private void ReportCycle(Name name)
        {
            if (_report && _open[0] == name.Text)
            {
                _references.Diagnostics.InjectionCycle(name, _open);
            }
        }
    }
}
