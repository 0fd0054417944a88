using System.Globalization;

namespace NegotiationRules.Facts;

/// <summary>Dates with a time and an offset from UTC, as ticks of 100 ns since 0001-01-01T00:00:00Z.</summary>
internal static class Instant
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>Reads <c>2022-01-10T09:00:00Z</c> or <c>2022-01-10T09:00+01:00</c>, with up to seven decimals of a second.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long utcTicks)
    {
        utcTicks = 0;
        var offsetAt = OffsetAt(text);
        if (offsetAt < 0
            || !TryReadLocal(text[..offsetAt], out var local)
            || !TryReadOffset(text[offsetAt..], out var offset))
        {
            return false;
        }

        utcTicks = local - offset;
        return utcTicks >= 0 && utcTicks <= DateTime.MaxValue.Ticks;
    }

    /// <summary>Whether the text would be read if an offset stood after it.</summary>
    public static bool LacksOffset(ReadOnlySpan<char> text) => TryReadLocal(text, out _);

    public static string ToText(long utcTicks) =>
        new DateTime(utcTicks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    // A minus sign before the time belongs to the date.
    private static int OffsetAt(ReadOnlySpan<char> text)
    {
        var time = text.IndexOf('T');
        var at = time < 0 ? -1 : text[time..].IndexOfAny('Z', '+', '-');
        return at < 0 ? -1 : time + at;
    }

    private static bool TryReadLocal(ReadOnlySpan<char> text, out long ticks)
    {
        var read = DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && text[^1] != '.';
        ticks = local.Ticks;
        return read;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out long ticks)
    {
        ticks = 0;
        if (text is "Z")
        {
            return true;
        }

        if (text.Length != 6 || text[3] != ':'
            || !int.TryParse(text[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > 23
            || !int.TryParse(text[4..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes > 59)
        {
            return false;
        }

        ticks = ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute * (text[0] == '-' ? -1 : 1);
        return true;
    }
}
