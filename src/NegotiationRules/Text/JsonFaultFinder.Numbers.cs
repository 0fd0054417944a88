using System.Text.RegularExpressions;

namespace NegotiationRules.Text;

/// <content>What people write with digits and JSON does not: shares, fractions, days, numbers with marks between their digits.</content>
internal sealed partial class JsonFaultFinder
{
    private bool ReportTextOfDigits(Span at)
    {
        // The fault may be found behind the digits: at the `%` of `50 %`, the `/` of `2/3`, the second half of `1 000`.
        var isBehind = (at.Length > 0 && at.Characters[0] is '%' or '/') || IsBehindDigits(at);
        var start = isBehind && DigitsBefore(at.Start) is { } digits ? digits.Start : at.Start;
        if (Written().Match(Text, start, Math.Min(Text.Length - start, 60)) is not { Success: true } found
            || start + found.Length < at.End)
        {
            return false;
        }

        var all = cursor.Source.At(start, found.Length);
        if (found.Groups["share"].Success)
        {
            diagnostics.TextOfDigits(all, $"{found.Groups["share"].Value} %");
        }
        else if (found.Groups["parted"].Success)
        {
            diagnostics.SignInNumber(all, "nothing stands between the digits of a number",
                Marks().Replace(all.Characters.ToString(), string.Empty));
        }
        else
        {
            diagnostics.TextOfDigits(all, all.Characters.ToString().Replace(" ", string.Empty, StringComparison.Ordinal));
        }

        return true;
    }

    private void ReportCommaInNumber(Span whole, Span rest)
    {
        if (rest.Length == 3)
        {
            diagnostics.ThousandsSeparated(rest, whole.Characters.ToString());
        }
        else
        {
            diagnostics.SignInNumber(whole with { Length = rest.End - whole.Start },
                "a point stands before the decimals of a number, and no comma", $"{whole.Characters}.{rest.Characters}");
        }
    }

    private bool IsBehindDigits(Span at) =>
        at.Length == 3 && at.Characters.IndexOfAnyExceptInRange('0', '9') < 0 && at.Start > 0 && Text[at.Start - 1] == ' ';

    // The digits that end before a place, white space aside.
    private Span? DigitsBefore(int place)
    {
        var end = Text.AsSpan(0, place).TrimEnd(' ').Length;
        var start = Text.AsSpan(0, end).LastIndexOfAnyExceptInRange('0', '9') + 1;
        return start < end && start > 0 && Text[start - 1] is ' ' or ':' or '\t' or '-'
            ? cursor.Source.At(start, end - start) : null;
    }

    [GeneratedRegex(
        @"\G(?:(?<share>[0-9]+(?:\.[0-9]+)?) ?[%\uFF05]"
            + @"|(?<parted>[0-9]{1,3}(?:['\u2019\u00A0\u202F ][0-9]{3})+(?:\.[0-9]+)?)"
            + @"|[0-9]+ ?/ ?[0-9]+(?: ?/ ?[0-9]+)?"
            + @"|[0-9]{4}-[0-9]{2}(?:-[0-9]{2}(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?)?|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})"
            + @"(?![A-Za-z0-9_])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Written();

    [GeneratedRegex(@"['\u2019\u00A0\u202F ]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
