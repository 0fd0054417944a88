using System.Globalization;
using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>What can be wrong with what is worked out: NR2040 to NR2045, NR2051 to NR2053, NR2058 and NR2059.</summary>
internal static class CalculationDiagnostics
{
    public static void ReckonedInFloatingPoint(this CheckDiagnostics diagnostics, Span at, FloatingFacts floating)
    {
        var what = floating.Fact is { } fact ? $"of `{fact.Path}`" : $"with `{OperandFunctions.NameOf(floating.Function)}`";
        diagnostics.Warning("NR2059", at, $"this is worked out {what} in floating point, where 0.1 plus 0.2 is not 0.3, "
            + "so what lies on the bound may come out on either side of it", floating.Fact is { } floats
            ? $"give `{floats.Path}` a step in the vocabulary, such as \"multipleOf\": 0.01, and it is exact"
            : "round it, { \"rounded\": [ …, 6 ] }; instead of dividing by a number, the other side can be multiplied by it");
    }

    /// <param name="diagnostics">Receives it.</param>
    /// <param name="applied">The value as it is worked out.</param>
    /// <param name="other">What the order of its keys in the file says.</param>
    public static void AppliedInAnotherOrder(this CheckDiagnostics diagnostics, AppliedSyntax applied, OperandSyntax other)
    {
        var (first, last) = (applied.WrittenOrder![0], applied.WrittenOrder[^1]);
        var order = string.Join(", ", OperandForms.Arithmetic.Where(applied.WrittenOrder.Contains).Select(key => $"`{key}`"));
        diagnostics.Warning("NR2058", applied.Span,
            $"these keys are applied in the order {order}, whatever their order in the file, and `{last}` stands after `{first}` here",
            $"for the order in the file, write {Write(other)}; for the order in which they are applied, {Write(applied)}");

        static string Write(OperandSyntax operand) => JsonPrinter.Print(ConditionWriter.ToJson(operand), indented: false);
    }

    public static void NumberTooPrecise(this CheckDiagnostics diagnostics, Span at, string digits, int scale) =>
        diagnostics.Error("NR2040", at, $"`{digits}` cannot be kept exactly",
            Rounded(digits, scale) is { } rounded ? $"round it: {rounded}"
                : "round it to nine places after the point; the greatest number is 9223372036854775807",
            Rounded(digits, scale) is { } kept && at.Characters is not ['{', ..] ? Cure.Replace(at, kept) : null);

    private static string? Rounded(string digits, int scale) =>
        decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && decimal.Round(number, scale).ToString("0.#########", CultureInfo.InvariantCulture) is var text
            && ExactNumber.TryRead(text, out _, out _) ? text : null;

    public static void OutOfRange(this CheckDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR2041", at, "the value lies beyond what can be represented",
            "dates run from 0001 to 9999, whole numbers to some nine quintillion");

    public static void CannotCalculate(this CheckDiagnostics diagnostics, Span at, ArithmeticKind kind, Measure left, Measure right)
    {
        var help = (kind, left.Kind) switch
        {
            (ArithmeticKind.Plus, MeasureKind.Text) when right.Kind == MeasureKind.Text =>
                "texts are put together by `joined`: { \"joined\": [ …, … ] }",
            (ArithmeticKind.Times, MeasureKind.Duration) when right.IsNumber =>
                "a duration is taken a whole number of times; { \"hours\": 1.5 } and its like make one of a number with decimals",
            (ArithmeticKind.Times, _) => "`times` multiplies numbers, or a duration by a whole number",
            (ArithmeticKind.Minus, MeasureKind.Day or MeasureKind.Instant) when right.Kind is MeasureKind.Day or MeasureKind.Instant =>
                "take the day of the date and time, { \"dateOf\": { \"fact\": \"…\" } }: a date can be subtracted from a date",
            (ArithmeticKind.Plus, MeasureKind.Day or MeasureKind.Instant) => "a duration can be added to a date: \"plus\": \"P3M\"",
            (_, MeasureKind.Day or MeasureKind.Instant) => "a duration or another date can be subtracted from a date",
            _ => "numbers go with numbers, durations with durations",
        };
        diagnostics.Error("NR2042", at, kind switch
        {
            ArithmeticKind.Times => $"{left.InWords} cannot be multiplied by {right.InWords}",
            ArithmeticKind.Plus => $"{right.InWords} cannot be added to {left.InWords}",
            ArithmeticKind.Minus => $"{right.InWords} cannot be subtracted from {left.InWords}",
        }, help);
    }

    public static void NotWholeDays(this CheckDiagnostics diagnostics, Span at, Duration duration) =>
        diagnostics.Error("NR2043", at, $"`{duration}` is not a whole number of days, and a date has no time of day",
            "write whole days, or use a fact with `format: date-time`");

    public static void MayBePartOfADay(this CheckDiagnostics diagnostics, Span at, OperandFunction function) =>
        diagnostics.Error(
            "NR2043",
            at,
            $"`{OperandFunctions.NameOf(function)}` need not give whole days here, and a date has no time of day",
            function == OperandFunction.Days
                ? "make the number whole, { \"days\": { \"floor\": … } }"
                : "make a moment of it, { \"dateTime\": [ DATE, DURATION ] }, or count in `days`"
        );

    public static void PeriodMovedByFact(this CheckDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR2044", at, "a month or a year as a whole cannot be reckoned with here", "write a day, such as \"2022-01-10\"");

    public static void CannotAggregate(this CheckDiagnostics diagnostics, Span at, QuantityKind kind, Measure measure) =>
        diagnostics.Error("NR2045", at, $"there is no {Words.Of(kind)} of {measure.InWords}",
            kind == QuantityKind.Sum ? "name a number or a duration of the elements" : "name a number or a date of the elements");

    public static void WrongArgument(this CheckDiagnostics diagnostics, Span at, OperandFunction function, string need, Measure found) =>
        diagnostics.Error("NR2051", at,
            $"`{Words.Of(function)}` needs {need} here, and this is "
                + (found is { Kind: MeasureKind.Exact, Scale: > 0 } or { Kind: MeasureKind.Real } && need == "a whole number"
                    ? "a number with decimals"
                    : found.InWords),

            need switch
            {
                "a whole number" when found.IsNumber =>
                    "make it whole with `floor`, `ceiling`, `truncated` or `rounded`, or give the fact the type `integer` in the "
                        + "vocabulary",
                "a number" when found.Kind == MeasureKind.Duration => "the length of a duration in days is { \"totalDays\": … }",
                "a date" when found.Kind == MeasureKind.Instant => "take the day of it, { \"dateOf\": … }",
                "a date and time" when found.Kind == MeasureKind.Day => "a date has no time of day; use a fact with `format: date-time`",
                _ => $"name a fact that is {need}",
            });

    public static void TableWithoutAsOf(this CheckDiagnostics diagnostics, Span at, string vocabulary) =>
        diagnostics.Error(
            "NR2087", at, $"`from` needs the fact `asOf`, which the vocabulary `{vocabulary}` does not have as a date",
            "say of which day the value is meant: \"at\": { \"fact\": \"…\" }");

    public static void ValuesOfTableDiffer(this CheckDiagnostics diagnostics, Span at, Measure first, Measure other) =>
        diagnostics.Error(
            "NR2088", at, $"the first value is {first.InWords}, and this is {other.InWords}", "give all values the same type");

    public static void BranchesDiffer(this CheckDiagnostics diagnostics, Span at, Measure then, Measure otherwise) =>
        diagnostics.Error("NR2052", at, $"`then` is {then.InWords} and `else` is {otherwise.InWords}", "give both the same type");

    public static void IfNoneDiffers(this CheckDiagnostics diagnostics, Span at, QuantityKind kind, Measure extreme, Measure ifNone) =>
        diagnostics.Error(
            "NR2064", at, $"`ifNone` is {ifNone.InWords}, and what it stands for is {extreme.InWords}",
            $"name {extreme.InWords}: what counts as `{Words.Of(kind)}` where there are no elements");

    public static void FirstKnownDiffer(this CheckDiagnostics diagnostics, Span at, Measure first, Measure other) =>
        diagnostics.Error(
            "NR2067", at, $"the first of `firstKnown` is {first.InWords}, and this is {other.InWords}", "give all of them the same type");

    public static void FirstKnownOfOne(this CheckDiagnostics diagnostics, Span at) => diagnostics.Warning(
        "NR2066", at, "`firstKnown` has nothing to choose from: this is all there is", "name what counts where this is not known");

    public static void AlwaysKnown(this CheckDiagnostics diagnostics, Span at) => diagnostics.Warning(
        "NR2066", at, "this is always known, so what comes after it never counts", "put it last");

    public static void WithoutValue(
        this CheckDiagnostics diagnostics, Span at, string why, string cure) => diagnostics.Error("NR2053", at, why, cure);
}
