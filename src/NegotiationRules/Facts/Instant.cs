using System.Globalization;
using System.Text.RegularExpressions;

namespace NegotiationRules.Facts;

/// <summary>Dates with a time and an offset from UTC, as ticks of 100 ns since 0001-01-01T00:00:00Z.</summary>
internal static partial class Instant
{
    // `2022-01-10T09:00`
    private const int ToMinutes = 16;

    /// <summary>Reads <c>2022-01-10T09:00:00Z</c> or <c>2022-01-10T09:00+01:00</c>, with decimals of a second, of which all but seven are
    /// zeros.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long utcTicks) => TryParse<char>(text, out utcTicks);

    /// <summary>The same of characters or of the bytes of UTF-8.</summary>
    public static bool TryParse<T>(ReadOnlySpan<T> text, out long utcTicks)
        where T : unmanaged
    {
        utcTicks = 0;
        if (!TryReadLocal(text, out var length, out var local) || !TryReadOffset(text[length..], out var offset))
        {
            return false;
        }

        utcTicks = local - offset;
        return utcTicks >= 0 && utcTicks <= DateTime.MaxValue.Ticks;
    }

    /// <summary>Whether the text would be read if an offset stood after it.</summary>
    public static bool LacksOffset(ReadOnlySpan<char> text) => TryReadLocal(text, out var length, out _) && length == text.Length;

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

    // RFC 3339: `t` and `z` may be small, and a second has as many decimals as one likes; those beyond what can be kept must say nothing.
    private static bool TryReadLocal<T>(ReadOnlySpan<T> text, out int length, out long ticks)
        where T : unmanaged
    {
        (length, ticks) = (ToMinutes, 0);
        var isRead = text.Length >= ToMinutes && Digits.At(text, 13) == ':' && (Digits.At(text, 10) | ' ') == 't';
        if (!isRead || !PartialDate.TryParse(text[..10], out var day))
        {
            return false;
        }

        var (hour, minute, second, decimals) = (Digits.Two(text, 11), Digits.Two(text, 14), 0, 0);
        if (text.Length > length + 2 && Digits.At(text, length) == ':')
        {
            second = Digits.Two(text, length + 1);
            length += 3;
            if (length < text.Length && Digits.At(text, length) == '.')
            {
                length++;
                isRead = Digits.TryReadTicks(text, ref length, out decimals);
            }
        }

        ticks = (day.First * TimeSpan.TicksPerDay) + (((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond) + decimals;
        return isRead && hour < 24 && minute < 60 && second < 60;
    }

    [GeneratedRegex(
        @"^([0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:)([0-9]{2})(\.[0-9]+)?([Zz]|[+-][0-9]{2}:[0-9]{2})$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NotKept();

    private static bool TryReadOffset<T>(ReadOnlySpan<T> text, out long ticks)
        where T : unmanaged
    {
        ticks = 0;
        if (text.Length == 1)
        {
            return (Digits.At(text, 0) | ' ') == 'z';
        }

        if (text.Length != 6 || Digits.At(text, 0) is not ('+' or '-') || Digits.At(text, 3) != ':')
        {
            return false;
        }

        var (hours, minutes) = (Digits.Two(text, 1), Digits.Two(text, 4));
        ticks = ((hours * 60L) + minutes) * TimeSpan.TicksPerMinute * (Digits.At(text, 0) == '-' ? -1 : 1);
        return hours < 24 && minutes < 60;
    }
}
