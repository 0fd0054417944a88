using System.Globalization;
using System.Numerics;

namespace NegotiationRules;

/// <summary>How much of a whole something is, exactly: a fraction in its lowest terms.</summary>
/// <remarks>Immutable. Two are equal if they are the same number.</remarks>
public readonly record struct Proportion
{
    private readonly BigInteger _rest;

    internal Proportion(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (Numerator, _rest) = (numerator / common, (denominator / common) - 1);
    }

    internal static Comparer<Proportion> BySize { get; } =
        Comparer<Proportion>.Create((one, other) => (one.Numerator * other.Denominator).CompareTo(other.Numerator * one.Denominator));

    /// <summary>The number above the line.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The number below the line: at least 1.</summary>
    public BigInteger Denominator => _rest + 1;

    /// <summary>The nearest number in floating point.</summary>
    public double Value
    {
        get
        {
            // Sixty-four bits of the quotient are more than a double holds.
            var shift = (int)Math.Max(0, 64 + (long)Denominator.GetBitLength() - (long)BigInteger.Abs(Numerator).GetBitLength());
            return Math.ScaleB((double)((Numerator << shift) / Denominator), -shift);
        }
    }

    /// <summary>Per cent, rounded to so many decimals, halves away from zero: <c>16.69</c>.</summary>
    /// <param name="decimals">How many there are to be.</param>
    public string Percent(int decimals = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        var steps = ((BigInteger.Abs(Numerator) * BigInteger.Pow(10, decimals + 2) * 2) + Denominator) / (Denominator * 2);
        var digits = steps.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var sign = Numerator.Sign < 0 && !steps.IsZero ? "-" : string.Empty;
        return decimals == 0 ? sign + digits : $"{sign}{digits[..^decimals]}.{digits[^decimals..]}";
    }

    /// <summary>The fraction: <c>421/2145</c>.</summary>
    public override string ToString() => Denominator.IsOne ? $"{Numerator}" : $"{Numerator}/{Denominator}";
}
