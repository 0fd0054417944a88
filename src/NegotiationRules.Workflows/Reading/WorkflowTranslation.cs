using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Workflows.Reading;

/// <summary>What a workflow has become before its vocabulary is made.</summary>
/// <param name="File">Its rules.</param>
/// <param name="Rules">All rules as they stand in the workflow, with those that are injected.</param>
/// <param name="Conditions">All named conditions, those that only messages and actions use too.</param>
/// <param name="UsedFacts">The paths of the facts that expressions and messages use.</param>
/// <param name="NeedsClock">Whether a rule speaks of the fact that stands for the present moment.</param>
internal sealed record WorkflowTranslation(
    RuleFileSyntax File, IReadOnlyList<RuleWork<Formula>> Rules, IReadOnlyList<NamedConditionSyntax> Conditions,
    IReadOnlySet<string> UsedFacts, bool NeedsClock
)
{
    /// <summary>The first expression that asks what time it is, if there is one.</summary>
    public Span? ClockAt { get; init; }

    /// <summary>The facts that stand for rules that are left open; <see langword="null"/> if there are none.</summary>
    public Property? DecidedElsewhere { get; init; }
}
