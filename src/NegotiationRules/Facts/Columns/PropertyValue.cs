using System.Globalization;

namespace NegotiationRules.Facts.Columns;

/// <summary>Values of .NET types as facts: what they would be bound to if they were written as JSON first.</summary>
internal static class PropertyValue
{
    private const int LongestNumber = 64;

    /// <summary>Whether values of a type can be facts of another, as far as the types themselves tell.</summary>
    public static bool CanBe(Type type, FactType fact) => fact switch
    {
        BooleanType => type == typeof(bool),
        ExactType or RealType => IsWhole(type) || type == typeof(decimal) || type == typeof(double) || type == typeof(float),
        TextType => type == typeof(string) || type.IsEnum,
        DateType => type == typeof(DateOnly) || type == typeof(string),
        DateTimeType => type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(string),
        DurationType => type == typeof(TimeSpan) || type == typeof(string),
        _ => false,
    };

    /// <summary>Reads a value as a fact of a type.</summary>
    /// <returns>Whether it can be one. Where <see langword="null"/> stands for it, it can, and is unknown.</returns>
    public static bool TryRead<TValue>(TValue value, FactType type, out FactValue fact)
    {
        fact = default;
        switch (value)
        {
            case null:
                return true;
            case bool boolean:
                fact = FactValue.Of(boolean);
                return type is BooleanType;
            case DateOnly day:
                fact = FactValue.Of(PartialDate.Of(day));
                return type is DateType;
            case DateTimeOffset time:
                fact = FactValue.OfUtcTicks(time.UtcTicks);
                return type is DateTimeType;
            case DateTime time:
                // Local time is left to the plain way, which asks the calendar of the machine.
                fact = FactValue.OfUtcTicks(time.Ticks);
                return type is DateTimeType && time.Kind == DateTimeKind.Utc;
            case TimeSpan span:
                var duration = new Duration(0, Math.Max(span.Ticks, -long.MaxValue));
                fact = FactValue.Of(duration);
                return type is DurationType && Duration.TryParse(duration.ToString(), out _);
            case string text:
                return TryReadText(text, type, out fact);
            default:
                return TryReadNumber(value, type, out fact);
        }
    }

    private static bool TryReadText(string text, FactType type, out FactValue fact)
    {
        fact = default;
        switch (type)
        {
            case TextType allowed when allowed.Find(text) is { } found:
                fact = FactValue.Of(found);
                return true;
            case DateType when PartialDate.TryParse(text, out var date):
                fact = FactValue.Of(date);
                return true;
            case DateTimeType when Instant.TryParse(text, out var ticks):
                fact = FactValue.OfUtcTicks(ticks);
                return true;
            case DurationType when Duration.TryParse(text, out var duration):
                fact = FactValue.Of(duration);
                return true;
            default:
                return false;
        }
    }

    private static bool TryReadNumber<TValue>(TValue value, FactType type, out FactValue fact)
    {
        fact = default;
        switch (value)
        {
            case double real when type is RealType:
                return TryBound(real, type, out fact);

            // These go by their digits, as they would in a file: a 32-bit 0.1 is the 64-bit number that is written so, and so is one tenth
            // in steps.
            case double real:
                Span<byte> shortest = stackalloc byte[LongestNumber];
                return double.IsFinite(real)
                    && real.TryFormat(shortest, out var written, default, CultureInfo.InvariantCulture)
                    && TryReadDigits(shortest[..written], type, out fact);
            case float real:
                Span<byte> digits = stackalloc byte[LongestNumber];
                return float.IsFinite(real)
                    && real.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture)
                    && TryReadDigits(digits[..length], type, out fact);
            case decimal number:
                Span<byte> places = stackalloc byte[LongestNumber];
                return number.TryFormat(places, out var count, default, CultureInfo.InvariantCulture)
                    && TryReadDigits(places[..count], type, out fact);
            default:
                return Whole(value) is { } whole
                    && (type is RealType ? TryBound(whole, type, out fact) : TryBound(whole, type as ExactType, out fact));
        }
    }

    private static bool TryBound(double real, FactType type, out FactValue fact)
    {
        fact = FactValue.Of(real);
        return type is RealType bounds && double.IsFinite(real) && real >= bounds.Minimum && real <= bounds.Maximum;
    }

    private static bool TryBound(long whole, ExactType? type, out FactValue fact)
    {
        fact = default;
        if (type is null)
        {
            return false;
        }

        var steps = (Int128)whole;
        for (var place = 0; place < type.Scale; place++)
        {
            steps *= 10;
        }

        if (steps < type.Minimum || steps > type.Maximum)
        {
            return false;
        }

        fact = FactValue.OfSteps((long)steps);
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> digits, FactType type, out FactValue fact)
    {
        fact = default;
        switch (type)
        {
            case ExactType exact when Utf8Number.TryReadSteps(digits, exact, out var steps):
                fact = FactValue.OfSteps(steps);
                return true;
            case RealType real when Utf8Number.TryReadReal(digits, real, out var rounded):
                fact = FactValue.Of(rounded);
                return true;
            default:
                return false;
        }
    }

    // Nothing for what is no whole number, or too large to be one here.
    private static long? Whole<TValue>(TValue value) => value switch
    {
        sbyte n => n,
        byte n => n,
        short n => n,
        ushort n => n,
        int n => n,
        uint n => n,
        long n => n,
        ulong n and <= long.MaxValue => (long)n,
        _ => null,
    };

    private static bool IsWhole(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64 && !type.IsEnum;
}
