using NegotiationRules.Conditions;
using NegotiationRules.Facts;

namespace NegotiationRules.Evaluation;

/// <summary>Numbers as they are written, exactly: what shares are compared with and counted as.</summary>
internal static class Ratios
{
    /// <summary>What is known of a number. One in floating point is the decimal that is written.</summary>
    public static Interval<Ratio> Of(Operand operand, Scope scope)
    {
        scope.Steps.Take(2);
        return operand switch
        {
            FractionOperand written => Interval<Ratio>.Of(Ratio.Of(written.Fraction)),
            ChoiceOperand choice => Choices.Exactly(choice, scope),
            TableOperand table => Tables.Exactly(table, scope),
            { Measure.Kind: MeasureKind.Real } => Quantities.Real(operand, scope).Map(real => Ratio.Of(WrittenReal.Of(real))),
            _ => Quantities.Exact(operand, scope, operand.Measure.Scale).Map(steps => Ratio.Of(steps, operand.Measure.Scale)),
        };
    }

    /// <summary>The same of a number that is never negative.</summary>
    public static Interval<Ratio> OfAmount(Operand operand, Scope scope) =>
        Of(operand, scope) is var known && known.Low is { IsNegative: false } ? known : known with { Low = Ratio.Zero };
}
