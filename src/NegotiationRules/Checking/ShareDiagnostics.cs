using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>What can be wrong with shares, with how many conditions must hold, and with patterns: NR2046 to NR2050.</summary>
internal static class ShareDiagnostics
{
    public static void NoAmount(this CheckDiagnostics diagnostics, OperandSyntax written, Operand amount)
    {
        var what = written is FactOperandSyntax fact ? $"`{fact.Path.Text}`" : "this";
        var (isNumber, isFact) = (amount.Measure.IsNumber, written is FactOperandSyntax);
        diagnostics.Error(
            "NR2046", written.Span, isNumber
                ? $"{what} may be negative, and a share is made of numbers that never are"
                : $"{what} is {Kind()}, and a share is made of numbers",
            amount.Measure.Kind == MeasureKind.Duration
                ? "take its length as a number, no less than 0: { \"greatest\": [ { \"totalHours\": … }, 0 ] }"
            : !isNumber ? "name a number that is never negative"
            : isFact ? "give it \"minimum\": 0 in the vocabulary"
            : "give what it is worked out of \"minimum\": 0 in the vocabulary, or take no less than 0: { \"greatest\": [ …, 0 ] }");

        string Kind() => amount is FactOperand read ? read.Fact.Type.Kind : amount.Measure.InWords;
    }

    public static void NotAShareOperator(this CheckDiagnostics diagnostics, Span at, ComparisonOperator comparison) =>
        diagnostics.Error("NR2047", at, $"`{Words.Of(comparison)}` does not fit a share",
            "shares are compared with `is`, `isNot`, `atLeast`, `atMost`, `moreThan`, `lessThan` and `between`");

    public static void NotAFraction(this CheckDiagnostics diagnostics, Span at, string text) =>
        diagnostics.Error("NR2048", at, text.Length == 0 ? "a share is compared with a fraction or a parameter"
            : Fraction.Rounded(text) is not null ? $"`{text}` is finer than a share can be compared: it has steps of a billionth"
            : $"`{text}` is not a share between 0 and 1",
            Percent(text) is { } percent ? $"for {text} per cent, write {percent}"
            : Fraction.Meant(text) is { } inWords ? $"write {inWords}"
            : Fraction.Rounded(text) is { } rounded ? $"write it as a fraction, such as \"1/3\", or round it: {rounded}"
            : "write a fraction \"2/3\", a decimal 0.55, or \"55 %\"",
            (Percent(text) ?? Fraction.Meant(text) ?? Fraction.Rounded(text)) is { } share
                && at.Characters is not ['{', ..] ? Cure.Replace(at, share) : null);

    public static void ShareIsANumber(this CheckDiagnostics diagnostics, OperandSyntax written, Measure found) =>
        diagnostics.Error(
            "NR2065", written.Span, $"a share is a number, and this is {found.InWords}",
            written is QuantityReferenceSyntax && found.Kind == MeasureKind.Text
                ? "a quantity is read by itself, so that a fraction in it is text: write 0.5 there, make the fraction a parameter, or say "
                    + "here what is said there"
                : "name a number from 0 to 1, or write a fraction \"2/3\", a decimal 0.55, or \"55 %\"");

    public static void ShareInFloatingPoint(this CheckDiagnostics diagnostics, Span at, FloatingFacts floating) => diagnostics.Warning(
        "NR2068", at, floating.Fact is { } fact
            ? $"this is worked out of `{fact.Path}` in floating point and rounded, and shares are compared exactly"
            : $"what `{OperandFunctions.NameOf(floating.Function)}` gives is rounded, and shares are compared exactly",
        floating.Fact is { } read ? $"give `{read.Path}` a step in the vocabulary, such as \"multipleOf\": 0.01, and it is exact"
            : "write a fraction such as \"2/3\", or round it to some decimals: { \"rounded\": [ …, 6 ] }");

    private static string? Percent(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var percent) && percent is > 1 and <= 100
            && Fraction.TryParse($"{text} %", out _) ? $"\"{text} %\"" : null;

    public static void CountNotConstant(this CheckDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR2049", at, "how many must hold has to be a number or a parameter", "write a number");

    /// <param name="diagnostics">What hears of it.</param>
    /// <param name="at">The number.</param>
    /// <param name="most">How many there are.</param>
    /// <param name="areSteps">Whether they are steps of <c>inOrder</c>, and not conditions.</param>
    public static void CountOutOfRange(this CheckDiagnostics diagnostics, Span at, int most, bool areSteps)
    {
        var one = areSteps ? "step" : "condition";
        diagnostics.Error(
            "NR2049", at, most == 1
                ? $"this can only be 1, as there is just one {one}"
                : $"this must be a whole number from 1 to {most.ToString(CultureInfo.InvariantCulture)}, as there are so many {one}s",
            areSteps ? "to ask for all steps, leave `atLeast` out" : "to ask for all, use `all`; for none, `none`",
            areSteps && at.Characters is [not '{', ..] ? Cure.Of(TextEdit.RemoveMemberOf(at)) : null);
    }

    public static void BrokenPattern(this CheckDiagnostics diagnostics, Span at, string pattern, int offset) =>
        diagnostics.Error("NR2050", at,
            $"`{pattern}` is not a regular expression: it goes wrong at its character "
                + $"{Math.Clamp(offset, 1, pattern.Length).ToString(CultureInfo.InvariantCulture)}",
            "check brackets and escapes; in JSON, a backslash is written twice");

    public static void AnchoredInPart(this CheckDiagnostics diagnostics, Span at, string pattern) =>
        diagnostics.Warning("NR2094", at,
            "`^` belongs to the first alternative alone, and `$` to the last: the others are found anywhere",
            $"to match the whole text, write \"{JsonEscaped($"^(?:{pattern[1..^1]})$")}\"; "
                + $"if it is meant so, \"(?:{JsonEscaped(pattern)})\"");

    private static string JsonEscaped(string pattern) => pattern.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal);

    public static void UnsupportedPattern(this CheckDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR2050", at, "look-around, back-references, atomic groups and repetitions of many thousand are not available",
            "they cannot be matched in linear time; say it with several `matches` in `all`, `any` or `not`");

    public static void TooManyRepetitions(this CheckDiagnostics diagnostics, Span at, long times) =>
        diagnostics.Error("NR2050", at,
            $"a part of this pattern may be repeated {times.ToString("N0", CultureInfo.InvariantCulture)} times, more than "
                + $"{PatternRepetitions.Most}",
            "repetitions inside each other multiply: take smaller numbers, or `+` and `*`, and ask for the `length` besides");

    public static void PatternNotConstant(this CheckDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR2050", at, "a pattern must be written out or be a parameter",
            "compare facts with `is`, `contains`, `startsWith` or `endsWith`");
}
