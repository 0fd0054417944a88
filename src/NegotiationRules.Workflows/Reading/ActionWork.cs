using NegotiationRules.Syntax;

namespace NegotiationRules.Workflows.Reading;

/// <summary>What an action works out.</summary>
internal abstract record ActionWork<T>
    where T : class
{
    /// <summary>The same with other formulas; <see langword="null"/> if one has none.</summary>
    public abstract ActionWork<TOther>? With<TOther>(Func<T, TOther?> formula)
        where TOther : class;
}

/// <summary><c>OutputExpression</c></summary>
internal sealed record OutputWork<T>(T Value) : ActionWork<T>
    where T : class
{
    public override ActionWork<TOther>? With<TOther>(Func<T, TOther?> formula)
        where TOther : class => formula(Value) is { } value ? new OutputWork<TOther>(value) : null;
}

/// <summary><c>EvaluateRule</c></summary>
/// <param name="WorkflowName">The workflow whose rule is evaluated.</param>
/// <param name="RuleName">The rule.</param>
/// <param name="InputFilter">The facts that are passed on; <see langword="null"/> for all.</param>
/// <param name="AdditionalInputs">Further ones.</param>
internal sealed record EvaluateWork<T>(
    string WorkflowName, Name RuleName, IReadOnlySet<string>? InputFilter,
    IReadOnlyList<(string Name, T Value)> AdditionalInputs
) : ActionWork<T>
    where T : class
{
    /// <summary>The params that are passed on, for the other rule to name as if they were inputs.</summary>
    public IReadOnlyList<(string Name, T Value)> Params { get; init; } = [];

    public override ActionWork<TOther>? With<TOther>(Func<T, TOther?> formula)
        where TOther : class
    {
        var inputs = AdditionalInputs.Select(a => (a.Name, Value: formula(a.Value))).ToList();
        return inputs.Exists(a => a.Value is null)
            ? null
            : new EvaluateWork<TOther>(WorkflowName, RuleName, InputFilter, [.. inputs.Select(a => (a.Name, a.Value!))])
            {
                Params =
                [
                    .. Params
                        .Select(p => (p.Name, Value: formula(p.Value)))
                        .Where(p => p.Value is not null)
                        .Select(p => (p.Name, p.Value!)),
                ],
            };
    }
}
