using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Cli.Verdicts;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Commands;

/// <summary>The rules that a command works with: of a rule file, or of a workflow.</summary>
internal sealed class LoadedRules
{
    public LoadedRules(RuleSet rules)
    {
        Rules = rules;
        Told = rules.Rules;
    }

    public LoadedRules(Workflow workflow)
    {
        Workflow = workflow;
        Rules = workflow.RuleSet;
        var byId = Rules.Rules.ToDictionary(rule => rule.Id);
        Told = [.. workflow.Rules.SelectMany(EnabledIn).Select(rule => byId[rule.Id!])];
    }

    public RuleSet Rules { get; }

    /// <summary>The workflow they are of; <see langword="null"/> if they are of a rule file.</summary>
    public Workflow? Workflow { get; }

    /// <summary>Those of which people and programs are told: of a workflow the rules that its file has, not those that were made to
    /// help.</summary>
    public IReadOnlyList<Rule> Told { get; }

    /// <summary>The verdict on a scenario.</summary>
    public bool TryEvaluate(Scenario scenario, [NotNullWhen(true)] out Verdict? verdict, out IReadOnlyList<Diagnostic> diagnostics)
    {
        if (Workflow is null)
        {
            return Rules.TryEvaluate(scenario, out verdict, out diagnostics);
        }

        verdict = Workflow.TryEvaluate(scenario, out var ofWorkflow, out diagnostics) ? ofWorkflow.Verdict : null;
        return verdict is not null;
    }

    /// <summary>The verdict on a scenario with all that belongs to it.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="holder">Whose rules alone count; <see langword="null"/> for all.</param>
    /// <param name="answer">The verdict, unless there is something wrong.</param>
    /// <param name="diagnostics">What is wrong.</param>
    public bool TryAnswer(
        Scenario scenario,
        string? holder,
        [NotNullWhen(true)] out Answer? answer,
        out IReadOnlyList<Diagnostic> diagnostics
    )
    {
        answer = null;
        if (Workflow is not null)
        {
            answer = WorkflowAnswer.TryGive(Workflow, scenario, out diagnostics);
        }
        else if (Rules.TryEvaluate(scenario, out var verdict, out diagnostics))
        {
            var held = holder is null ? verdict : verdict.For(holder);
            answer = new Answer(held, [.. held.Rules.Select(rule => rule.Outcome)], null);
        }

        return answer is not null;
    }

    private static IEnumerable<WorkflowRule> EnabledIn(WorkflowRule rule) =>
        rule.Id is null ? [] : [rule, .. rule.Rules.SelectMany(EnabledIn)];
}
