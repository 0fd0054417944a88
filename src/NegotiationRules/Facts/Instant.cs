using System.Globalization;
using System.Text.RegularExpressions;

namespace NegotiationRules.Facts;

/// <summary>Dates with a time and an offset from UTC, as ticks of 100 ns since 0001-01-01T00:00:00Z.</summary>
internal static partial class Instant
{
    // `2022-01-10T09:00:00.`, and then a tick is 100 ns.
    private const int DecimalsFrom = 20;
    private const int MostDecimals = 7;

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    /// <summary>Reads <c>2022-01-10T09:00:00Z</c> or <c>2022-01-10T09:00+01:00</c>, with decimals of a second, of which all but seven are
    /// zeros.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long utcTicks)
    {
        utcTicks = 0;

        // RFC 3339: `t` and `z` may be small, and a second has as many decimals as one likes; those beyond what can be kept must say
        // nothing.
        text = text.IndexOfAny('t', 'z') >= 0 ? text.ToString().ToUpperInvariant() : text;
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
    public static bool LacksOffset(ReadOnlySpan<char> text) =>
        TryReadLocal(text.IndexOf('t') >= 0 ? text.ToString().ToUpperInvariant() : text, out _);

    /// <summary>What to write for a leap second, or for decimals finer than can be kept; <see langword="null"/> if the text has
    /// neither.</summary>
    public static (string Why, string Meant)? Nearest(string text)
    {
        if (NotKept().Match(text) is not { Success: true } found)
        {
            return null;
        }

        var (before, second, decimals, offset) = (found.Groups[1].Value, found.Groups[2].Value, found.Groups[3].Value,
            found.Groups[4].Value);
        var (why, meant) = second == "60"
            ? ("a leap second has no place of its own in the calendar",
                $"{before}59{(decimals.Length > 8 ? decimals[..8] : decimals)}{offset}")
            : ("a second is kept to seven decimals", $"{before}{second}{decimals[..Math.Min(8, decimals.Length)]}{offset}");
        return TryParse(meant, out _) && !TryParse(text, out _) ? (why, meant) : null;
    }

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
        if (text.Length > DecimalsFrom + MostDecimals && text[DecimalsFrom - 1] == '.'
            && text[(DecimalsFrom + MostDecimals)..].IndexOfAnyExcept('0') < 0)
        {
            text = text[..(DecimalsFrom + MostDecimals)];
        }

        var read =
            DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && text[^1] != '.';
        ticks = local.Ticks;
        return read;
    }

    [GeneratedRegex(
        @"^([0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:)([0-9]{2})(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NotKept();

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
