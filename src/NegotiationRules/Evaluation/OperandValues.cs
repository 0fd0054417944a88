using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>The value of an operand on the facts of a scenario.</summary>
internal static class OperandValues
{
    /// <summary>
    /// The value, by the kind of <see cref="Operand.Measure"/>: an exact number in steps of its scale, a day as a date, an instant in
    /// ticks. Not known if it is not settled: where it may be several, or has none.
    /// </summary>
    /// <exception cref="OverflowException">The value lies beyond what can be represented.</exception>
    public static FactValue Of(Operand operand, Scope scope)
    {
        switch (operand.Measure.Kind)
        {
            case MeasureKind.Text:
                return TreeWalk.ReadText(operand, scope) is { } text ? FactValue.Of(text) : default;
            case MeasureKind.Duration:
                return Quantities.Durations(operand, scope) is var (low, high) && low == high ? FactValue.Of(low) : default;
            case MeasureKind.Real:
                return Quantities.Real(operand, scope) is { IsNothing: false, IsValue: true, Low: { } real } ? FactValue.Of(real) : default;
            default:
                return Quantities.Exact(operand, scope, operand.Measure.Scale) is { IsNothing: false, IsValue: true, Low: { } exact }
                    ? OfExact(operand.Measure.Kind, exact)
                    : default;
        }
    }

    private static FactValue OfExact(MeasureKind kind, Int128 value) => kind switch
    {
        MeasureKind.Boolean => FactValue.Of(value != 0),
        MeasureKind.Day => FactValue.Of(new PartialDate((int)value, (int)value)),
        MeasureKind.Instant => FactValue.OfUtcTicks((long)value),
        _ => FactValue.OfSteps(checked((long)value)),
    };
}
