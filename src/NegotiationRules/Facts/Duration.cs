using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace NegotiationRules.Facts;

/// <summary>An ISO 8601 duration: calendar months, and a fixed time of days, hours, minutes and seconds.</summary>
/// <param name="Months">Whole months; a year is twelve.</param>
/// <param name="Ticks">The rest, in ticks of 100 ns; a week is seven days of 24 hours.</param>
internal sealed record Duration(int Months, long Ticks)
{
    // No one plans a negotiation for longer than the calendar lasts.
    private const int MostMonths = 9999 * 12;
    private const long MostTicks = MostMonths * 31L * TimeSpan.TicksPerDay;

    private static readonly Unit[] DateUnits =
    [
        new('Y', 12, 0), new('M', 1, 0), new('W', 0, 7 * TimeSpan.TicksPerDay), new('D', 0, TimeSpan.TicksPerDay),
    ];
    private static readonly Unit[] TimeUnits =
    [
        new('H', 0, TimeSpan.TicksPerHour), new('M', 0, TimeSpan.TicksPerMinute),
        new('S', 0, TimeSpan.TicksPerSecond),
    ];
    private static readonly ConcurrentDictionary<long, (long Low, long High)> DaysOfMonths = new();

    /// <summary>Whether a file can say it: months and time do not differ in sign.</summary>
    public bool CanBeWritten => Math.Sign(Months) * Math.Sign(Ticks) >= 0;

    /// <summary>The days it adds to a date after its months, or <see langword="null"/> if it has a part shorter than a day.</summary>
    public long? WholeDays => Ticks % TimeSpan.TicksPerDay == 0 ? Ticks / TimeSpan.TicksPerDay : null;

    /// <summary>The shortest and the longest it may be, in ticks: months differ in length.</summary>
    /// <remarks>Differences and sums of the longest durations go beyond 64 bits.</remarks>
    public (Int128 Low, Int128 High) Range => RangeOf(Months, Ticks);

    /// <summary>By how many ticks it is longer than another, at least and at most: as many months on either side fall away.</summary>
    public (Int128 Low, Int128 High) Less(Duration other) => RangeOf((long)Months - other.Months, (Int128)Ticks - other.Ticks);

    /// <summary>So many of them.</summary>
    public Duration Times(Int128 number) => checked(new Duration((int)(Months * number), (long)(Ticks * number)));

    /// <summary>From the shortest to the longest that it may be. Nothing is known of one that may grow beyond what can be represented; one
    /// that is certain to do so is an error.</summary>
    public static (Duration Low, Duration High)? Between(Int128 months, Int128 ticks, Int128 mostMonths, Int128 mostTicks) =>
        (months, ticks) == (mostMonths, mostTicks)
            ? checked((new Duration((int)months, (long)ticks), new Duration((int)months, (long)ticks)))
        : months > int.MinValue && mostMonths <= int.MaxValue && ticks > long.MinValue && mostTicks <= long.MaxValue
            ? (new Duration((int)months, (long)ticks), new Duration((int)mostMonths, (long)mostTicks))
        : null;

    public Duration Negate() => checked(new(-Months, -Ticks));

    /// <summary>What a span of time is, or <see langword="null"/> if it is longer than the calendar.</summary>
    public static Duration? Of(TimeSpan span) => span.Ticks is >= -MostTicks and <= MostTicks ? new Duration(0, span.Ticks) : null;

    /// <summary>Reads <c>P1Y2M3W4DT5H6M7.8S</c> with any parts left out but not all, <c>-</c> before it for the negative.</summary>
    /// <remarks>Only seconds may have decimals, seven at most. Nothing is rounded; what is longer than the calendar is refused.</remarks>
    public static bool TryParse(ReadOnlySpan<char> text, [NotNullWhen(true)] out Duration? duration) => TryParse<char>(text, out duration);

    /// <summary>The same of characters or of the bytes of UTF-8.</summary>
    public static bool TryParse<T>(ReadOnlySpan<T> text, [NotNullWhen(true)] out Duration? duration)
        where T : unmanaged
    {
        duration = null;
        var negative = text.Length > 0 && Digits.At(text, 0) == '-';
        text = negative ? text[1..] : text;
        if (text.Length < 3 || Digits.At(text, 0) != 'P' || Digits.At(text, text.Length - 1) == 'T')
        {
            return false;
        }

        var (months, ticks, isTime) = (Int128.Zero, Int128.Zero, false);
        ReadOnlySpan<Unit> units = DateUnits;
        for (var at = 1; at < text.Length; at++)
        {
            if (!isTime && Digits.At(text, at) == 'T')
            {
                isTime = true;
                units = TimeUnits;
            }
            else if (!TryReadPart(text, ref at, ref units, ref months, ref ticks))
            {
                return false;
            }
        }

        if (months > MostMonths || ticks > MostTicks)
        {
            return false;
        }

        var read = new Duration((int)months, (long)ticks);
        duration = negative ? read.Negate() : read;
        return true;
    }

    /// <summary>As it would be written in a file. Where months and time differ in sign, which no file can say, the parts have signs:
    /// <c>P1M-3D</c>.</summary>
    public override string ToString()
    {
        if (Months == 0 && Ticks == 0)
        {
            return "P0D";
        }

        var (negative, months, ticks) = Months < 0 || (Months == 0 && Ticks < 0) ? (true, -Months, -Ticks) : (false, Months, Ticks);
        var text = new StringBuilder(negative ? "-P" : "P");
        Append(text, months / 12, 'Y');
        Append(text, months % 12, 'M');
        Append(text, ticks / TimeSpan.TicksPerDay, 'D');
        var time = new TimeSpan(ticks % TimeSpan.TicksPerDay);
        if (time != TimeSpan.Zero)
        {
            text.Append('T');
            Append(text, time.Hours, 'H');
            Append(text, time.Minutes, 'M');
            var seconds = (decimal)(time.Ticks % TimeSpan.TicksPerMinute) / TimeSpan.TicksPerSecond;
            if (seconds != 0)
            {
                text.Append(seconds.ToString("0.#######", CultureInfo.InvariantCulture)).Append('S');
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, long count, char unit)
    {
        if (count != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{count}").Append(unit);
        }
    }

    // A count and its unit. Each unit may stand once, in the order of the list.
    private static bool TryReadPart<T>(ReadOnlySpan<T> text, ref int at, ref ReadOnlySpan<Unit> units, ref Int128 months, ref Int128 ticks)
        where T : unmanaged
    {
        var (start, count, fraction, hasFraction) = (at, Int128.Zero, 0, false);
        for (; at < text.Length && Digits.One(text, at) is <= 9 and var digit; at++)
        {
            count = Int128.Min((count * 10) + digit, MostTicks + 1);
        }

        if (at == start || at == text.Length)
        {
            return false;
        }

        if (Digits.At(text, at) == '.')
        {
            at++;
            hasFraction = Digits.TryReadTicks(text, ref at, out fraction);
            if (!hasFraction || at == text.Length)
            {
                return false;
            }
        }

        var letter = Digits.At(text, at);
        while (!units.IsEmpty && units[0].Letter != letter)
        {
            units = units[1..];
        }

        if (units.IsEmpty || (hasFraction && letter != 'S'))
        {
            return false;
        }

        months += count * units[0].Months;
        ticks += (count * units[0].Ticks) + fraction;
        units = units[1..];
        return true;
    }

    private static (Int128 Low, Int128 High) RangeOf(long months, Int128 ticks)
    {
        var (low, high) = DaysOfMonths.GetOrAdd(months, CountDays);
        return (((Int128)low * TimeSpan.TicksPerDay) + ticks, ((Int128)high * TimeSpan.TicksPerDay) + ticks);
    }

    // The calendar repeats every 400 years, so every length that so many months can have is met by starting in each of its 4,800 months.
    private static (long Low, long High) CountDays(long months)
    {
        if (months < 0)
        {
            var (fewest, greatest) = CountDays(-months);
            return (-greatest, -fewest);
        }

        const int Cycle = 4800;
        const int DaysInCycle = 146_097;
        var (shortest, longest) = (long.MaxValue, long.MinValue);
        for (var start = 0; start < Cycle; start++)
        {
            var end = start + months;
            var days = ((end / Cycle) * DaysInCycle) + FirstOf((int)(end % Cycle)) - FirstOf(start);
            (shortest, longest) = (Math.Min(shortest, days), Math.Max(longest, days));
        }

        return (shortest, longest);
    }

    private static int FirstOf(int month) => new DateOnly(2000 + (month / 12), (month % 12) + 1, 1).DayNumber;

    private readonly record struct Unit(char Letter, int Months, long Ticks);
}
