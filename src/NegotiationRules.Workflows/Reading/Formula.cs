using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Something that is worked out but is no rule: a single value, a truth, or an object of such.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Operand">The value; <see langword="null"/> if it is something else.</param>
/// <param name="Condition">The truth; <see langword="null"/> if it is something else.</param>
/// <param name="Members">The members of an object.</param>
/// <param name="Type">The type that the expression has.</param>
internal sealed record Formula(
    Span Span, OperandSyntax? Operand, ConditionSyntax? Condition,
    IReadOnlyList<(string Name, Formula Value)> Members, InputType Type
)
{
    /// <summary>When there is no value although no fact is missing; <see langword="null"/> if there always is.</summary>
    public ConditionSyntax? Nothing { get; init; }

    /// <summary>When working it out ends in an exception; <see langword="null"/> if it never does, or if what is missing is
    /// unknown.</summary>
    public ConditionSyntax? Fault { get; init; }
}
