using NegotiationRules.Facts;
using NegotiationRules.Facts.Columns;

namespace NegotiationRules.Generation.Compiling;

/// <summary>Values of properties as facts, for compiled code: those that take more than an expression.</summary>
internal static class Reading
{
    /// <summary>Reads a number in steps, a day or a moment.</summary>
    /// <returns>Whether it can be one, exactly.</returns>
    public static bool TryReadWhole<TValue>(TValue value, FactType type, out long whole)
    {
        whole = 0;
        if (!PropertyValue.TryRead(value, type, out var fact) || !fact.IsKnown)
        {
            return false;
        }

        switch (type)
        {
            case DateType:
                whole = fact.Date.First;
                return fact.Date.IsDay;
            case DateTimeType:
                whole = fact.UtcTicks;
                return true;
            default:
                whole = fact.Steps;
                return true;
        }
    }

    /// <summary>Reads a number in floating point.</summary>
    public static bool TryReadReal<TValue>(TValue value, FactType type, out double real)
    {
        var isRead = PropertyValue.TryRead(value, type, out var fact) && fact.IsKnown;
        real = isRead ? fact.Real : 0;
        return isRead;
    }

    /// <summary>Whether a value can be a fact of a type.</summary>
    public static bool Fits<TValue>(TValue value, FactType type) => PropertyValue.TryRead(value, type, out var fact) && fact.IsKnown;

    /// <summary>A decimal number in steps.</summary>
    /// <returns>Whether it is a whole number of them, within the bounds of the type.</returns>
    public static bool TryReadDecimal(decimal value, ExactType type, long power, out long steps)
    {
        steps = 0;
        if (value is > 9_000_000_000m or < -9_000_000_000m)
        {
            return TryReadWhole(value, type, out steps);
        }

        var exact = value * power;
        steps = (long)exact;
        return steps == exact && steps >= type.Minimum && steps <= type.Maximum;
    }

    /// <summary>The text that a number under an enum stands for.</summary>
    /// <returns>Whether it stands for one, or for what is not known.</returns>
    public static bool TryReadEnum(EnumFacts texts, int number, out string? text)
    {
        var isRead = texts.TryGet(number, out var fact);
        text = isRead && fact.IsKnown ? fact.Text : null;
        return isRead;
    }
}
