using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Conditions;

/// <content>Functions of dates, date-times and durations.</content>
internal static partial class Functions
{
    /// <summary>The day of a moment, or the year of a day or a moment: what never goes down as time goes on.</summary>
    public static long PartOf(OperandFunction function, MeasureKind kind, long at) =>
        function == OperandFunction.DateOf ? at / TimeSpan.TicksPerDay : TimeOf(at, kind).Year;

    // The parts of a date begin anew, so they keep an interval only as long as the part above them is the same.
    private static Interval<Int128> PartOfDate(OperandFunction function, MeasureKind kind, Interval<Int128> date) => function switch
    {
        OperandFunction.Year => date.Map(at => (Int128)PartOf(function, kind, (long)at)),
        OperandFunction.Month => Within(date, kind, t => t.Month, t => t.Year, 1, 12),
        OperandFunction.DayOfMonth => Within(date, kind, t => t.Day, t => (t.Year, t.Month), 1, 31),
        OperandFunction.DayOfYear => Within(date, kind, t => t.DayOfYear, t => t.Year, 1, 366),
        OperandFunction.Hour => Within(date, kind, t => t.Hour, t => t.Ticks / TimeSpan.TicksPerDay, 0, 23),
        OperandFunction.Minute => Within(date, kind, t => t.Minute, t => t.Ticks / TimeSpan.TicksPerHour, 0, 59),
        OperandFunction.Second => Within(date, kind, t => t.Second, t => t.Ticks / TimeSpan.TicksPerMinute, 0, 59),
        _ => throw new InvalidOperationException($"no value for {function}"),
    };

    private static Interval<Int128> Within<TAbove>(
        Interval<Int128> date, MeasureKind kind, Func<DateTime, int> part, Func<DateTime, TAbove> above, int least, int most)
        where TAbove : struct, IEquatable<TAbove>
    {
        if (date.IsNothing)
        {
            return date;
        }

        return
            date is { Low: { } low, High: { } high }
            && TimeOf(low, kind) is var first
            && TimeOf(high, kind) is var last
            && above(first).Equals(above(last))
            ? new Interval<Int128>(part(first), part(last))
            : new Interval<Int128>(least, most);
    }

    private static DateTime TimeOf(Int128 at, MeasureKind kind) =>
        new(kind == MeasureKind.Day ? (long)at * TimeSpan.TicksPerDay : (long)at, DateTimeKind.Utc);

    private static (Duration Low, Duration High)? TimeOfDay(Interval<Int128> instant) =>
        instant.IsNothing ? null
        : instant is { Low: { } low, High: { } high } && low / TimeSpan.TicksPerDay == high / TimeSpan.TicksPerDay ? (Rest(low), Rest(high))
        : (new Duration(0, 0), new Duration(0, TimeSpan.TicksPerDay - 1));

    private static Duration Rest(Int128 ticks) => new(0, (long)(ticks % TimeSpan.TicksPerDay));

    // A month has no exact number of days.
    private static Interval<double> Total(OperandFunction function, (Duration Low, Duration High)? duration)
    {
        Func<TimeSpan, double> total = function switch
        {
            OperandFunction.TotalDays => t => t.TotalDays,
            OperandFunction.TotalHours => t => t.TotalHours,
            OperandFunction.TotalMinutes => t => t.TotalMinutes,
            OperandFunction.TotalSeconds => t => t.TotalSeconds,
            _ => throw new InvalidOperationException($"no value for {function}"),
        };
        return duration is var (low, high)
            ? new Interval<double>(total(new TimeSpan(checked((long)low.Range.Low))), total(new TimeSpan(checked((long)high.Range.High))))
            : Interval<double>.Nothing;
    }

    // As many as can be added to the earlier date without coming after the later one, so that it agrees with `plus`: the end of a month
    // stays within the month reached, and who was born on 29 February is a year older on 28 February.
    private static Interval<Int128> WholeMonths<T>(FunctionOperand function, T values)
        where T : IOperandValues
    {
        var (first, second) = (function.Arguments[0], function.Arguments[1]);
        var (from, to) = (values.Exact(first, 0), values.Exact(second, 0));
        return from.IsNothing || to.IsNothing
            ? Interval<Int128>.Nothing
            : new Interval<Int128>(Between(from.High, to.Low), Between(from.Low, to.High));

        Int128? Between(Int128? start, Int128? end) =>
            start is not { } a || end is not { } b ? null
            : a <= b ? Calendar.WholeMonths(TimeOf(a, first.Measure.Kind), TimeOf(b, second.Measure.Kind))
            : -Calendar.WholeMonths(TimeOf(b, second.Measure.Kind), TimeOf(a, first.Measure.Kind));
    }

    private static Interval<Int128> Moment(Interval<Int128> day, (Duration Low, Duration High)? time)
    {
        if (time is not var (low, high))
        {
            return day with { Low = null, High = null };
        }

        var isKnown = day.Low == day.High && low == high;
        return new Interval<Int128>(At(day.Low, low), At(day.High, high), day.IsNothing);

        Int128? At(Int128? day, Duration time) =>
            day is not { } d ? null
            : isKnown ? Calendar.AddToInstant((long)d * TimeSpan.TicksPerDay, time)
            : Calendar.TryAddToInstant((long)d * TimeSpan.TicksPerDay, time);
    }

    private static (Duration Low, Duration High)? Months(Interval<Int128> number, int each)
    {
        return number is { IsNothing: false, Low: { } low, High: { } high }
            ? Duration.Between(checked(low * each), 0, checked(high * each), 0)
            : null;
    }

    // To the nearest tick, which only numbers of many decimals do not give.
    private static (Duration Low, Duration High)? Time<T>(Operand number, T values, long each)
        where T : IOperandValues
    {
        if (number.Measure.Kind == MeasureKind.Real)
        {
            return values.Real(number) is { IsNothing: false, Low: { } least, High: { } most }
                ? Duration.Between(0, OfReal(least), 0, OfReal(most))
                : null;
        }

        var step = Scales.Power(number.Measure.Scale);
        return values.Exact(number, number.Measure.Scale) is { IsNothing: false, Low: { } low, High: { } high }
            ? Duration.Between(0, Of(low), 0, Of(high))
            : null;

        Int128 Of(Int128 steps) => DivideToEven(checked(steps * each), step);

        // What is beyond all measure stays so.
        Int128 OfReal(double count) => (Int128)Math.Clamp(Math.Round(count * each), -1e38, 1e38);
    }
}
