using System.Globalization;

namespace NegotiationRules.Facts;

/// <summary>A day, or a span of days of which one is meant: <c>2022-01-10</c>, <c>2022-01</c>, <c>2022</c>.</summary>
/// <param name="First">The first day it may be, as <see cref="DateOnly.DayNumber"/>.</param>
/// <param name="Last">The last day it may be, not before <paramref name="First"/>.</param>
internal readonly record struct PartialDate(int First, int Last)
{
    /// <summary>The day numbers of 0001-01-01 and 9999-12-31.</summary>
    public const int FirstDay = 0;

    public static readonly int LastDay = DateOnly.MaxValue.DayNumber;

    public bool IsDay => First == Last;

    /// <summary>How many days it spans.</summary>
    public int Length => Last - First + 1;

    public static PartialDate Of(DateOnly day) => new(day.DayNumber, day.DayNumber);

    /// <summary>Reads <c>YYYY-MM-DD</c>, <c>YYYY-MM</c> or <c>YYYY</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date) => TryParse<char>(text, out date);

    /// <summary>The same of characters or of the bytes of UTF-8.</summary>
    public static bool TryParse<T>(ReadOnlySpan<T> text, out PartialDate date)
        where T : unmanaged
    {
        date = default;
        if (text.Length is not (4 or 7 or 10)
            || (text.Length > 4 && Digits.At(text, 4) != '-')
            || (text.Length > 7 && Digits.At(text, 7) != '-'))
        {
            return false;
        }

        var year = (Digits.Two(text, 0) * 100) + Digits.Two(text, 2);
        var (month, day) = (text.Length > 4 ? Digits.Two(text, 5) : 1, text.Length > 7 ? Digits.Two(text, 8) : 1);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || (day > 28 && day > DateTime.DaysInMonth(year, month)))
        {
            return false;
        }

        var first = new DateOnly(year, month, day).DayNumber;
        date = new PartialDate(first, text.Length switch
        {
            4 => first + (DateTime.IsLeapYear(year) ? 365 : 364),
            7 => first + DateTime.DaysInMonth(year, month) - 1,
            _ => first,
        });
        return true;
    }

    /// <summary>As it would be written in a file; two days joined by <c>..</c> where they are not a month or a year.</summary>
    public override string ToString()
    {
        var (first, last) = (DateOnly.FromDayNumber(First), DateOnly.FromDayNumber(Last));
        if (IsDay)
        {
            return Iso(first);
        }

        if (first.Day == 1 && last.Day == DateTime.DaysInMonth(last.Year, last.Month) && first.Year == last.Year)
        {
            if (first.Month == last.Month)
            {
                return first.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            }

            if (first.Month == 1 && last.Month == 12)
            {
                return first.ToString("yyyy", CultureInfo.InvariantCulture);
            }
        }

        return $"{Iso(first)}..{Iso(last)}";
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
