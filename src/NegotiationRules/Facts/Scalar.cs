namespace NegotiationRules.Facts;

/// <summary>Values that are neither objects nor lists, read by the type of their fact. Whatever they come from, what is one and what is
/// none is said here.</summary>
internal static class Scalar
{
    /// <summary>Reads a JSON number as steps of a type; they are meant only if it fits.</summary>
    public static NumberFit Read<T>(ReadOnlySpan<T> number, ExactType type, out long steps)
        where T : unmanaged =>
        ExactNumber.Read(number, type.Scale, out steps) is var fit and not NumberFit.Exact ? fit : type.Fit(steps);

    /// <summary>Reads a JSON number in floating point; it is meant only if it fits.</summary>
    public static NumberFit Read<T>(ReadOnlySpan<T> number, RealType type, out double real)
        where T : unmanaged
    {
        real = RealNumber.Read(number);
        return type.Fit(real);
    }

    /// <summary>Reads a JSON number as a fact, which is unknown if it does not fit.</summary>
    public static NumberFit ReadNumber<T>(ReadOnlySpan<T> number, FactType type, out FactValue fact)
        where T : unmanaged
    {
        var (fit, read) = type switch
        {
            ExactType exact => (Read(number, exact, out var steps), FactValue.OfSteps(steps)),
            _ => (Read(number, (RealType)type, out var real), FactValue.Of(real)),
        };
        fact = fit == NumberFit.Exact ? read : FactValue.Unknown;
        return fit;
    }

    /// <summary>Reads a text as a fact; it is unknown if no such fact is written so.</summary>
    public static bool TryRead(string text, FactType type, out FactValue fact)
    {
        fact = type switch
        {
            TextType allowed when allowed.Find(text) is { } found => FactValue.Of(found),
            DateType when PartialDate.TryParse(text, out var date) => FactValue.Of(date),
            DateTimeType when Instant.TryParse(text, out var ticks) => FactValue.OfUtcTicks(ticks),
            DurationType when Duration.TryParse(text, out var duration) => FactValue.Of(duration),
            _ => FactValue.Unknown,
        };
        return fact.IsKnown;
    }

    /// <summary>Whether facts of a type are written as numbers.</summary>
    public static bool IsNumber(FactType type) => type is ExactType or RealType;
}
