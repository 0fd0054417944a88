using NegotiationRules.Text;

namespace NegotiationRules.Workflows;

/// <summary>What became of all rules of a workflow in one scenario.</summary>
/// <remarks>Immutable and safe to share between threads. Messages and outputs are worked out only when they are asked for.</remarks>
public sealed class WorkflowVerdict
{
    internal WorkflowVerdict(Workflow workflow, Verdict verdict, WorkflowSituation situation)
    {
        Workflow = workflow;
        Verdict = verdict;
        Rules = [.. workflow.Rules.Where(r => r.Id is not null).Select(r => new WorkflowRuleVerdict(this, r, situation))];
    }

    /// <summary>The workflow.</summary>
    public Workflow Workflow { get; }

    /// <summary>The same verdict on its rule set: with reasons, with the facts that would settle what is unknown.</summary>
    public Verdict Verdict { get; }

    /// <summary>The verdicts on the rules that are enabled, in the order of <see cref="Workflow.Rules"/>; those on nested rules are in
    /// these.</summary>
    public IReadOnlyList<WorkflowRuleVerdict> Rules { get; }

    /// <summary>The events of the rules that are satisfied, in the order of the rules.</summary>
    public IEnumerable<string> Events => Rules.Select(r => r.Event).OfType<string>();

    /// <summary>The verdict on one rule.</summary>
    /// <param name="name">The rule's name.</param>
    /// <exception cref="KeyNotFoundException">The workflow has no enabled rule of that name.</exception>
    public WorkflowRuleVerdict Rule(string name) =>
        Rules.FirstOrDefault(r => r.Rule.Name == name) ?? throw new KeyNotFoundException(
            $"There is no rule '{name}' in this verdict{Spelling.Instead(name, Rules.Select(r => r.Rule.Name))}");

    /// <summary>A line for each rule: its name, its outcome and, if it is violated, its message.</summary>
    public override string ToString() => string.Join('\n', Rules);
}
