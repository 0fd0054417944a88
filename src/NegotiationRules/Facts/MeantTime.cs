using System.Globalization;
using System.Text.RegularExpressions;

namespace NegotiationRules.Facts;

/// <summary>Days and durations as people write them, in the way files write them: for suggestions only, none of these is
/// accepted.</summary>
internal static partial class MeantTime
{
    private static readonly string[] WithMonthNames =
        ["d MMMM yyyy", "d MMM yyyy", "d. MMMM yyyy", "MMMM d, yyyy", "MMM d, yyyy", "MMMM d yyyy", "MMM d yyyy"];

    /// <summary>What to write for <c>2022/1/5</c>, <c>5.1.2022</c> or <c>5 January 2022</c>: <c>"2022-01-05"</c>; <see langword="null"/> if
    /// it cannot be told for certain.</summary>
    public static string? Day(string text) => YearFirst().Match(text) is { Success: true } date ? DayOf(date.Groups) : QuotedDay(text);

    private static string? DayOf(GroupCollection date)
    {
        var (year, month) = (Number(date[1].Value), Number(date[2].Value));
        if (year < 1 || month is < 1 or > 12)
        {
            return null;
        }

        var days = DateTime.DaysInMonth(year, month);
        return !date[3].Success ? $"\"{year:0000}-{month:00}\""
            : Number(date[3].Value) is >= 1 and var day && day <= days ? $"\"{year:0000}-{month:00}-{day:00}\""
            : $"a day that exists: {year:0000}-{month:00} has {days} days";
    }

    private static string? QuotedDay(string text) => DayByName(text) is { } day ? $"\"{day}\"" : null;

    private static string? DayByName(string text)
    {
        if (YearLast().Match(text) is { Success: true } other)
        {
            var (first, second) = (other.Groups[1].Value, other.Groups[3].Value);

            // 5/1/2022 is a day in January to some and in May to others.
            return other.Groups[2].Value == "." || Number(first) > 12 ? Written(other.Groups[4].Value, second, first)
                : Number(second) > 12 ? Written(other.Groups[4].Value, first, second)
                : null;
        }

        return DateOnly.TryParseExact(text.Trim(), WithMonthNames, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>The duration, as <c>P3M</c>, that is written as <c>3 months</c> or <c>p3m</c>; <see langword="null"/> if it is
    /// none.</summary>
    public static string? Duration(string text)
    {
        var written = Amount().Match(text) is { Success: true } amount
            ? amount.Groups[2].Value.ToUpperInvariant() switch
            {
                "HOUR" => $"PT{amount.Groups[1].Value}H",
                "MINUTE" => $"PT{amount.Groups[1].Value}M",
                "SECOND" => $"PT{amount.Groups[1].Value}S",
                var unit => $"P{amount.Groups[1].Value}{unit[0]}",
            }
            : text.Trim().ToUpperInvariant();
        return Facts.Duration.TryParse(written, out _) ? written : null;
    }

    /// <summary>The date and time that is written with a blank for the <c>T</c>, an offset without its colon and the like, as it is written
    /// here; <see langword="null"/> if it is none.</summary>
    public static string? Moment(string text)
    {
        if (Instant.Nearest(text) is { Meant: var kept })
        {
            return kept;
        }

        if (Loose().Match(text) is not { Success: true } found)
        {
            return null;
        }

        var (day, hour, minute) = (found.Groups[1].Value, found.Groups[2].Value, found.Groups[3].Success ? found.Groups[3].Value : "00");
        var second = found.Groups[4].Success ? $":{found.Groups[4].Value}{found.Groups[5].Value.Replace(',', '.')}" : string.Empty;
        var offset = found.Groups[6].Value.ToUpperInvariant() is "Z" or "UTC" or "GMT" ? "Z"
            : $"{found.Groups[7].Value}:{(found.Groups[8].Success ? found.Groups[8].Value : "00")}";
        if (hour == "24" && minute == "00" && second is "" or ":00"
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var before)
                && before < DateOnly.MaxValue)
        {
            (day, hour) = (before.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "00");
        }

        var written = $"{day}T{hour}:{minute}{second}{offset}";
        return Instant.TryParse(written, out _) ? written : Instant.Nearest(written)?.Meant;
    }

    private static string? Written(string year, string month, string day)
    {
        var text = $"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
        return PartialDate.TryParse(text, out _) ? text : null;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\s*([0-9]{4})[-/. ]([0-9]{1,2})(?:[-/. ]([0-9]{1,2}))?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^\s*([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex YearLast();

    [GeneratedRegex(
        @"^\s*([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ]\s*([0-9]{2})(?::?([0-9]{2})(?::?([0-9]{2})([.,][0-9]+)?)?)?"
            + @"\s*([Zz]|UTC|GMT|([+-][0-9]{2}):?([0-9]{2})?)\s*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Loose();

    [GeneratedRegex(
        @"^\s*([0-9]{1,6})\s*(year|month|week|day|hour|minute|second)s?\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Amount();
}
