using System.Text;

namespace NegotiationRules.Facts.Columns;

/// <summary>Reads dates, instants and durations from UTF-8: the same as <see cref="PartialDate"/>, <see cref="Instant"/> and
/// <see cref="Duration"/> do, without a string.</summary>
internal static class Utf8Date
{
    // Nothing longer is a date, an instant or a duration that anyone means; what is longer is left to the plain reader.
    private const int Longest = 128;

    /// <summary>Reads <c>YYYY-MM-DD</c>, <c>YYYY-MM</c> or <c>YYYY</c>.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out PartialDate date)
    {
        if (TryReadDay(text, out var day) && text.Length == DayLength)
        {
            date = new PartialDate(day, day);
            return true;
        }

        date = default;
        Span<char> characters = stackalloc char[Longest];
        return TryWiden(text, characters, out var length) && PartialDate.TryParse(characters[..length], out date);
    }

    /// <summary>Reads <c>2022-01-10T09:00:00Z</c> and the like, as ticks.</summary>
    public static bool TryReadInstant(ReadOnlySpan<byte> text, out long utcTicks)
    {
        const int UtcLength = 20;
        if (
            text.Length == UtcLength
            && text[UtcLength - 1] == 'Z'
            && text[DayLength] == 'T'
            && text[13] == ':'
            && text[16] == ':'
            && TryReadDay(text, out var day)
            && TwoDigits(text, 11) is var hour and < 24
            && TwoDigits(text, 14) is var minute and < 60
            && TwoDigits(text, 17) is var second and < 60
        )
        {
            utcTicks = (day * TimeSpan.TicksPerDay) + (((((hour * 60L) + minute) * 60) + second) * TimeSpan.TicksPerSecond);
            return true;
        }

        utcTicks = 0;
        Span<char> characters = stackalloc char[Longest];
        return TryWiden(text, characters, out var length) && Instant.TryParse(characters[..length], out utcTicks);
    }

    public static bool IsDuration(ReadOnlySpan<byte> text)
    {
        Span<char> characters = stackalloc char[Longest];
        return TryWiden(text, characters, out var length) && Duration.TryParse(characters[..length], out _);
    }

    private const int DayLength = 10;

    // A day at the beginning of the text.
    private static bool TryReadDay(ReadOnlySpan<byte> text, out int day)
    {
        day = 0;
        if (text.Length < DayLength || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        var (century, year, month, date) = (TwoDigits(text, 0), TwoDigits(text, 2), TwoDigits(text, 5), TwoDigits(text, 8));
        if (century > 99 || year > 99 || month > 12 || date > 31 || month < 1 || date < 1 || century + year < 1)
        {
            return false;
        }

        year += century * 100;
        if (date > 28 && date > DateTime.DaysInMonth((int)year, (int)month))
        {
            return false;
        }

        day = new DateOnly((int)year, (int)month, (int)date).DayNumber;
        return true;
    }

    // Far beyond two digits if they are none.
    private static uint TwoDigits(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = ((uint)(text[at] - '0'), (uint)(text[at + 1] - '0'));
        return tens <= 9 && ones <= 9 ? (tens * 10) + ones : 10_000;
    }

    private static bool TryWiden(ReadOnlySpan<byte> text, Span<char> characters, out int length)
    {
        length = 0;
        return text.Length <= characters.Length && Ascii.ToUtf16(text, characters, out length) == System.Buffers.OperationStatus.Done;
    }
}
