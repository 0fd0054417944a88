using System.Numerics;
using NegotiationRules.Facts;

namespace NegotiationRules.Conditions;

/// <summary>An exact number: shares are compared without rounding.</summary>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below the line: more than zero.</param>
internal readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator) : IComparable<Ratio>
{
    public static Ratio Zero { get; } = new(0, 1);

    public static Ratio One { get; } = new(1, 1);

    public bool IsPositive => Numerator.Sign > 0;

    public bool IsNegative => Numerator.Sign < 0;

    public static Ratio operator +(Ratio a, Ratio b) => a.Denominator == b.Denominator
        ? a with { Numerator = a.Numerator + b.Numerator }
        : new Ratio((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    public static Ratio operator -(Ratio a) => a with { Numerator = -a.Numerator };

    public static Ratio operator *(Ratio a, Ratio b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <param name="a">Any number.</param>
    /// <param name="b">One above zero.</param>
    public static Ratio operator /(Ratio a, Ratio b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static Ratio Of(Fraction fraction) => new(fraction.Numerator, fraction.Denominator);

    public static Ratio Of(Int128 steps, int scale) => new((BigInteger)steps, BigInteger.Pow(10, scale));

    /// <summary>The same as a share that could be written out; <see langword="null"/> if it could not.</summary>
    public Fraction? AsFraction
    {
        get
        {
            var common = BigInteger.GreatestCommonDivisor(Numerator, Denominator);
            return IsNegative || Numerator > Denominator || Denominator / common > Fraction.LargestDenominator ? null
                : new Fraction((long)(Numerator / common), (long)(Denominator / common));
        }
    }

    public static Ratio Of(WrittenReal real) => real.Exponent >= 0
        ? new Ratio(real.Digits * BigInteger.Pow(10, real.Exponent), 1)
        : new Ratio(real.Digits, BigInteger.Pow(10, -real.Exponent));

    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
}
