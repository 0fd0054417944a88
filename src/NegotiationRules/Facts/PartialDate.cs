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
    public static bool TryParse(ReadOnlySpan<char> text, out PartialDate date)
    {
        date = default;
        if (text.Length is not (4 or 7 or 10)
            || !Digits(text[..4], out var year) || year < 1
            || (text.Length >= 7 && text[4] != '-')
            || (text.Length == 10 && text[7] != '-'))
        {
            return false;
        }

        int month = 0, day = 0;
        if ((text.Length >= 7 && (!Digits(text[5..7], out month) || month is < 1 or > 12))
            || (text.Length == 10 && (!Digits(text[8..10], out day) || day < 1 || day > DateTime.DaysInMonth(year, month))))
        {
            return false;
        }

        var first = new DateOnly(year, Math.Max(month, 1), Math.Max(day, 1));
        var last = day > 0 ? first : month > 0 ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : new DateOnly(year, 12, 31);
        date = new PartialDate(first.DayNumber, last.DayNumber);
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

    private static bool Digits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
