using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Checking;

/// <summary>Works out arithmetic on constants while the rules are checked, so that faults in it are found then.</summary>
internal static class Folding
{
    /// <summary>A constant if all of it is constant, otherwise the operand as it is; <see langword="null"/>, with a diagnostic, if it has
    /// no value.</summary>
    public static Operand? Fold(ArithmeticOperand operand, CheckDiagnostics diagnostics)
    {
        if (operand is not { Left: Constant left, Right: Constant right })
        {
            return operand;
        }

        if ((left.Measure.Kind == MeasureKind.Day && !left.Value.Date.IsDay && right.Measure.Kind == MeasureKind.Day)
            || (right.Measure.Kind == MeasureKind.Day && !right.Value.Date.IsDay))
        {
            diagnostics.PeriodMovedByFact(left.Value.Date.IsDay ? right.Span : left.Span);
            return null;
        }

        try
        {
            return new Constant(operand.Span, operand.Measure, Calculate(operand, left, right), Parameters([left, right]))
            { IsDerived = true };
        }
        catch (OverflowException)
        {
            diagnostics.OutOfRange(operand.Span);
            return null;
        }
    }

    /// <inheritdoc cref="Fold(ArithmeticOperand, CheckDiagnostics)"/>
    public static Operand? Fold(MoveOperand operand, CheckDiagnostics diagnostics)
    {
        if (operand.Day is not Constant day)
        {
            return operand;
        }

        try
        {
            var (first, last) = day.Value.Date;
            var moved = new PartialDate(Calendar.Move(first, operand.Move), Calendar.Move(last, operand.Move));
            return new Constant(operand.Span, day.Measure, FactValue.Of(moved), day.Parameter) { IsDerived = true };
        }
        catch (OverflowException)
        {
            diagnostics.OutOfRange(operand.Span);
            return null;
        }
    }

    /// <inheritdoc cref="Fold(ArithmeticOperand, CheckDiagnostics)"/>
    public static Operand? Fold(FunctionOperand function, CheckDiagnostics diagnostics)
    {
        if (!function.Arguments.All(argument => argument is Constant))
        {
            return function;
        }

        try
        {
            if (ValueOf(function) is { } value)
            {
                return new Constant(function.Span, function.Measure, value, Parameters(function.Arguments.Cast<Constant>()))
                { IsDerived = true };
            }

            diagnostics.WithoutValue(function.Span, "this has no value", "compute with other constants, or with a fact");
        }
        catch (OverflowException)
        {
            diagnostics.OutOfRange(function.Span);
        }

        return null;
    }

    // All that it was worked out from, for explanations.
    private static string? Parameters(IEnumerable<Constant> constants) =>
        constants.Select(c => c.Parameter).OfType<string>().Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } names
            ? string.Join(" and ", names) : null;

    // Where there is no one value: of durations with months it may not be known which is the longer.
    private static FactValue? ValueOf(FunctionOperand function)
    {
        var values = default(ConstantValues);
        switch (function.Measure.Kind)
        {
            case MeasureKind.Text:
                return Functions.Text(function, values) is { } text ? FactValue.Of(text) : null;
            case MeasureKind.Duration:
                return Functions.Durations(function, values) is var (low, high) && low == high ? FactValue.Of(low) : null;
            case MeasureKind.Real:
                return Functions.Real(function, values) is { IsNothing: false, IsValue: true, Low: { } real } ? FactValue.Of(real) : null;
            default:
                return Functions.Exact(function, values) is not { IsNothing: false, IsValue: true, Low: { } exact }
                    ? null
                    : function.Measure.Kind switch
                    {
                        MeasureKind.Day => FactValue.Of(new PartialDate((int)exact, (int)exact)),
                        MeasureKind.Instant => FactValue.OfUtcTicks((long)exact),
                        _ => FactValue.OfSteps(checked((long)exact)),
                    };
        }
    }

    private static FactValue Calculate(ArithmeticOperand operand, Constant left, Constant right)
    {
        var sign = operand.Kind == ArithmeticKind.Minus ? -1 : 1;
        switch (operand.Measure.Kind)
        {
            case MeasureKind.Exact:
                var (a, b) = (AsSteps(left), AsSteps(right));
                var scale = operand.Measure.Scale;
                var steps = operand.Kind == ArithmeticKind.Times
                    ? a * b
                    : (a * Scales.Power(scale - left.Measure.Scale)) + (sign * b * Scales.Power(scale - right.Measure.Scale));
                return FactValue.OfSteps(checked((long)steps));
            case MeasureKind.Real:
                var (x, y) = (AsReal(left), AsReal(right));
                var result = operand.Kind == ArithmeticKind.Times ? x * y : x + (sign * y);
                return double.IsFinite(result) ? FactValue.Of(result) : throw new OverflowException();
            case MeasureKind.Day:
                return FactValue.Of(Calendar.Add(left.Value.Date, Signed(right, sign)));
            case MeasureKind.Instant:
                return FactValue.OfUtcTicks(Calendar.AddToInstant(left.Value.UtcTicks, Signed(right, sign)));
            default:
                return FactValue.Of(Difference(left, right, sign));
        }
    }

    private static Duration Difference(Constant left, Constant right, int sign) =>
        left.Measure.Kind switch
        {
            MeasureKind.Duration when right.Measure.IsNumber => left.Value.Duration.Times(right.Value.Steps),
            MeasureKind.Day => new Duration(0, (left.Value.Date.First - right.Value.Date.First) * TimeSpan.TicksPerDay),
            MeasureKind.Instant => new Duration(0, left.Value.UtcTicks - right.Value.UtcTicks),
            _ => checked(
                new Duration(
                    left.Value.Duration.Months + (sign * right.Value.Duration.Months),
                    left.Value.Duration.Ticks + (sign * right.Value.Duration.Ticks)
                )
            ),
        };

    private static Duration Signed(Constant duration, int sign) => sign < 0 ? duration.Value.Duration.Negate() : duration.Value.Duration;

    private static Int128 AsSteps(Constant constant) => constant.Value.Steps;

    private static double AsReal(Constant constant) =>
        constant.Measure.Kind == MeasureKind.Real ? constant.Value.Real : Scales.ToReal(constant.Value.Steps, constant.Measure.Scale);
}
