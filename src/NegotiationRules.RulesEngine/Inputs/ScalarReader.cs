using System.Diagnostics.CodeAnalysis;
using NegotiationRules.Facts;

namespace NegotiationRules.RulesEngine.Inputs;

/// <summary>Single values, as C# compares them.</summary>
/// <param name="type">What is wanted of them.</param>
/// <param name="isReckoned">Whether they are reckoned with, so that they must be of a usual size.</param>
/// <remarks>The compiler keeps of each method below only what is for its type.</remarks>
[SuppressMessage(
    "Performance",
    "CA1812:Avoid uninstantiated internal classes",
    Justification = "Made by reflection for the type of the value."
)]
internal sealed class ScalarReader<T>(FactType type, bool isReckoned) : FactReader<T>
{
    private readonly long _perUnit = type is ExactType exact ? PowerOfTen(exact.Scale) : 1;

    /// <summary>Whether values of a type mean the same to C# and to the rule language.</summary>
    public static bool CanRead =>
        typeof(T) == typeof(string)
        || typeof(T) == typeof(bool)
        || typeof(T) == typeof(char)
        || typeof(T) == typeof(Guid)
        || typeof(T) == typeof(int)
        || typeof(T) == typeof(long)
        || typeof(T) == typeof(short)
        || typeof(T) == typeof(byte)
        || typeof(T) == typeof(double)
        || typeof(T) == typeof(decimal)
        || typeof(T) == typeof(DateTime)
        || typeof(T) == typeof(DateTimeOffset)
        || typeof(T) == typeof(DateOnly)
        || typeof(T) == typeof(TimeSpan);

    public override bool TryRead(T value, out FactValue fact)
    {
        if (typeof(T) == typeof(string))
        {
            fact = value is null ? default : FactValue.Of((string)(object)value);
            return true;
        }

        if (typeof(T) == typeof(double))
        {
            fact = FactValue.Of((double)(object)value!);
            return double.IsFinite((double)(object)value!);
        }

        if (typeof(T) == typeof(long) && isReckoned && (long)(object)value! is < -Magnitude.LargestWhole or > Magnitude.LargestWhole)
        {
            fact = default;
            return false;
        }

        if (typeof(T) == typeof(decimal))
        {
            return TryReadDecimal((decimal)(object)value!, out fact);
        }

        if (typeof(T) == typeof(TimeSpan))
        {
            var span = (TimeSpan)(object)value!;
            fact = FactValue.Of(new Duration(0, span.Ticks));
            return span.Duration().Ticks <= TimeSpan.TicksPerDay * PartialDate.LastDay;
        }

        fact = Plain(value);
        return true;
    }

    private static FactValue Plain(T value) =>
        typeof(T) == typeof(bool) ? FactValue.Of((bool)(object)value!)
        : typeof(T) == typeof(int) ? FactValue.OfSteps((int)(object)value!)
        : typeof(T) == typeof(long) ? FactValue.OfSteps((long)(object)value!)
        : typeof(T) == typeof(short) ? FactValue.OfSteps((short)(object)value!)
        : typeof(T) == typeof(byte) ? FactValue.OfSteps((byte)(object)value!)
        : typeof(T) == typeof(char) ? FactValue.Of(((char)(object)value!).ToString())
        : typeof(T) == typeof(Guid) ? FactValue.Of(((Guid)(object)value!).ToString())
        // Two of them are compared by what they show, wherever that is.
        : typeof(T) == typeof(DateTime) ? FactValue.OfUtcTicks(((DateTime)(object)value!).Ticks)
        : typeof(T) == typeof(DateTimeOffset) ? FactValue.OfUtcTicks(((DateTimeOffset)(object)value!).UtcTicks)
        : typeof(T) == typeof(DateOnly) ? FactValue.Of(PartialDate.Of((DateOnly)(object)value!))
        : throw new InvalidOperationException($"no fact of {typeof(T)}");

    private bool TryReadDecimal(decimal value, out FactValue fact)
    {
        fact = default;
        if (Math.Abs(value) > (isReckoned ? Magnitude.LargestDecimal : long.MaxValue / _perUnit))
        {
            return false;
        }

        var steps = value * _perUnit;
        fact = FactValue.OfSteps((long)steps);
        return steps == decimal.Truncate(steps);
    }

    private static long PowerOfTen(int scale)
    {
        var power = 1L;
        for (; scale > 0; scale--)
        {
            power *= 10;
        }

        return power;
    }
}
