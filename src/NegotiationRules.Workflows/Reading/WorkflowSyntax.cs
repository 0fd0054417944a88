using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>One workflow as it was written; expressions are left as text.</summary>
internal sealed record WorkflowSyntax
{
    public required Span Span { get; init; }

    public required Name Name { get; init; }

    /// <summary>The names of workflows whose rules come after its own.</summary>
    public IReadOnlyList<Name> Injected { get; init; } = [];

    public IReadOnlyList<ParamSyntax> GlobalParams { get; init; } = [];

    public IReadOnlyList<WorkflowRuleSyntax> Rules { get; init; } = [];
}

/// <summary>One rule of a workflow, with the rules nested in it.</summary>
internal sealed record WorkflowRuleSyntax
{
    public required Span Span { get; init; }

    public required Name Name { get; init; }

    /// <summary><see langword="null"/> if the rule is decided by its children, or if it has neither, which is reported.</summary>
    public JsonText? Expression { get; init; }

    /// <summary>How the children are joined; <see langword="null"/> if the expression decides.</summary>
    public WorkflowOperator? Operator { get; init; }

    public JsonText? ErrorMessage { get; init; }

    public string? SuccessEvent { get; init; }

    public bool IsEnabled { get; init; } = true;

    public JsonObject? Properties { get; init; }

    public IReadOnlyList<WorkflowRuleSyntax> Rules { get; init; } = [];

    public IReadOnlyList<ParamSyntax> LocalParams { get; init; } = [];

    public ActionSyntax? OnSuccess { get; init; }

    public ActionSyntax? OnFailure { get; init; }
}

/// <summary>A name for an expression: one of <c>GlobalParams</c>, <c>LocalParams</c> or <c>additionalInputs</c>.</summary>
internal sealed record ParamSyntax(Name Name, JsonText Expression);
