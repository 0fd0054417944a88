using System.Globalization;

namespace NegotiationRules.Conditions;

/// <summary>An exact share between 0 and 1, such as 2/3 or 0.55.</summary>
internal readonly record struct Fraction(long Numerator, long Denominator)
{
    /// <summary>Small enough that a weight of 64 bits, summed over a million elements, times this stays within 128 bits.</summary>
    public const long LargestDenominator = 1_000_000_000;

    private static readonly string[] Numbers = ["NO", "ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX", "SEVEN", "EIGHT", "NINE"];
    private static readonly string[] Parts = ["", "", "HALF", "THIRD", "QUARTER", "FIFTH", "SIXTH", "SEVENTH", "EIGHTH", "NINTH", "TENTH"];

    /// <summary>Reads <c>2/3</c>, <c>55 %</c>, or a decimal with at most nine places. Whether it lies between 0 and 1 is for the caller to
    /// say.</summary>
    public static bool TryParse(string text, out Fraction fraction)
    {
        fraction = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            if (
                TryWhole(text.AsSpan(0, slash), out var numerator)
                && TryWhole(text.AsSpan(slash + 1), out var denominator)
                && denominator > 0
            )
            {
                fraction = new Fraction(numerator, denominator);
                return true;
            }

            return false;
        }

        var percent = text.EndsWith('%');
        var digits = percent ? text[..^1].TrimEnd() : text;
        if (
            !decimal.TryParse(
                digits,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out var value
            )
        )
        {
            return false;
        }

        // What is far from a share would not fit once it is counted in steps.
        value = percent ? value / 100 : value;
        if (Math.Abs(value) > 1000 || value * LargestDenominator is var steps && steps != decimal.Truncate(steps))
        {
            return false;
        }

        fraction = new Fraction((long)steps, LargestDenominator).Reduce();
        return true;
    }

    /// <summary>What to write for <c>66,7 %</c>, <c>66 percent</c>, <c>2 out of 3</c> or <c>two thirds</c>; <see langword="null"/> if it is
    /// none of these.</summary>
    public static string? Meant(string text)
    {
        var words = text.Trim()
            .ToUpperInvariant()
            .Replace('-', ' ')
            .Replace(',', '.')
            .Replace("PER CENT", "%", StringComparison.Ordinal)
            .Replace("PERCENT", "%", StringComparison.Ordinal);
        words = words.Replace(" OUT OF ", "/", StringComparison.Ordinal).Replace(" OF ", "/", StringComparison.Ordinal).Replace(':', '/');
        string[] parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var above = parts.Length == 2 ? Array.IndexOf(Numbers, parts[0]) : parts.Length == 1 ? 1 : -1;
        var below = parts.Length > 0 ? Array.IndexOf(Parts, parts[^1].TrimEnd('S')) : -1;
        var written = above > 0 && below > 1 && above <= below ? $"{above}/{below}" : words;
        return written != text && TryParse(written, out _) ? $"\"{written}\"" : null;
    }

    /// <summary>A share with more decimals than are kept, rounded, as it is written; <see langword="null"/> if that is not what is wrong
    /// with the text.</summary>
    public static string? Rounded(string text)
    {
        var percent = text.EndsWith('%');
        if (text.Split('/') is [var above, var below]
            && decimal.TryParse(above.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            && decimal.TryParse(below.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
                && denominator > LargestDenominator && numerator <= denominator)
        {
            return decimal.Round(numerator / denominator, 9).ToString("0.#########", CultureInfo.InvariantCulture);
        }

        if (!decimal.TryParse(percent ? text[..^1].TrimEnd() : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || value < 0 || value > (percent ? 100 : 1))
        {
            return null;
        }

        var digits = decimal.Round(value, percent ? 7 : 9).ToString("0.#########", CultureInfo.InvariantCulture);
        return TryParse(text, out _) ? null : percent ? $"\"{digits} %\"" : digits;
    }

    /// <summary>Whether it is written in per cent.</summary>
    public bool IsPercent => 10_000 % Denominator == 0;

    public override string ToString() => IsPercent
        ? $"{(100m * Numerator / Denominator).ToString("0.##", CultureInfo.InvariantCulture)} %"
        : $"{Numerator}/{Denominator}";

    private Fraction Reduce()
    {
        var (a, b) = (Math.Abs(Numerator), Denominator);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return new Fraction(Numerator / a, Denominator / a);
    }

    private static bool TryWhole(ReadOnlySpan<char> digits, out long value) =>
        long.TryParse(digits.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= LargestDenominator;
}
