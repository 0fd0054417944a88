using System.Globalization;
using System.Numerics;
using NegotiationRules.Conditions;

namespace NegotiationRules.Explanation.Wording;

/// <summary>Numbers in sentences: digits in groups, and as many decimals as tell what is compared.</summary>
internal static class Numbers
{
    /// <summary>How many decimals a number that was worked out is given, unless it takes more to tell it from another.</summary>
    public const int FewDecimals = 6;

    /// <summary>As many decimals as there are.</summary>
    public const int AllDecimals = 17;

    private const int LongestWithoutGroups = 4;
    private const char GroupSeparator = '\u00A0';

    /// <summary>
    /// The digits before the decimals in groups of three, if there are five or more: <c>350 200 000</c>. The space does not break.
    /// </summary>
    public static string Group(string digits)
    {
        var start = digits.StartsWith('-') ? 1 : 0;
        var point = digits.AsSpan(start).IndexOfAnyExceptInRange('0', '9') is var at && at < 0 ? digits.Length : start + at;
        if (point - start <= LongestWithoutGroups || (point < digits.Length && digits[point] != '.'))
        {
            return digits;
        }

        var text = new System.Text.StringBuilder(digits);
        for (var place = point - 3; place > start; place -= 3)
        {
            text.Insert(place, GroupSeparator);
        }

        return text.ToString();
    }

    public static string Of(long number) => Group(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>"both steps", "all 3 steps"</summary>
    public static string All(long number, string plural) => number == 2 ? $"both {plural}" : $"all {Of(number)} {plural}";

    /// <summary>A number in floating point, without the dust of it unless that is asked for.</summary>
    public static string Of(double number, int decimals = FewDecimals) => Group(Digits(number, decimals));

    /// <summary>A number in floating point that was written, or is a sum of such: there is no dust in it, however small it is.</summary>
    public static string OfWritten(double number) =>
        Of(number, number != 0 && Math.Abs(number) < 0.001
            ? Math.Min(AllDecimals, FewDecimals - (int)Math.Floor(Math.Log10(Math.Abs(number))) - 1) : FewDecimals);

    /// <summary>How many decimals it takes for numbers to stand to each other as they do.</summary>
    public static int ToTellApart(IReadOnlyCollection<double> left, IReadOnlyCollection<double> right)
    {
        for (var decimals = FewDecimals; decimals < AllDecimals; decimals += 3)
        {
            if (left.All(a => right.All(b => Read(a, decimals).CompareTo(Read(b, decimals)) == a.CompareTo(b))))
            {
                return decimals;
            }
        }

        return AllDecimals;
    }

    /// <summary>
    /// A share in per cent, with as many decimals as it takes to see on which side of the fraction it is: "66.7 %", "just under 50 %".
    /// </summary>
    public static string Percent(BigInteger part, BigInteger all, Fraction fraction)
    {
        var side = (part * fraction.Denominator).CompareTo(all * fraction.Numerator);
        for (var decimals = 1; decimals <= 9; decimals++)
        {
            var power = BigInteger.Pow(10, decimals);
            var rounded = ((200 * part * power) + all) / (2 * all);
            if ((rounded * fraction.Denominator).CompareTo(100 * power * fraction.Numerator) == side)
            {
                return $"{Write(rounded, decimals)} %";
            }
        }

        var bound = (100m * fraction.Numerator / fraction.Denominator).ToString("0.#########", CultureInfo.InvariantCulture);
        return $"just {(side < 0 ? "under" : "over")} {bound} %";
    }

    private static string Digits(double number, int decimals) =>
        Math.Abs(number) >= 1e15 || decimals >= AllDecimals ? number.ToString("R", CultureInfo.InvariantCulture)
        : number.ToString($"0.{new string('#', decimals)}", CultureInfo.InvariantCulture) is var digits && digits == "-0" ? "0"
        : digits;

    private static double Read(double number, int decimals) => double.Parse(Digits(number, decimals), CultureInfo.InvariantCulture);

    private static string Write(BigInteger steps, int decimals)
    {
        var digits = steps.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return $"{digits[..^decimals]}.{digits[^decimals..]}".TrimEnd('0').TrimEnd('.');
    }
}
