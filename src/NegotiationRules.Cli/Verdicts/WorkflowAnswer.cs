using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Verdicts;

/// <summary>Evaluates workflows.</summary>
internal static class WorkflowAnswer
{
    /// <summary>The verdict on a scenario, all messages and outputs worked out; <see langword="null"/> if something is wrong with it, be it
    /// only in what actions lead to.</summary>
    public static Answer? TryGive(Workflow workflow, Scenario scenario, out IReadOnlyList<Diagnostic> diagnostics)
    {
        if (!workflow.TryEvaluate(scenario, out var verdict, out diagnostics))
        {
            return null;
        }

        try
        {
            var all = verdict.Rules.SelectMany(AllIn).ToList();
            foreach (var rule in all)
            {
                _ = rule.Message;
                _ = rule.Output;
            }

            return new Answer(verdict.Verdict, [.. all.Select(rule => rule.Outcome)], verdict);
        }
        catch (ScenarioException fault)
        {
            diagnostics = fault.Diagnostics;
            return null;
        }
    }

    /// <summary>A rule and those nested in it, each before those in it.</summary>
    public static IEnumerable<WorkflowRuleVerdict> AllIn(WorkflowRuleVerdict rule) => [rule, .. rule.Children.SelectMany(AllIn)];
}
