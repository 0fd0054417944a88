using System.Globalization;
using System.Text.RegularExpressions;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Text;

namespace NegotiationRules.Analysis.Questions;

/// <summary>The values next to one that is written in a rule file: one step less, one step more.</summary>
internal static partial class BoundSteps
{
    /// <summary>The values as JSON; none if it has no next ones.</summary>
    public static IEnumerable<string> Of(JsonValue value) => value switch
    {
        JsonNumber number => OfDigits(number.Digits),
        JsonText text => OfText(text.Value).Select(JsonPrinter.Quote),
        _ => [],
    };

    // A step is one of the last digit: of 0.55 it is a hundredth.
    private static IEnumerable<string> OfDigits(string digits)
    {
        if (!ExactNumber.TryRead(digits, out var steps, out var scale))
        {
            return [];
        }

        // Zeros that were written are meant: 0.50 is said in hundredths.
        for (var written = digits.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? digits.Length - point - 1 : 0;
            scale < written && written <= ExactType.LargestScale && Math.Abs(steps) < long.MaxValue / 10; scale++)
        {
            steps *= 10;
        }

        return [ExactNumber.ToText((Int128)steps - 1, scale), ExactNumber.ToText((Int128)steps + 1, scale)];
    }

    private static IEnumerable<string> OfText(string text) =>
        PartialDate.TryParse(text, out var date) ? OfDate(text, date)
        : Duration.TryParse(text, out _) || text.EndsWith('%') ? OfLastNumber(text)
        : text.Contains('/', StringComparison.Ordinal) && Fraction.TryParse(text, out var fraction) ? OfFraction(fraction)
        : [];

    private static IEnumerable<string> OfDate(string text, PartialDate date)
    {
        var day = DateOnly.FromDayNumber(date.First);
        return text.Length switch
        {
            4 => new[] { -1, 1 }.Where(step => day.Year + step is >= 1 and <= 9999)
                .Select(step => (day.Year + step).ToString("0000", CultureInfo.InvariantCulture)),
            7 => new[] { -1, 1 }.Where(step => (day.Year * 12) + day.Month + step is > 12 and <= 120_000)
                .Select(step => day.AddMonths(step).ToString("yyyy-MM", CultureInfo.InvariantCulture)),
            _ => new[] { -1, 1 }.Where(step => date.First + step >= PartialDate.FirstDay && date.First + step <= PartialDate.LastDay)
                .Select(step => day.AddDays(step).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        };
    }

    private static IEnumerable<string> OfLastNumber(string text)
    {
        var number = LastNumber().Match(text);
        return OfDigits(number.Value).Where(step => step[0] != '-')
            .Select(step => $"{text[..number.Index]}{step}{text[(number.Index + number.Length)..]}");
    }

    // The next of the fractions that people choose: 1/2, 2/3, 3/4.
    private static IEnumerable<string> OfFraction(Fraction fraction)
    {
        if (fraction.Numerator > 1)
        {
            yield return $"{fraction.Numerator - 1}/{fraction.Denominator - 1}";
        }

        yield return $"{fraction.Numerator + 1}/{fraction.Denominator + 1}";
    }

    [GeneratedRegex(@"\d+(\.\d+)?(?!.*\d)", RegexOptions.CultureInvariant)]
    private static partial Regex LastNumber();
}
