using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>The values of operands that are all constants.</summary>
internal readonly struct ConstantValues : IOperandValues
{
    public Interval<Int128> Exact(Operand operand, int scale)
    {
        var (measure, value) = (operand.Measure, ((Constant)operand).Value);
        return measure.Kind switch
        {
            MeasureKind.Boolean => Interval<Int128>.Of(value.Boolean ? 1 : 0),
            MeasureKind.Day => new Interval<Int128>(value.Date.First, value.Date.Last),
            MeasureKind.Instant => Interval<Int128>.Of(value.UtcTicks),
            _ => Interval<Int128>.Of((Int128)value.Steps * Scales.Power(scale - measure.Scale)),
        };
    }

    public Interval<double> Real(Operand operand) => Interval<double>.Of(Constants.Real((Constant)operand));

    public (Duration Low, Duration High)? Durations(Operand operand)
    {
        var duration = ((Constant)operand).Value.Duration;
        return (duration, duration);
    }

    public string Text(Operand operand) => ((Constant)operand).Value.Text;
}
