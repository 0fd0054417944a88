using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Conditions;

/// <summary>Arithmetic with days and instants, by the Gregorian calendar. A result beyond the years 1 to 9999 is an
/// <see cref="OverflowException"/>.</summary>
/// <remarks>All of it is monotone: a later day never gives an earlier result. That is what lets partial dates be moved end by
/// end.</remarks>
internal static class Calendar
{
    /// <summary>The days that are added to a date after the months.</summary>
    /// <exception cref="QuantityOverflowException">The duration has a part of a day.</exception>
    public static long WholeDaysOf(Duration duration) => duration.WholeDays
        ?? throw new QuantityOverflowException($"the duration {duration} cannot be added to a date: it is not a whole number of days");

    /// <summary>The day so many months, then days, later. The end of a month stays within the month reached.</summary>
    public static int Add(int day, Duration duration) => TryAdd(day, duration) ?? throw Beyond();

    /// <summary>The same; nothing where that lies outside the calendar.</summary>
    public static int? TryAdd(int day, Duration duration) => TryAdd(day, duration.Months, WholeDaysOf(duration));

    /// <summary>The day so many months, then days, later; nothing where that lies outside the calendar.</summary>
    public static int? TryAdd(int day, int months, long days) =>
        (months == 0 ? day : TryAddMonths(DateOnly.FromDayNumber(day), months)?.DayNumber) + days is { } moved
        && moved >= PartialDate.FirstDay && moved <= PartialDate.LastDay ? (int)moved : null;

    /// <summary>A month or a year as a whole so much later: moved by months, it is the whole of the months there.</summary>
    public static PartialDate Add(PartialDate date, Duration duration) =>
        new(
            Add(date.First, duration),
            date.IsDay || !IsEndOfMonth(date.Last)
                ? Add(date.Last, duration)
                : Add(Move(Add(date.Last, duration with { Ticks = 0 }), CalendarMove.EndOfMonth), duration with { Months = 0 })
        );

    /// <summary>The instant so many months, then ticks, later.</summary>
    public static long AddToInstant(long utcTicks, Duration duration) => TryAddToInstant(utcTicks, duration) ?? throw Beyond();

    /// <summary>The same; nothing where that lies outside the calendar.</summary>
    public static long? TryAddToInstant(long utcTicks, Duration duration) => TryAddToInstant(utcTicks, duration.Months, duration.Ticks);

    /// <summary>The instant so many months, then ticks, later; nothing where that lies outside the calendar.</summary>
    public static long? TryAddToInstant(long utcTicks, int months, long ticks)
    {
        var day = months == 0 ? (int)(utcTicks / TimeSpan.TicksPerDay)
            : TryAddMonths(DateOnly.FromDayNumber((int)(utcTicks / TimeSpan.TicksPerDay)), months)?.DayNumber;
        return ((Int128?)day * TimeSpan.TicksPerDay) + (utcTicks % TimeSpan.TicksPerDay) + ticks is { } moved
            && moved >= 0 && moved <= DateTime.MaxValue.Ticks ? (long)moved : null;
    }

    public static int Move(int dayNumber, CalendarMove move) => TryMove(dayNumber, move) ?? throw Beyond();

    /// <summary>The same; nothing where that lies outside the calendar.</summary>
    public static int? TryMove(int dayNumber, CalendarMove move)
    {
        var day = DateOnly.FromDayNumber(dayNumber);
        return move switch
        {
            CalendarMove.StartOfMonth => StartOfMonth(day).DayNumber,
            CalendarMove.EndOfMonth => new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)).DayNumber,
            CalendarMove.StartOfNextMonth => TryAddMonths(StartOfMonth(day), 1)?.DayNumber,
            CalendarMove.StartOfYear => new DateOnly(day.Year, 1, 1).DayNumber,
            CalendarMove.EndOfYear => new DateOnly(day.Year, 12, 31).DayNumber,
            _ => TryAddMonths(new DateOnly(day.Year, 1, 1), 12)?.DayNumber,
        };
    }

    /// <summary>The most months that can be added to a moment without coming after a later one.</summary>
    public static int WholeMonths(DateTime from, DateTime to)
    {
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        return from.AddMonths(months) > to ? months - 1 : months;
    }

    private static bool IsEndOfMonth(int day) => day == Move(day, CalendarMove.EndOfMonth);

    private static DateOnly StartOfMonth(DateOnly day) => new(day.Year, day.Month, 1);

    private static DateOnly? TryAddMonths(DateOnly day, int months)
    {
        var month = ((long)day.Year * 12) + day.Month - 1 + months;
        return month is >= 12 and < 120_000 ? day.AddMonths(months) : null;
    }

    private static QuantityOverflowException Beyond() => new("a date lies outside the years 1 to 9999");
}
