using NegotiationRules.Conditions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>What can be wrong with what is compared: NR2032 to NR2037 and NR2055.</summary>
internal static class MeasureDiagnostics
{
    public static void MeasuresDiffer(this CheckDiagnostics diagnostics, Span at, Measure left, Measure right) =>
        diagnostics.Error("NR2032", at, $"{left.InWords} cannot be compared with {right.InWords}", (left.Kind, right.Kind) switch
        {
            (MeasureKind.Day, MeasureKind.Instant) when at.Characters is ['{', ..] =>
                $"take the day of the date and time: {{ \"dateOf\": {Shortened(at)} }}",
            (MeasureKind.Day, MeasureKind.Instant) or (MeasureKind.Instant, MeasureKind.Day) =>
                "take the day of the date and time: { \"value\": { \"dateOf\": { \"fact\": \"…\" } }, … }",
            _ => "compare facts of the same type",
        }, (left.Kind, right.Kind) is (MeasureKind.Day, MeasureKind.Instant) && at.Characters is ['{', ..]
            ? Cure.Replace(at, $"{{ \"dateOf\": {at.Characters} }}") : null);

    private static string Shortened(Span at) =>
        at.Length <= 60 && at.Characters.IndexOfAny('\r', '\n') < 0 ? at.Characters.ToString() : "{ … }";

    public static void WrongMeasure(this CheckDiagnostics diagnostics, Span at, string need, Measure found,
        string help = "name a fact that is a date") =>
        diagnostics.Error("NR2033", at, $"{need}, and this is {found.InWords}", help);

    public static void OperatorDoesNotFit(this CheckDiagnostics diagnostics, Span at, ComparisonOperator comparison, Measure measure)
    {
        var twin = Operators.Of(comparison).Twin is { } other && Operators.Of(other).Of.HasFlag(measure.Asked) ? Words.Of(other) : null;
        var (values, those) = measure.Kind switch
        {
            MeasureKind.Boolean => ("what is true or false", string.Empty),
            MeasureKind.Exact or MeasureKind.Real => ("numbers", "numbers and durations"),
            MeasureKind.Text => ("text", string.Empty),
            MeasureKind.Day or MeasureKind.Instant => ("dates", "dates"),
            MeasureKind.Duration => ("durations", "numbers and durations"),
        };

        // Nobody looks for true or false among several.
        var fitting = Operators.Table
            .Where(row => row.Of.HasFlag(measure.Asked) && row.Kind != ComparisonKind.Presence
                && (measure.Kind != MeasureKind.Boolean || row.Takes == OperandShape.Value))
            .Select(row => Words.Of(row.Operator));
        diagnostics.Error("NR2034", at, $"`{Words.Of(comparison)}` does not fit {measure.InWords}",
            twin is not null ? $"for {those}, it is `{twin}`" : $"{values} can be tested with {Spelling.List(fitting, "and")}",
            Cure.Rename(at, twin));
    }

    public static void OperatorNeedsFact(this CheckDiagnostics diagnostics, Span at, ComparisonOperator comparison) =>
        diagnostics.Error("NR2035", at, $"`{Words.Of(comparison)}` tests a fact, not a calculated value",
            $"write it with the fact's path: {{ \"the.fact\": {{ \"{Words.Of(comparison)}\": … }} }}");

    public static void ComparesConstants(this CheckDiagnostics diagnostics, Span at) =>
        diagnostics.Error("NR2036", at, "this compares one constant with another, so no scenario can change it",
            "compare a fact, or name one of them as a parameter");

    public static void BetweenReversed(this CheckDiagnostics diagnostics, OperandListSyntax both) =>
        diagnostics.Error("NR2037", both.Span, "nothing lies between these two: the first is beyond the second",
            $"write the lower one first: [{both.Items[1].Span.Characters}, {both.Items[0].Span.Characters}]",
            Cure.Of(new TextEdit(both.Items[0].Span, both.Items[1].Span.Characters.ToString()),
                new TextEdit(both.Items[1].Span, both.Items[0].Span.Characters.ToString())));

    public static void StrengthOfRisk(this CheckDiagnostics diagnostics, Name strength) =>
        diagnostics.Warning("NR2055", strength.Span,
            $"a rule with `warnWhen` is only reported, so it means nothing that it is `{strength.Text}`",
            "leave `strength` out; for a rule that decides something, write `require`", Cure.Of(TextEdit.RemoveMemberOf(strength.Span)));
}
