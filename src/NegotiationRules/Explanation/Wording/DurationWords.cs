using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Durations in words: "10 years", "1 year and 6 months", "90 days".</summary>
internal static class DurationWords
{
    public static string Of(Duration duration)
    {
        // Months and days of opposite signs have no good words; the notation of files has.
        if ((duration.Months < 0 && duration.Ticks > 0) || (duration.Months > 0 && duration.Ticks < 0))
        {
            return duration.ToString();
        }

        var negative = duration.Months < 0 || duration.Ticks < 0;
        var (months, ticks) = negative ? (-(long)duration.Months, -duration.Ticks) : (duration.Months, duration.Ticks);
        var time = new TimeSpan(ticks % TimeSpan.TicksPerDay);
        var parts = new List<string>();
        Add(months / 12, "year");
        Add(months % 12, "month");
        Add(ticks / TimeSpan.TicksPerDay, "day");
        Add(time.Hours, "hour");
        Add(time.Minutes, "minute");
        var seconds = (decimal)(time.Ticks % TimeSpan.TicksPerMinute) / TimeSpan.TicksPerSecond;
        if (seconds != 0)
        {
            parts.Add(
                $"{seconds.ToString("0.#######", System.Globalization.CultureInfo.InvariantCulture)} "
                    + $"{(seconds == 1 ? "second" : "seconds")}"
            );
        }

        var words = parts.Count == 0 ? "0 days" : Series.And(parts);
        return negative ? $"minus {words}" : words;

        void Add(long count, string unit)
        {
            if (count != 0)
            {
                parts.Add(Nouns.Count(count, unit));
            }
        }
    }
}
