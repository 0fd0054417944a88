using Apache.Arrow;
using Apache.Arrow.Types;
using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Arrow.Cells;

/// <summary>Days and moments, which count from 1970-01-01. What lies outside of the calendar, or between two ticks, is none.</summary>
internal static class MomentCells
{
    private static readonly long FirstDay = new DateOnly(1970, 1, 1).DayNumber;

    /// <summary>The day of an element as <see cref="DateOnly.DayNumber"/>: of a day, or of a moment without a zone at midnight.</summary>
    public static long? DayAt(IArrowArray array, int at)
    {
        if (array.Data.DataType is Date32Type)
        {
            return InCalendar(WholeCells.ValuesOf<int>(array)[at] + FirstDay);
        }

        return TicksAt(array, at) is { } ticks && ticks % TimeSpan.TicksPerDay == 0 ? ticks / TimeSpan.TicksPerDay : null;
    }

    /// <summary>The moment of an element in ticks, as <see cref="DateTime.Ticks"/>.</summary>
    public static long? TicksAt(IArrowArray array, int at)
    {
        var value = WholeCells.ValuesOf<long>(array)[at];
        var unit = array.Data.DataType is TimestampType type ? type.Unit : TimeUnit.Millisecond;
        if (unit == TimeUnit.Nanosecond && value % TimeSpan.NanosecondsPerTick != 0)
        {
            return null;
        }

        var ticks = (unit == TimeUnit.Nanosecond ? value / TimeSpan.NanosecondsPerTick : (Int128)value * TicksOf(unit))
            + (FirstDay * TimeSpan.TicksPerDay);
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? (long)ticks : null;
    }

    /// <summary>Reads days; texts too, which may name a month or a year alone.</summary>
    public static bool TryReadDays(IArrowArray array, ElementPlaces places, KnownBits known, Span<int> first, Span<int> last)
    {
        var texts = TextCells.Are(array.Data.DataType) ? new TextCells(array) : default;
        for (var i = 0; i < places.Count; i++)
        {
            (first[i], last[i]) = (0, 0);
            if (places[i] < 0 || !known.Has(i))
            {
                continue;
            }

            if (texts.IsThere)
            {
                if (!PartialDate.TryParse(texts[(int)places[i]], out var date))
                {
                    return false;
                }

                (first[i], last[i]) = (date.First, date.Last);
            }
            else if (DayAt(array, (int)places[i]) is { } day)
            {
                (first[i], last[i]) = ((int)day, (int)day);
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads moments; texts too, with their offsets.</summary>
    public static bool TryReadTicks(IArrowArray array, ElementPlaces places, KnownBits known, Span<long> into)
    {
        var texts = TextCells.Are(array.Data.DataType) ? new TextCells(array) : default;
        for (var i = 0; i < places.Count; i++)
        {
            into[i] = 0;
            if (places[i] < 0 || !known.Has(i))
            {
                continue;
            }

            if (texts.IsThere)
            {
                if (!Instant.TryParse(texts[(int)places[i]], out into[i]))
                {
                    return false;
                }
            }
            else if (TicksAt(array, (int)places[i]) is { } ticks)
            {
                into[i] = ticks;
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    private static long? InCalendar(long day) => day is >= 0 && day <= DateOnly.MaxValue.DayNumber ? day : null;

    /// <summary>How many ticks a unit has that is not finer.</summary>
    public static long TicksOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Second => TimeSpan.TicksPerSecond,
        TimeUnit.Millisecond => TimeSpan.TicksPerMillisecond,
        _ => TimeSpan.TicksPerMicrosecond,
    };
}
