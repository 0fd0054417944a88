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
        DateType => type == typeof(DateOnly) || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(string),
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
            case DateTimeOffset time when type is DateType:
                return TryReadMidnight(time.DateTime, out fact);
            case DateTime time when type is DateType:
                return TryReadMidnight(time, out fact);
            case DateTimeOffset time:
                fact = FactValue.OfUtcTicks(time.UtcTicks);
                return type is DateTimeType;
            case DateTime time:
                // Local time is left to the plain way, which asks the calendar of the machine.
                fact = FactValue.OfUtcTicks(time.Ticks);
                return type is DateTimeType && time.Kind == DateTimeKind.Utc;
            case TimeSpan span:
                fact = Duration.Of(span) is { } duration ? FactValue.Of(duration) : FactValue.Unknown;
                return type is DurationType && fact.IsKnown;
            case string text:
                return Scalar.TryRead(text, type, out fact);
            default:
                return Scalar.IsNumber(type) && TryReadNumber(value, type, out fact);
        }
    }

    private static bool TryReadMidnight(DateTime time, out FactValue fact)
    {
        fact = FactValue.Of(PartialDate.Of(DateOnly.FromDateTime(time)));
        return time.TimeOfDay == TimeSpan.Zero;
    }

    private static bool TryReadNumber<TValue>(TValue value, FactType type, out FactValue fact)
    {
        switch (value)
        {
            case double real when type is RealType bounds:
                fact = FactValue.Of(real);
                return bounds.Fit(real) == NumberFit.Exact;
            case double or float or decimal:
                return TryReadDigits(value, type, out fact);
            default:
                return TryReadWhole(Whole(value), type, out fact);
        }
    }

    // These go by their digits, as they would in a file: a 32-bit 0.1 is the 64-bit number that is written so, and so is one tenth in
    // steps.
    private static bool TryReadDigits<TValue>(TValue value, FactType type, out FactValue fact)
    {
        fact = default;
        var length = 0;
        Span<byte> digits = stackalloc byte[LongestNumber];
        var isFormatted = value switch
        {
            double real => double.IsFinite(real) && real.TryFormat(digits, out length, default, CultureInfo.InvariantCulture),
            float real => float.IsFinite(real) && real.TryFormat(digits, out length, default, CultureInfo.InvariantCulture),
            decimal number => number.TryFormat(digits, out length, default, CultureInfo.InvariantCulture),
            _ => false,
        };
        return isFormatted && Scalar.ReadNumber<byte>(digits[..length], type, out fact) == NumberFit.Exact;
    }

    private static bool TryReadWhole(long? whole, FactType type, out FactValue fact)
    {
        fact = default;
        if (whole is not { } number)
        {
            return false;
        }

        if (type is RealType real)
        {
            fact = FactValue.Of((double)number);
            return real.Fit(number) == NumberFit.Exact;
        }

        var exact = (ExactType)type;
        var steps = (Int128)number * NumberDigits.PowersOfTen[exact.Scale];
        fact = FactValue.OfSteps((long)steps);
        return exact.Fit(steps) == NumberFit.Exact;
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
