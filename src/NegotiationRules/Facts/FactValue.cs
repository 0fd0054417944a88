using System.Diagnostics.CodeAnalysis;

namespace NegotiationRules.Facts;

/// <summary>One value of a fact, checked against its type. The default value is unknown.</summary>
/// <remarks>Every ordered kind but durations fits in 64 bits, so that a column of facts can be a column of numbers.</remarks>
[SuppressMessage(
    "Performance",
    "CA1815:Override equals and operator equals on value types",
    Justification = "Values are compared by their type's rules, never as bits."
)]
internal readonly struct FactValue
{
    private readonly long _bits;
    private readonly object? _object;

    private FactValue(FactKind kind, long bits, object? reference = null)
    {
        Kind = kind;
        _bits = bits;
        _object = reference;
    }

    public static FactValue Unknown => default;

    public FactKind Kind { get; }

    public bool IsKnown => Kind != FactKind.Unknown;

    public bool Boolean => _bits != 0;

    /// <summary>Whether it is known to be true; of a boolean.</summary>
    public bool IsTrue => IsKnown && Boolean;

    /// <summary>The number in steps of its type's scale.</summary>
    public long Steps => _bits;

    public double Real => BitConverter.Int64BitsToDouble(_bits);

    public string Text => (string)_object!;

    public PartialDate Date => new((int)(_bits >> 32), (int)_bits);

    /// <summary>Ticks of 100 ns since 0001-01-01T00:00:00Z.</summary>
    public long UtcTicks => _bits;

    public Duration Duration => (Duration)_object!;

    public FactRecord Record => (FactRecord)_object!;

    public FactList List => (FactList)_object!;

    /// <summary>Whether two values of one type that is neither a record nor a list are the same.</summary>
    public bool IsSame(FactValue other) => Kind == other.Kind && _bits == other._bits && Equals(_object, other._object);

    public static FactValue Of(bool value) => new(FactKind.Boolean, value ? 1 : 0);

    public static FactValue OfSteps(long steps) => new(FactKind.Exact, steps);

    public static FactValue Of(double value) => new(FactKind.Real, BitConverter.DoubleToInt64Bits(value));

    public static FactValue Of(string text) => new(FactKind.Text, 0, text);

    public static FactValue Of(PartialDate date) => new(FactKind.Date, ((long)date.First << 32) | (uint)date.Last);

    public static FactValue OfUtcTicks(long ticks) => new(FactKind.DateTime, ticks);

    public static FactValue Of(Duration duration) => new(FactKind.Duration, 0, duration);

    public static FactValue Of(FactRecord record) => new(FactKind.Record, 0, record);

    public static FactValue Of(FactList list) => new(FactKind.List, 0, list);
}
