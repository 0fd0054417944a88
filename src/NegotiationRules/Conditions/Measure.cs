using NegotiationRules.Facts;
using NegotiationRules.Syntax;

namespace NegotiationRules.Conditions;

/// <summary>What an operand measures: two operands can be compared if their measures agree.</summary>
/// <param name="Kind">The sort of quantity.</param>
/// <param name="Scale">For <see cref="MeasureKind.Exact"/>: the value is a whole count of steps of 10^-Scale. Otherwise 0.</param>
internal readonly record struct Measure(MeasureKind Kind, int Scale = 0)
{
    public bool IsNumber => Kind is MeasureKind.Exact or MeasureKind.Real;

    public bool IsOrdered => Kind is not (MeasureKind.Text or MeasureKind.Boolean);

    /// <summary>In words for a message: "a number", "a date" ….</summary>
    public string InWords => Kind switch
    {
        MeasureKind.Boolean => "true or false",
        MeasureKind.Exact or MeasureKind.Real => "a number",
        MeasureKind.Text => "text",
        MeasureKind.Day => "a date",
        MeasureKind.Instant => "a date and time",
        MeasureKind.Duration => "a duration",
    };

    /// <summary>What it is to the operators: the same for all numbers, and for dates with and without a time.</summary>
    public ValueKinds Asked => Kind switch
    {
        MeasureKind.Boolean => ValueKinds.Truths,
        MeasureKind.Exact or MeasureKind.Real => ValueKinds.Numbers,
        MeasureKind.Text => ValueKinds.Texts,
        MeasureKind.Day or MeasureKind.Instant => ValueKinds.Days,
        MeasureKind.Duration => ValueKinds.Durations,
    };

    public bool AgreesWith(Measure other) => Kind == other.Kind || (IsNumber && other.IsNumber);

    /// <summary>The measure of something that may measure either; for measures that agree.</summary>
    public Measure Widest(Measure other) =>
        Kind == MeasureKind.Real || other.Kind == MeasureKind.Real ? new Measure(MeasureKind.Real)
        : Scale >= other.Scale ? this
        : other;

    /// <summary>The measure of a fact; <see langword="null"/> for objects and lists, which are not compared.</summary>
    public static Measure? Of(FactType type) => type switch
    {
        BooleanType => new Measure(MeasureKind.Boolean),
        ExactType exact => new Measure(MeasureKind.Exact, exact.Scale),
        RealType => new Measure(MeasureKind.Real),
        TextType => new Measure(MeasureKind.Text),
        DateType => new Measure(MeasureKind.Day),
        DateTimeType => new Measure(MeasureKind.Instant),
        DurationType => new Measure(MeasureKind.Duration),
        _ => null,
    };
}

internal enum MeasureKind
{
    Boolean,
    Exact,
    Real,
    Text,
    Day,
    Instant,
    Duration,
}
