using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Conditions;

/// <summary>A share that is written out, or a parameter: <c>"2/3"</c>, <c>0.55</c>, <c>"55 %"</c>.</summary>
internal sealed class FractionOperand(Span span, Fraction fraction) : Operand(span, new Measure(MeasureKind.Real), default)
{
    public Fraction Fraction { get; } = fraction;

    public double Nearest => (double)Fraction.Numerator / Fraction.Denominator;
}
