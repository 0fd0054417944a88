using System.Globalization;
using System.Numerics;

namespace NegotiationRules.Facts;

/// <summary>A floating number as it was written: the shortest decimal that reads back to it, kept and added exactly.</summary>
/// <remarks>0.1 is a tenth here, which no floating number is; so what is added up does not depend on the order, and three tenths are half
/// of six.</remarks>
/// <param name="Digits">The number in steps of 10^<paramref name="Exponent"/>.</param>
/// <param name="Exponent">The place of the last digit.</param>
internal readonly record struct WrittenReal(BigInteger Digits, int Exponent) : IComparable<WrittenReal>
{
    /// <param name="number">A finite number.</param>
    public static WrittenReal Of(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var exponentAt = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = exponentAt < 0 ? text : text[..exponentAt];
        var exponent =
            exponentAt < 0 ? 0 : int.Parse(text.AsSpan(exponentAt + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        return point < 0
            ? new WrittenReal(BigInteger.Parse(mantissa, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), exponent)
            : new WrittenReal(
                BigInteger.Parse(mantissa.Remove(point, 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
                exponent - (mantissa.Length - point - 1));
    }

    public WrittenReal Plus(WrittenReal other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return new WrittenReal(StepsAt(exponent) + other.StepsAt(exponent), exponent);
    }

    public WrittenReal Times(long factor) => new(Digits * factor, Exponent);

    public int CompareTo(WrittenReal other)
    {
        var exponent = Math.Min(Exponent, other.Exponent);
        return StepsAt(exponent).CompareTo(other.StepsAt(exponent));
    }

    // Zero may stand anywhere: it needs no digits however fine the steps are.
    private BigInteger StepsAt(int exponent) =>
        Digits.IsZero || exponent == Exponent ? Digits : Digits * BigInteger.Pow(10, Exponent - exponent);
}
