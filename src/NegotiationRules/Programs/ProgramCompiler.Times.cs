using NegotiationRules.Conditions;
using NegotiationRules.Syntax;

namespace NegotiationRules.Programs;

/// <content>Spans of time that are compared with one that is written out, and functions that have a step.</content>
internal sealed partial class ProgramCompiler
{
    // From one day or moment to another it is so many days or ticks, as many as lie between the ends of what is written out: a month has
    // no one length. Nothing is known of a span of which only one end is.
    private int RelatedToDuration(Operand left, Relation relation, Constant right, ElementFrame frame)
    {
        if (left is NamedOperand named)
        {
            return RelatedToDuration(named.Meaning, relation, right, frame);
        }

        if (
            left is not ArithmeticOperand { Left.Measure.Kind: MeasureKind.Day or MeasureKind.Instant } difference
            || Quantity(difference.Left, frame) is not (>= 0 and var to)
            || Quantity(difference.Right, frame) is not (>= 0 and var from)
            || !Traits[to].HasBothEnds
            || !Traits[from].HasBothEnds
        )
        {
            return None;
        }

        var level = Deepest([to, from]);
        var span = Emit(new Calculate(level, ArithmeticKind.Minus, At(level, to), At(level, from)));
        var (shortest, longest) = right.Value.Duration.Range;
        if (difference.Left.Measure.Kind == MeasureKind.Day)
        {
            if (shortest % TimeSpan.TicksPerDay == 0 && longest % TimeSpan.TicksPerDay == 0)
            {
                (shortest, longest) = (shortest / TimeSpan.TicksPerDay, longest / TimeSpan.TicksPerDay);
            }
            else
            {
                span = Times(span, TimeSpan.TicksPerDay);
            }
        }

        return Int128.Max(-shortest, longest) > LaneProgram.Largest ? None
            : Compared(span, relation, Emit(new ConstantQuantity((long)shortest, (long)longest)));
    }

    private int Function(FunctionOperand function, ElementFrame frame) => function switch
    {
        { Function: OperandFunction.DateOf or OperandFunction.Year, Arguments: [var time] } => Quantity(time, frame) is >= 0 and var at
            ? Emit(new PartOf(Steps[at].Level, at, function.Function, time.Measure.Kind))
            : None,
        { Function: OperandFunction.Least or OperandFunction.Greatest, Measure.Kind: not (MeasureKind.Real or MeasureKind.Duration) } =>
            Extreme(function, frame),
        _ => None,
    };

    private int Extreme(FunctionOperand function, ElementFrame frame)
    {
        var found = None;
        foreach (var argument in function.Arguments)
        {
            var value = Quantity(argument, frame);
            if (value == None)
            {
                return None;
            }

            value = Finer(value, function.Measure.Scale - argument.Measure.Scale);
            found = found == None ? value : Extreme(function.Function == OperandFunction.Greatest, found, value);
        }

        return found;
    }

}
