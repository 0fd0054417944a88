using NegotiationRules.Text;
using NegotiationRules.Workflows.Reading;

namespace NegotiationRules.Workflows;

/// <summary>One rule of a workflow as its file gives it, with the rules nested in it.</summary>
/// <remarks>Immutable and safe to share between threads.</remarks>
public sealed class WorkflowRule
{
    internal WorkflowRule(RuleWork<CheckedFormula> work)
    {
        var syntax = work.Syntax;
        Work = work;
        Properties = PlainValues.Of(syntax.Properties);
        Rules = [.. work.Rules.Select(r => new WorkflowRule(r))];
        OnSuccess = WorkflowAction.Of(syntax.OnSuccess);
        OnFailure = WorkflowAction.Of(syntax.OnFailure);
    }

    /// <summary>Its name.</summary>
    public string Name => Work.Syntax.Name.Text;

    /// <summary>Its id in the rule set: the name, behind the names of the rules it is nested in; <see langword="null"/> if it is not
    /// enabled, or one of those is not.</summary>
    public string? Id => Work.Id;

    /// <summary>The expression that decides it; <see langword="null"/> if the rules nested in it do.</summary>
    public string? Expression => Work.Syntax.Expression?.Value;

    /// <summary>How the rules nested in it decide it; <see langword="null"/> if its expression does.</summary>
    public WorkflowOperator? Operator => Work.Syntax.Operator;

    /// <summary>What is said if it is violated, with placeholders such as <c>$(input1.total)</c> as they are written;
    /// <see langword="null"/> if the file says nothing.</summary>
    public string? ErrorMessage => Work.Syntax.ErrorMessage?.Value;

    /// <summary>What is raised if it is satisfied; <see langword="null"/> if the file says nothing: then it is the name.</summary>
    public string? SuccessEvent => Work.Syntax.SuccessEvent;

    /// <summary>Whether it is evaluated at all. A rule that is not has no verdict, and counts for nothing in the rule it is nested
    /// in.</summary>
    public bool IsEnabled => Work.Syntax.IsEnabled;

    /// <summary>What the author has noted about it, by name: values as in <see cref="WorkflowAction.Context"/>. Empty if there is
    /// nothing.</summary>
    public IReadOnlyDictionary<string, object?> Properties { get; }

    /// <summary>The rules nested in it, in the order of the file; empty if there are none.</summary>
    public IReadOnlyList<WorkflowRule> Rules { get; }

    /// <summary>What is to be done if it is satisfied, or <see langword="null"/>.</summary>
    public WorkflowAction? OnSuccess { get; }

    /// <summary>What is to be done if it is violated, or <see langword="null"/>.</summary>
    public WorkflowAction? OnFailure { get; }

    /// <summary>The errors because of which it was left open; empty if it was not.</summary>
    internal IReadOnlyList<Diagnostic> Faults => Work.Faults;

    /// <summary>Whether its message tells all that RulesEngine would tell.</summary>
    internal bool HasCompleteMessage => Work.Message?.IsComplete != false;

    internal RuleWork<CheckedFormula> Work { get; }

    internal Span Span => Work.Syntax.Span;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
