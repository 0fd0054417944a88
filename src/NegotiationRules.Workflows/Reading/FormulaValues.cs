using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Text;
using NegotiationRules.Workflows.Inputs;

namespace NegotiationRules.Workflows.Reading;

/// <summary>Turns values of the rule language into those of .NET, of the types that expressions have there.</summary>
internal static class FormulaValues
{
    /// <summary>The value; <see langword="null"/> if it is unknown.</summary>
    /// <param name="value">The value.</param>
    /// <param name="measure">What it measures; its scale tells the steps of an exact number.</param>
    /// <param name="kind">The type it is to have; <see langword="null"/> for that of the value.</param>
    /// <exception cref="OverflowException">The type cannot hold the value.</exception>
    public static object? ToObject(FactValue value, Measure measure, ScalarKind? kind) =>
        value.Kind switch
        {
            FactKind.Unknown => null,
            FactKind.Boolean => value.Boolean,
            FactKind.Exact => Number(
                Exact(value.Steps, measure.Scale),
                kind ?? (measure.Scale == 0 ? ScalarKind.Int64 : ScalarKind.Decimal)
            ),
            FactKind.Real => kind == ScalarKind.Decimal ? (decimal)value.Real
            : kind is ScalarKind.Int32 or ScalarKind.Int64 ? Number((decimal)value.Real, kind.Value)
            : value.Real,
            FactKind.Text => Text(value.Text, kind),
            FactKind.Date => Day(value.Date, kind),
            FactKind.DateTime => kind == ScalarKind.DateTimeOffset
                ? new DateTimeOffset(value.UtcTicks, TimeSpan.Zero)
                : new DateTime(value.UtcTicks, DateTimeKind.Unspecified),
            FactKind.Duration => value.Duration.Months == 0 ? new TimeSpan(value.Duration.Ticks) : value.Duration.ToString(),
            _ => null,
        };

    /// <summary>A value of <see cref="ToObject"/> as JSON.</summary>
    /// <param name="value">The value.</param>
    /// <param name="at">What it was worked out from, for whoever finds a fault in it.</param>
    public static JsonValue? ToJson(object? value, Span at) =>
        value switch
        {
            null => null,
            bool flag => new JsonBoolean(at, flag),
            double real when !double.IsFinite(real) => null,
            int or long or decimal or double => new JsonNumber(at, Convert.ToString(value, CultureInfo.InvariantCulture)!),
            DateTime moment => new JsonText(at, moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
            DateTimeOffset moment => new JsonText(at, moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)),
            DateOnly day => new JsonText(at, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            IReadOnlyDictionary<string, object?> members => new JsonObject(
                at,
                [.. members.Select(m => new JsonMember(m.Key, at, ToJson(m.Value, at) ?? new JsonNull(at)))]
            ),
            _ => new JsonText(at, Convert.ToString(value, CultureInfo.InvariantCulture)!),
        };

    private static decimal Exact(long steps, int scale) => new(
        (int)(Magnitude(steps) & uint.MaxValue), (int)(Magnitude(steps) >> 32), 0, steps < 0, (byte)scale);

    private static ulong Magnitude(long steps) => steps < 0 ? (ulong)-(Int128)steps : (ulong)steps;

    private static object Number(decimal number, ScalarKind kind) => kind switch
    {
        ScalarKind.Int32 => (int)number,
        ScalarKind.Int64 => (long)number,
        ScalarKind.Double => (double)number,
        _ => number,
    };

    private static object Text(string text, ScalarKind? kind) => kind switch
    {
        ScalarKind.Character when text.Length == 1 => text[0],
        ScalarKind.Guid when Guid.TryParse(text, out var id) => id,
        _ => text,
    };

    private static object? Day(PartialDate date, ScalarKind? kind) =>
        !date.IsDay ? null
        : kind == ScalarKind.DateTime ? DateOnly.FromDayNumber(date.First).ToDateTime(TimeOnly.MinValue)
        : DateOnly.FromDayNumber(date.First);
}
