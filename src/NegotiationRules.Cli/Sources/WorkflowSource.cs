using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using NegotiationRules.Cli.Output;
using NegotiationRules.Conditions;
using NegotiationRules.Workflows;

namespace NegotiationRules.Cli.Sources;

/// <summary>The rules of a workflow. People and programs are told of those that its file has, not of those that were made to
/// help.</summary>
internal sealed class WorkflowSource : IRuleSource
{
    private readonly Workflow _workflow;

    public WorkflowSource(Workflow workflow)
    {
        _workflow = workflow;
        var byId = Rules.Rules.ToDictionary(rule => rule.Id);
        Told = [.. workflow.Rules.SelectMany(EnabledIn).Select(rule => byId[rule.Id!])];
    }

    public RuleSet Rules => _workflow.RuleSet;

    public IReadOnlyList<Rule> Told { get; }

    public string Name => _workflow.Name;

    public bool SaysMore => true;

    public string Summary(string? holder)
    {
        var enabled = _workflow.Rules.Count(rule => rule.Id is not null);
        var others = _workflow.Rules.Count - enabled;
        return $": {Counts.Of(enabled, "rule")}{(others == 0 ? string.Empty : $", {Counts.Number(others)} not enabled")}";
    }

    public Scenario Fit(Scenario scenario) => _workflow.Fit(scenario);

    public bool TryEvaluate(Scenario scenario, [NotNullWhen(true)] out Verdict? verdict, out IReadOnlyList<Diagnostic> diagnostics)
    {
        verdict = _workflow.TryEvaluate(scenario, out var ofWorkflow, out diagnostics) ? ofWorkflow.Verdict : null;
        return verdict is not null;
    }

    // All messages and outputs are worked out: something may be wrong only in what actions lead to.
    public bool TryAnswer(
        Scenario scenario, string? holder, [NotNullWhen(true)] out Answer? answer, out IReadOnlyList<Diagnostic> diagnostics)
    {
        answer = null;
        if (!_workflow.TryEvaluate(scenario, out var verdict, out diagnostics))
        {
            return false;
        }

        try
        {
            var all = verdict.Rules.SelectMany(WorkflowEffects.AllIn).ToList();
            foreach (var rule in all)
            {
                _ = rule.Message;
                _ = rule.Output;
            }

            answer = new WorkflowAnswer(verdict, [.. Told.Zip(all, (rule, became) => (rule, became.Outcome))]);
            return true;
        }
        catch (ScenarioException fault)
        {
            diagnostics = fault.Diagnostics;
            return false;
        }
    }

    private static IEnumerable<WorkflowRule> EnabledIn(WorkflowRule rule) =>
        rule.Id is null ? [] : [rule, .. rule.Rules.SelectMany(EnabledIn)];

    private sealed record WorkflowAnswer(WorkflowVerdict Whole, IReadOnlyList<(Rule Rule, RuleOutcome Outcome)> Outcomes)
        : Answer(Whole.Verdict, Outcomes)
    {
        // All of them, for each may raise an event.
        public override IEnumerable<ToldRule> Told
        {
            get
            {
                var lines = VerdictReasons.LinesOf(Verdict, new ExplanationOptions { ShowAll = true });
                return Whole.Rules.SelectMany(rule => Tell(rule, lines, depth: 0));
            }
        }

        public override string NameOf(StageVerdict stage) => string.Empty;

        public override void WriteMore(Utf8JsonWriter json) => WorkflowEffects.Write(json, Whole);

        private IEnumerable<ToldRule> Tell(WorkflowRuleVerdict rule, Dictionary<string, ExplanationNode> lines, int depth)
        {
            // Rules nested in a rule tell why it is as it is.
            var reason = rule.Children.Count > 0 ? null : rule.Outcome switch
            {
                RuleOutcome.Unknown => VerdictReasons.NotKnown(Verdict.Rule(rule.Rule.Id!)),
                RuleOutcome.Violated when lines.TryGetValue(rule.Rule.Id!, out var line) => VerdictReasons.DecisiveFact(line),
                _ => null,
            };
            var reasons = new[] { rule.Message, reason }.OfType<string>().Concat(depth > 0 ? [] : Events(rule)).Concat(Done(rule));
            return
            [
                new ToldRule(Marks.Of(rule.Outcome), rule.Rule.Name, [.. reasons], depth),
                .. rule.Children.SelectMany(child => Tell(child, lines, depth + 1)),
            ];
        }

        // Without one of its own, the event is the name, which stands there anyway.
        private static IEnumerable<string> Events(WorkflowRuleVerdict rule) =>
            rule.Rule.SuccessEvent is null || rule.Event is not { } raised ? [] : [$"event: {raised}"];

        private static IEnumerable<string> Done(WorkflowRuleVerdict rule)
        {
            for (var next = rule.Next; next is not null; next = next.Next)
            {
                yield return $"then {next.Rule.Name}: {Words.Of(next.Outcome)}";
            }

            if (rule.Output is { } output)
            {
                yield return $"output: {WorkflowEffects.Print(output)}";
            }
            else if (rule.Action is { } action)
            {
                yield return $"action: {action.Name}";
            }
        }
    }
}
