using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Conditions;

/// <summary>The definition of functions, on what is known of their operands: as .NET works them out, where everything is known.</summary>
/// <remarks>
/// What has no value (a quotient by zero, a part outside the text) is nothing, not a fault. A function that never goes down takes intervals
/// to intervals; of the others an unknown operand makes an unknown value. What a function gives is in its row of the table, so each is
/// asked for one of these only.
/// </remarks>
internal static partial class Functions
{
    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>The texts that the day of the week may be.</summary>
    public static TextType DaysOfTheWeek { get; } = new() { Values = [.. Weekdays[1..], Weekdays[0]] };

    /// <summary>An exact number in steps of the function's own scale, a day or an instant.</summary>
    public static Interval<Int128> Exact<T>(FunctionOperand function, T values)
        where T : IOperandValues
    {
        var first = function.Arguments[0];
        var (scale, own) = (first.Measure.Scale, function.Measure.Scale);
        return function.Function switch
        {
            OperandFunction.WholeQuotient =>
                Divide(values.Exact(first, 0), values.Exact(function.Arguments[1], 0), (x, y) => x / y),
            OperandFunction.Remainder => RestOf(values.Exact(first, own), values.Exact(function.Arguments[1], own), (x, y) => x % y),
            OperandFunction.Absolute => Magnitude(values.Exact(first, scale)),
            OperandFunction.Sign => first.Measure.Kind == MeasureKind.Exact
                ? SignOf(values.Exact(first, scale))
                : SignOf(values.Real(first)),
            OperandFunction.Floor => values.Exact(first, scale).Map(steps => DivideDown(steps, Scales.Power(scale))),
            OperandFunction.Ceiling => values.Exact(first, scale).Map(steps => -DivideDown(-steps, Scales.Power(scale))),
            OperandFunction.Truncated => values.Exact(first, scale).Map(steps => steps / Scales.Power(scale)),
            OperandFunction.Rounded => Round(function, values),
            OperandFunction.Least or OperandFunction.Greatest =>
                Extreme(function, function.Arguments.Select(a => values.Exact(a, own))),
            OperandFunction.Length => Whole(values.Text(first)?.Length),
            OperandFunction.PositionOf => Whole(
                values.Text(first) is { } text && values.Text(function.Arguments[1]) is { } piece
                    ? text.IndexOf(piece, StringComparison.Ordinal)
                    : null),
            OperandFunction.DateOf =>
                values.Exact(first, 0).Map(at => (Int128)PartOf(function.Function, MeasureKind.Instant, (long)at)),
            OperandFunction.Year or OperandFunction.Month or OperandFunction.DayOfMonth or OperandFunction.DayOfYear
                or OperandFunction.Hour or OperandFunction.Minute or OperandFunction.Second =>
                PartOfDate(function.Function, first.Measure.Kind, values.Exact(first, 0)),
            OperandFunction.WholeMonths => WholeMonths(function, values),
            OperandFunction.WholeYears => WholeMonths(function, values).Map(months => months / 12),
            OperandFunction.DateTime => Moment(values.Exact(first, 0), values.Durations(function.Arguments[1])),
            _ => throw NoSuchValue(function),
        };
    }

    /// <summary>A number in floating point.</summary>
    public static Interval<double> Real<T>(FunctionOperand function, T values)
        where T : IOperandValues
    {
        var first = function.Arguments[0];
        return function.Function switch
        {
            OperandFunction.Quotient => Divide(
                values.Real(first), values.Real(function.Arguments[1]), (x, y) => QuantityOverflowException.UnlessFinite(x / y)),
            OperandFunction.Remainder => RestOf(values.Real(first), values.Real(function.Arguments[1]), (x, y) => x % y),
            OperandFunction.Power => Power(values.Real(first), values.Real(function.Arguments[1])),
            OperandFunction.SquareRoot =>
                values.Real(first) is { IsNothing: false, Low: >= 0 } square ? square.Map(Math.Sqrt) : Interval<double>.Nothing,
            OperandFunction.Absolute => Magnitude(values.Real(first)),
            OperandFunction.Floor => values.Real(first).Map(Math.Floor),
            OperandFunction.Ceiling => values.Real(first).Map(Math.Ceiling),
            OperandFunction.Truncated => values.Real(first).Map(Math.Truncate),
            OperandFunction.Rounded => DecimalsOf(function, values) is { } decimals
                ? values.Real(first).Map(x => Math.Round(x, decimals, MidpointRounding.ToEven))
                : Interval<double>.Nothing,
            OperandFunction.Least or OperandFunction.Greatest => Extreme(function, function.Arguments.Select(a => values.Real(a))),
            OperandFunction.TotalDays or OperandFunction.TotalHours or OperandFunction.TotalMinutes
                or OperandFunction.TotalSeconds =>
                Total(function.Function, values.Durations(first)),
            _ => throw NoSuchValue(function),
        };
    }

    /// <summary>The shortest and the longest that a duration may be; <see langword="null"/> if nothing is known of it.</summary>
    public static (Duration Low, Duration High)? Durations<T>(FunctionOperand function, T values)
        where T : IOperandValues =>
        function.Function switch
        {
            OperandFunction.TimeOfDay => TimeOfDay(values.Exact(function.Arguments[0], 0)),
            OperandFunction.Years => Months(values.Exact(function.Arguments[0], 0), 12),
            OperandFunction.Months => Months(values.Exact(function.Arguments[0], 0), 1),
            OperandFunction.Days => Time(function.Arguments[0], values, TimeSpan.TicksPerDay),
            OperandFunction.Hours => Time(function.Arguments[0], values, TimeSpan.TicksPerHour),
            OperandFunction.Minutes => Time(function.Arguments[0], values, TimeSpan.TicksPerMinute),
            OperandFunction.Least or OperandFunction.Greatest =>
                Extreme(function.Function, [.. function.Arguments.Select(a => values.Durations(a))]),
            _ => throw NoSuchValue(function),
        };

    private static InvalidOperationException NoSuchValue(FunctionOperand function) =>
        new($"`{Words.Of(function.Function)}` gives no {function.Measure.InWords}");

    // Each operand may be the least; the least of all is at most the least that any of them is certain to be.
    private static Interval<T> Extreme<T>(FunctionOperand function, IEnumerable<Interval<T>> values)
        where T : struct, IComparable<T>
    {
        var all = values.ToList();
        if (all.Exists(v => v.IsNothing))
        {
            return Interval<T>.Nothing;
        }

        var (lows, highs) = (all.ConvertAll(v => v.Low), all.ConvertAll(v => v.High));
        return function.Function == OperandFunction.Least
            ? new Interval<T>(lows.Contains(null) ? null : lows.Min(), highs.Min())
            : new Interval<T>(lows.Max(), highs.Contains(null) ? null : highs.Max());
    }

    // Of durations of different months it may not be known which is the shorter.
    private static (Duration Low, Duration High)? Extreme(OperandFunction function, (Duration Low, Duration High)?[] values)
    {
        if (Array.Exists(values, v => v is null))
        {
            return null;
        }

        var all = Array.ConvertAll(values, v => v!.Value);
        var isLeast = function == OperandFunction.Least;
        var months = all[0].Low.Months;
        if (all.All(v => v.Low.Months == months && v.High.Months == months))
        {
            var (lows, highs) = (all.Select(v => v.Low.Ticks), all.Select(v => v.High.Ticks));
            return isLeast
                ? (new Duration(months, lows.Min()), new Duration(months, highs.Min()))
                : (new Duration(months, lows.Max()), new Duration(months, highs.Max()));
        }

        var found = Array.FindIndex(
            values,
            one => all.All(other => other == one || (isLeast ? IsAtMost(one!.Value.High, other.Low) : IsAtMost(other.High, one!.Value.Low)))
        );
        return found < 0 ? null : all[found];
    }

    private static bool IsAtMost(Duration a, Duration b) => a.Less(b).High <= 0;

    private static Interval<Int128> Whole(int? number) => number is { } n ? Interval<Int128>.Of(n) : Interval<Int128>.Nothing;
}
