using System.Globalization;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Translation;

/// <summary>Constants: how the rule language writes them, and how text beside something else is read.</summary>
internal static class Literals
{
    /// <summary>The value as a literal; <see langword="null"/> if no file can hold it.</summary>
    public static LiteralSyntax? Write(Span span, object value)
    {
        JsonValue? written = value switch
        {
            bool truth => new JsonBoolean(span, truth),
            int or long => new JsonNumber(span, Convert.ToString(value, CultureInfo.InvariantCulture)!),
            decimal number => new JsonNumber(span, number.ToString(CultureInfo.InvariantCulture)),
            double number when double.IsFinite(number) => new JsonNumber(span, number.ToString("R", CultureInfo.InvariantCulture)),
            string text => new JsonText(span, text),
            char character => new JsonText(span, character.ToString()),
            DateTime moment => new JsonText(span, Instant.ToText(moment.Ticks)),
            DateTimeOffset moment => new JsonText(span, Instant.ToText(moment.UtcTicks)),
            DateOnly day => new JsonText(span, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            TimeSpan time => new JsonText(span, new Duration(0, time.Ticks).ToString()),
            Guid guid => new JsonText(span, guid.ToString()),
            _ => null,
        };
        return written is null ? null : new LiteralSyntax(span, written);
    }

    public static ScalarKind KindOf(object value) => value switch
    {
        bool => ScalarKind.Boolean,
        int => ScalarKind.Int32,
        long => ScalarKind.Int64,
        double => ScalarKind.Double,
        decimal => ScalarKind.Decimal,
        char => ScalarKind.Character,
        DateTime => ScalarKind.DateTime,
        DateTimeOffset => ScalarKind.DateTimeOffset,
        DateOnly => ScalarKind.DateOnly,
        TimeSpan => ScalarKind.TimeSpan,
        Guid => ScalarKind.Guid,
        _ => ScalarKind.Text,
    };

    /// <summary>What a text says beside something else; <see langword="null"/> if it cannot be read so, or would be read differently on
    /// different machines.</summary>
    public static object? Read(string text, ScalarKind kind) =>
        kind switch
        {
            ScalarKind.Text => text,
            ScalarKind.Boolean => bool.TryParse(text, out var truth) ? truth : null,
            ScalarKind.Character => text.Length == 1 ? text[0] : null,
            ScalarKind.Int32 => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
            ScalarKind.Int64 => long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null,
            ScalarKind.Double => double.TryParse(
                text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number
            ) && double.IsFinite(number)
                ? number
                : null,
            ScalarKind.Decimal => decimal.TryParse(
                text, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number
            )
                ? number
                : null,
            ScalarKind.DateTime => ReadMoment(text),
            ScalarKind.DateTimeOffset => DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment
            )
            && moment.Offset != default
                ? moment
            : text.EndsWith('Z') && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out moment) ? moment
            : null,
            ScalarKind.DateOnly => DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null,
            ScalarKind.TimeSpan => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null,
            ScalarKind.Guid => Guid.TryParse(text, out var guid) ? guid : null,
            _ => null,
        };

    /// <summary>A number of another kind, if it has the same value there.</summary>
    public static object? Widen(object number, string? digits, ScalarKind to)
    {
        try
        {
            return to switch
            {
                ScalarKind.Int32 when number is int => number,
                ScalarKind.Int64 when number is int or long => Convert.ToInt64(number, CultureInfo.InvariantCulture),
                ScalarKind.Double when number is int or long or double => Convert.ToDouble(number, CultureInfo.InvariantCulture),
                ScalarKind.Decimal when number is double && digits is not null => decimal.Parse(
                    digits, NumberStyles.Float, CultureInfo.InvariantCulture
                ),
                ScalarKind.Decimal when number is int or long or decimal => Convert.ToDecimal(number, CultureInfo.InvariantCulture),
                _ => null,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // A time without a zone is the same everywhere; with one, it would be turned into the time of the machine.
    private static DateTime? ReadMoment(string text) =>
        DateTime.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.RoundtripKind | DateTimeStyles.NoCurrentDateDefault,
            out var moment
        )
        && moment.Kind == DateTimeKind.Unspecified
        && moment.Year > 1
            ? moment
            : null;
}
