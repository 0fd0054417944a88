using System.Globalization;
using System.Numerics;

namespace NegotiationRules.Analysis.Telling;

/// <summary>Parts of a whole and large numbers, for people.</summary>
internal static class ProportionWords
{
    private const int MostDigits = 15;

    /// <summary>Per cent with two decimals; what would be rounded to nothing or to all is said to be near it.</summary>
    public static string Of(Proportion part)
    {
        var percent = part.Percent();
        return part.Numerator.Sign > 0 && percent == "0.00" ? "< 0.01 %"
            : part.Numerator < part.Denominator && percent == "100.00" ? "> 99.99 %"
            : $"{percent} %";
    }

    /// <summary>All digits, in groups; of very large numbers the first: <c>about 7.26 × 10^42</c>.</summary>
    public static string Of(BigInteger number)
    {
        var digits = number.ToString(CultureInfo.InvariantCulture);
        if (digits.Length <= MostDigits)
        {
            return number.ToString("N0", CultureInfo.InvariantCulture);
        }

        var power = digits.Length - 1;
        var first = (number + (BigInteger.Pow(10, power - 2) / 2)) / BigInteger.Pow(10, power - 2);
        (first, power) = first == 1000 ? (100, power + 1) : (first, power);
        var shown = first.ToString(CultureInfo.InvariantCulture);
        return $"about {shown[0]}.{shown[1..]} × 10^{power.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>A sentence of its own: with a capital, and a full stop.</summary>
    public static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..].TrimEnd('.')}.";
}
