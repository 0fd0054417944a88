namespace NegotiationRules;

/// <summary>One of several parts of a sweep, each of which another process or machine may work at.</summary>
/// <remarks>Immutable. The parts are as long as each other, but for one scenario.</remarks>
public sealed record SweepShard
{
    /// <summary>One part.</summary>
    /// <param name="number">Which part, counted from 1.</param>
    /// <param name="of">How many parts there are.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public SweepShard(int number, int of)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, of);
        (Number, Of) = (number, of);
    }

    /// <summary>The only part there is.</summary>
    public static SweepShard Whole { get; } = new(1, 1);

    /// <summary>Which part, counted from 1.</summary>
    public int Number { get; }

    /// <summary>How many parts there are.</summary>
    public int Of { get; }

    /// <summary>The part as options write it: <c>17/400</c>.</summary>
    public override string ToString() => $"{Number}/{Of}";

    internal long Start(long scenarios) => (long)((Int128)scenarios * (Number - 1) / Of);

    internal long End(long scenarios) => (long)((Int128)scenarios * Number / Of);
}
