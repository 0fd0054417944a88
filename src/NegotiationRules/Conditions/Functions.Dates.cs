using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Conditions;

/// <content>Functions of dates, date-times and durations.</content>
internal static partial class Functions
{
    // The parts of a date begin anew, so they keep an interval only as long as the part above them is the same.
    private static Interval<Int128> PartOfDate(OperandFunction function, MeasureKind kind, Interval<Int128> date) => function switch
    {
        OperandFunction.Year => date.Map(at => (Int128)TimeOf(at, kind).Year),
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
}
