using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Native.Columns;

/// <summary>Numbers that count from 1970-01-01 as days of the calendar, and as ticks.</summary>
internal static class GivenMoments
{
    private const long TicksOfDay = TimeSpan.TicksPerDay;

    private static readonly long FirstDay = new DateOnly(1970, 1, 1).DayNumber;

    public static void WriteDays(GivenColumn given, ElementPlaces places, KnownBits known, ReadOnlySpan<long> whole, Span<int> into)
    {
        var perDay = PerDay(given.Unit);
        for (var i = 0; i < whole.Length; i++)
        {
            var days = perDay == 1 ? whole[i] : Math.DivRem(whole[i], perDay, out var rest) + (rest == 0 ? 0 : long.MaxValue / 2);
            if (days < -FirstDay || days > DateOnly.MaxValue.DayNumber - FirstDay)
            {
                days = known.Has(i) ? throw given.Fault(places[i], GivenValueWords.Of(given, places[i])) : 0;
            }

            into[i] = (int)(days + FirstDay);
        }
    }

    public static void WriteTicks(GivenColumn given, ElementPlaces places, KnownBits known, ReadOnlySpan<long> whole, Span<long> into)
    {
        var (from, to) = (-FirstDay * TicksOfDay, DateTime.MaxValue.Ticks - (FirstDay * TicksOfDay));
        var perDay = PerDay(given.Unit);
        for (var i = 0; i < whole.Length; i++)
        {
            var ticks = perDay <= TicksOfDay
                ? (Int128)whole[i] * (TicksOfDay / perDay)
                : whole[i] % (perDay / TicksOfDay) == 0 ? whole[i] / (perDay / TicksOfDay) : Int128.MaxValue;
            if (ticks < from || ticks > to)
            {
                ticks = known.Has(i) ? throw given.Fault(places[i], GivenValueWords.Of(given, places[i])) : 0;
            }

            into[i] = (long)ticks + (FirstDay * TicksOfDay);
        }
    }

    private static long PerDay(TimeUnit unit) => unit switch
    {
        TimeUnit.Seconds => 86_400,
        TimeUnit.Milliseconds => 86_400_000,
        TimeUnit.Microseconds => 86_400_000_000,
        TimeUnit.Nanoseconds => 86_400_000_000_000,
        _ => 1,
    };
}
