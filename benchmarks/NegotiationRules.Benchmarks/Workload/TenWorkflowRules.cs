using NegotiationRules.Workflows;

namespace NegotiationRules.Benchmarks.Workload;

/// <summary>The ten rules as a workflow of Microsoft RulesEngine, in its own expressions.</summary>
public static class TenWorkflowRules
{
    public const string Name = "ten-rules";

    public static string Text { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Workload", "ten-rules.workflow.json"));

    public static WorkflowOptions Options { get; } = WorkflowOptions.Default.WithInput<Situation>("input1", PropertyNaming.AsDeclared);

    public static Workflow Load() => WorkflowFile.Parse(Text, Options)[Name];

    /// <summary>A scenario of the workflow: the situation is its only input.</summary>
    public static Scenario ScenarioOf(Situation situation) =>
        Scenario.From(new WorkflowInput { Input = situation }, PropertyNaming.AsDeclared);

    /// <summary>A bit for each rule that is satisfied, in the order of the file: what <see cref="HandWritten.Evaluate"/> gives.</summary>
    public static int BitsOf(WorkflowVerdict verdict)
    {
        var bits = 0;
        for (var i = 0; i < verdict.Rules.Count; i++)
        {
            bits |= verdict.Rules[i].Outcome == RuleOutcome.Satisfied ? 1 << i : 0;
        }

        return bits;
    }
}
