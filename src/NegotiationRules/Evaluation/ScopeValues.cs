using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>What is known of operands on the facts in reach.</summary>
internal readonly struct ScopeValues(Scope scope) : IOperandValues
{
    public Interval<Int128> Exact(Operand operand, int scale) => Quantities.Exact(operand, scope, scale);

    public Interval<double> Real(Operand operand) => Quantities.Real(operand, scope);

    public (Duration Low, Duration High)? Durations(Operand operand) => Quantities.Durations(operand, scope);

    public string? Text(Operand operand) => TreeWalk.ReadText(operand, scope);
}
