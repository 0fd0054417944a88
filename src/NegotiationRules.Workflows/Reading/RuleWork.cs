namespace NegotiationRules.Workflows.Reading;

/// <summary>One rule of a workflow, with what is to be told and done once it is decided.</summary>
/// <typeparam name="T">What is worked out: a formula as it was translated, or one that is checked.</typeparam>
internal sealed record RuleWork<T>
    where T : class
{
    public required WorkflowRuleSyntax Syntax { get; init; }

    /// <summary>The id of the rule it has become; <see langword="null"/> if it has become none.</summary>
    public string? Id { get; init; }

    /// <summary>Whether it can be worked out without an exception; <see langword="null"/> if it always can.</summary>
    public T? NoFault { get; init; }

    public IReadOnlyList<RuleWork<T>> Rules { get; init; } = [];

    public WorkflowMessage<T>? Message { get; init; }

    public ActionWork<T>? OnSuccess { get; init; }

    public ActionWork<T>? OnFailure { get; init; }

    /// <summary>Why it is left open, where rules with errors are.</summary>
    public IReadOnlyList<Diagnostic> Faults { get; init; } = [];

    /// <summary>The same with other formulas; what has none, which is reported, is left out.</summary>
    public RuleWork<TOther> With<TOther>(Func<T, TOther?> formula)
        where TOther : class => new()
        {
            Syntax = Syntax,
            Id = Id,
            NoFault = NoFault is null ? null : formula(NoFault),
            Rules = [.. Rules.Select(r => r.With(formula))],
            Message = Message?.With(formula),
            OnSuccess = OnSuccess?.With(formula),
            OnFailure = OnFailure?.With(formula),
            Faults = Faults,
        };
}
