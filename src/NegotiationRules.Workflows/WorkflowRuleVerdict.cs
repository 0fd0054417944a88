using NegotiationRules.Conditions;
using NegotiationRules.Evaluation;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Reading;

namespace NegotiationRules.Workflows;

/// <summary>What became of one rule of a workflow in one scenario.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class WorkflowRuleVerdict
{
    // As deep as calls that only lead on: more of them go round.
    private const int MostActions = 100;

    private readonly WorkflowVerdict _whole;
    private readonly WorkflowSituation _situation;
    private readonly Lazy<string?> _message;
    private readonly Lazy<WorkflowRuleVerdict?> _next;
    private readonly Lazy<object?> _output;

    internal WorkflowRuleVerdict(WorkflowVerdict whole, WorkflowRule rule, WorkflowSituation situation)
    {
        (_whole, Rule, _situation) = (whole, rule, situation);
        Outcome = whole.Verdict.Rule(rule.Id!).Outcome;
        Children = [.. rule.Rules.Where(r => r.Id is not null).Select(r => new WorkflowRuleVerdict(whole, r, situation))];
        _message = new Lazy<string?>(FillMessage);
        _next = new Lazy<WorkflowRuleVerdict?>(Follow);
        _output = new Lazy<object?>(WorkOut);
    }

    /// <summary>The rule.</summary>
    public WorkflowRule Rule { get; }

    /// <summary>What became of it.</summary>
    public RuleOutcome Outcome { get; }

    /// <summary>What became of the rules nested in it, of those that are enabled. All of them are evaluated, whatever the first ones
    /// say.</summary>
    public IReadOnlyList<WorkflowRuleVerdict> Children { get; }

    /// <summary>If it is violated, its <see cref="WorkflowRule.ErrorMessage"/> with the placeholders filled in; otherwise, or if it has
    /// none, <see langword="null"/>.</summary>
    /// <remarks>A placeholder for something that the scenario does not say stays as it is. Values are written as RulesEngine writes them:
    /// text without quotation marks, or with them if the placeholder is a whole param or input. RulesEngine fills in messages of rules at
    /// the top only; here those nested in a rule have theirs too.</remarks>
    public string? Message => _message.Value;

    /// <summary>If it is satisfied, its <see cref="WorkflowRule.SuccessEvent"/>, or its name if it has none; otherwise
    /// <see langword="null"/>.</summary>
    public string? Event => Outcome == RuleOutcome.Satisfied ? Rule.SuccessEvent ?? Rule.Name : null;

    /// <summary>What is to be done now: <see cref="WorkflowRule.OnSuccess"/> if it is satisfied, <see cref="WorkflowRule.OnFailure"/> if it
    /// is violated; <see langword="null"/> if nothing.</summary>
    public WorkflowAction? Action => Outcome switch
    {
        RuleOutcome.Satisfied => Rule.OnSuccess,
        RuleOutcome.Violated => Rule.OnFailure,
        _ => null,
    };

    /// <summary>If the action is <c>EvaluateRule</c>, the verdict on the rule that it goes on with, on the inputs that it passes on;
    /// otherwise <see langword="null"/>.</summary>
    /// <remarks>Inputs that are not passed on are unknown there. Evaluated when first asked for.</remarks>
    /// <exception cref="ScenarioException">The other rule cannot be evaluated on these inputs, or the actions lead on from rule to rule
    /// without end.</exception>
    public WorkflowRuleVerdict? Next => _next.Value;

    /// <summary>
    /// If the action is <c>OutputExpression</c>, the value of its expression: a number, text, <see cref="bool"/>, <see cref="DateTime"/>
    /// and so on, or a dictionary for <c>new (…)</c>; if it is <c>EvaluateRule</c>, the output of the rule it goes on with.
    /// <see langword="null"/> if there is none, or if it is not known.
    /// </summary>
    /// <remarks>Worked out when first asked for.</remarks>
    /// <exception cref="ScenarioException">A value grows beyond what can be represented, or as for <see cref="Next"/>.</exception>
    public object? Output => _output.Value;

    /// <summary>Whether RulesEngine would have ended in an exception; only if what is missing is not unknown.</summary>
    internal bool IsFaulty => Rule.Work.NoFault is { } noFault && noFault.Evaluate(_situation.Scope) is not true;

    private ActionWork<CheckedFormula>? Work => Outcome switch
    {
        RuleOutcome.Satisfied => Rule.Work.OnSuccess,
        RuleOutcome.Violated => Rule.Work.OnFailure,
        _ => null,
    };

    /// <summary>The name and the outcome in words; behind them the message, if there is one.</summary>
    public override string ToString() =>
        Message is { } message ? $"{_whole.Verdict.Rule(Rule.Id!)}: {message}" : _whole.Verdict.Rule(Rule.Id!).ToString();

    private string? FillMessage() =>
        Outcome == RuleOutcome.Violated && Rule.Work.Message is { } message
            ? Safely(() => FilledMessage.Of(message, _situation.Scenario.Root, _situation.Scope))
            : null;

    private object? WorkOut() =>
        Work is OutputWork<CheckedFormula> output ? Safely(() => output.Value.Evaluate(_situation.Scope)) : Next?.Output;

    private WorkflowRuleVerdict? Follow()
    {
        if (Work is not EvaluateWork<CheckedFormula> action)
        {
            return null;
        }

        if (_situation.Depth == MostActions)
        {
            throw Refused(bag => new WorkflowDiagnostics(bag).ActionsGoRound(action.RuleName.Span, Rule.Name, MostActions));
        }

        if (_whole.Workflow.Find(action.WorkflowName) is not { } workflow)
        {
            // Left out because of errors in it.
            return null;
        }

        var scenario = new Scenario(
            _situation.Scenario.Name,
            Safely(() => PassedOn.Of(action, _situation.Scenario.Root, _situation.Scope, _whole.Workflow.Clock, workflow.HasFact))
        );
        return workflow.TryEvaluate(workflow.Fit(scenario), _situation.Depth + 1, out var verdict, out var diagnostics)
            ? verdict.Rules.FirstOrDefault(r => r.Rule.Name == action.RuleName.Text)
            : throw new ScenarioException(diagnostics);
    }

    private T Safely<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (OverflowException overflow)
        {
            throw Refused(bag => new EvaluationDiagnostics(bag).OutOfRange(_whole.Verdict.Rule(Rule.Id!).Rule, overflow));
        }
    }

    private static ScenarioException Refused(Action<DiagnosticBag> report)
    {
        var bag = new DiagnosticBag();
        report(bag);
        return new ScenarioException(bag.ToSorted());
    }
}
