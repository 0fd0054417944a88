using NegotiationRules.Conditions;
using NegotiationRules.Facts;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>What can be wrong with values that are written out or given as parameters: NR2030, NR2031, NR2054, NR2056 and NR2057.</summary>
internal static class LiteralDiagnostics
{
    /// <param name="diagnostics">Receives it.</param>
    /// <param name="at">Where it is compared.</param>
    /// <param name="expected">What is needed there.</param>
    /// <param name="found">What is written.</param>
    /// <param name="parameter">The parameter that holds it, if it is one.</param>
    /// <param name="isInList">Whether it is one of several values of the parameter.</param>
    /// <param name="meant">The value that the text names, as it would be written.</param>
    /// <param name="comparison">The comparison that the text puts into words, as it would be written.</param>
    public static void WrongLiteral(this CheckDiagnostics diagnostics,
        Span at, Measure expected, JsonValue found, string? parameter, bool isInList, string? meant,
        string? comparison
    )
    {
        var what = parameter is null
            ? $"{Written(found)} is not {expected.InWords}"
            : $"parameter `{parameter}` {(isInList ? "holds" : "is")} {Written(found)}, and {expected.InWords} is needed here";
        var help =
            meant is not null ? $"write {InItsPlace(at, meant)}"
            : comparison is not null && expected.IsNumber
                ? IsComparedAsItIs(at) ? $"write {comparison}" : $"write {comparison[1..^1].Trim()} in the place of the comparison"
            : HowToWrite(expected, found);
        diagnostics.Error("NR2030", at, what, parameter is not null && found.Span.Source is not null
            ? HelpText.With(help, $"the parameter is given at {found.Span.ToPlace()}") : help,
            meant is not null ? Cure.Replace(at, InItsPlace(at, meant))
            : comparison is not null && expected.IsNumber
                ? OfComparison(found.Span, comparison)
            : LiteralMeant(expected, found) is { } literal ? Cure.Replace(found.Span, literal)
            : null);
    }

    // Whether a value stands right behind a fact, where only literals may; an operand needs its operator there.
    private static bool IsComparedAsItIs(Span at)
    {
        var key = at.Source is null ? at : ValueText.NameBefore(at);
        return key != at && !OperandForms.HoldsOperand(key.Characters.Trim('"').ToString());
    }

    private static string InItsPlace(Span at, string operand) => IsComparedAsItIs(at) ? $"{{ \"is\": {operand} }}" : operand;

    private static Cure? OfComparison(Span at, string comparison)
    {
        var key = at.Source is null ? at : ValueText.NameBefore(at);
        return IsComparedAsItIs(at) ? Cure.Replace(at, comparison)
            : Operators.IsOperator(key.Characters.Trim('"').ToString())
                ? Cure.Replace(key with { Length = at.End - key.Start }, comparison[1..^1].Trim())
            : null;
    }

    // What to write for a literal of another kind, where that can be told from it alone.
    private static string? LiteralMeant(Measure expected, JsonValue found) => (expected.Kind, found) switch
    {
        (MeasureKind.Boolean, JsonText { Value: var word }) when word.ToUpperInvariant() is "TRUE" or "YES" => "true",
        (MeasureKind.Boolean, JsonText { Value: var word }) when word.ToUpperInvariant() is "FALSE" or "NO" => "false",
        (MeasureKind.Exact or MeasureKind.Real, JsonText { Value: var text }) => JsonNumberSpelling.IsGood(text) ? text : null,
        (MeasureKind.Day, JsonNumber { Digits.Length: 4 } year) => $"\"{year.Digits}\"",
        (MeasureKind.Day, JsonText { Value: var text }) => MeantTime.Day(text) is ['"', ..] and var day ? day
            : Instant.TryParse(text, out _) ? $"\"{text[..10]}\"" : null,
        (MeasureKind.Instant, JsonText { Value: var text }) => MeantTime.Moment(text) is { } moment ? $"\"{moment}\"" : null,
        (MeasureKind.Duration, JsonText { Value: var text }) => MeantTime.Duration(text) is { } duration ? $"\"{duration}\"" : null,
        (MeasureKind.Text, JsonNumber or JsonBoolean) => $"\"{found.Span.Characters}\"",
        _ => null,
    };

    public static void NotOfItsType(this CheckDiagnostics diagnostics, Parameter parameter, JsonValue odd)
    {
        var help = parameter.Type == ParameterType.Integer ? "write a whole number, or \"type\": \"number\""
            : HowToWrite(Readings.StatedOf(parameter) ?? new Measure(MeasureKind.Exact), odd);
        diagnostics.Error("NR2056", odd.Span.Source is null ? parameter.Span : odd.Span,
            $"parameter `{parameter.Name}` {(parameter.Value is JsonArray ? "holds" : "is")} {Written(odd)}, and its type is "
                + $"`{ParameterTypes.WordOf(parameter.Type!.Value)}`",
            help, parameter.Type != ParameterType.Integer && Readings.StatedOf(parameter) is { } stated
                && LiteralMeant(stated, odd) is { } literal ? Cure.Replace(odd.Span, literal) : null);
    }

    /// <param name="diagnostics">Receives it.</param>
    /// <param name="at">Where the comparison is.</param>
    /// <param name="date">The text that looks like something else.</param>
    /// <param name="shape">What it looks like.</param>
    /// <param name="odd">The first text beside it that does not.</param>
    /// <param name="parameter">One whose type would settle it.</param>
    public static void DateAsText(
        this CheckDiagnostics diagnostics, Span at, JsonText date, Measure shape, JsonText odd, Parameter parameter) =>
        diagnostics.Warning("NR2057", at,
            $"`{date.Value}` looks like {shape.InWords}, and is compared as text here, as `{odd.Value}` is none",
            $"if text is meant, say so where the parameter is given: \"{parameter.Name}\": {{ \"value\": "
                + $"{(parameter.Value is JsonArray ? "[ … ]" : JsonPrinter.Print(parameter.Value, indented: false))}, "
            + $"\"type\": \"string\" }}; if not, write {shape.InWords} in the place of `{odd.Value}`",
            parameter.Value.Span.Source is null ? null
            : ValueText.NameBefore(parameter.Value.Span).Characters is "\"value\""
                ? Cure.Replace(parameter.Value.Span with { Start = parameter.Value.Span.End, Length = 0 }, ", \"type\": \"string\"")
            : Cure.Replace(parameter.Value.Span, $"{{ \"value\": {parameter.Value.Span.Characters}, \"type\": \"string\" }}"));

    public static void UnknownValue(
        this CheckDiagnostics diagnostics, Span at, string value, string? parameter, IReadOnlyList<string> known, Span given = default)
    {
        var nearest = Spelling.Nearest(value, known);
        var help = nearest is null ? $"it has {Spelling.List(known)}" : $"did you mean `{nearest}`?";
        diagnostics.Error(
            "NR2031", at, parameter is null
                ? $"the vocabulary has no such value as `{value}` here"
                : $"parameter `{parameter}` {(given.Source is null ? "is" : "holds")} `{value}`, a value that the vocabulary does not "
                    + "have here",
            given.Source is null ? help : HelpText.With(help, $"the value is given at {given.ToPlace()}"),
            [.. (nearest is null ? known.Take(16) : [nearest]).Select(word => given.Source is not null ? Cure.Rename(given, word)
                : parameter is null ? Cure.Rename(at, word) : null)]);
    }

    public static void NameAsText(this CheckDiagnostics diagnostics, Span at, string text, string meant) =>
        diagnostics.Warning("NR2054", at, $"this is the text `{text}`, not what is called so", $"for that, write {InItsPlace(at, meant)}",
            Cure.Replace(at, InItsPlace(at, meant)));

    private static string HowToWrite(Measure expected, JsonValue found) =>
        (expected.Kind, found) switch
        {
            (MeasureKind.Boolean, JsonText { Value: var word }) when word.ToUpperInvariant() is "TRUE" or "YES" =>
                "write true, without quotes",
            (MeasureKind.Boolean, JsonText { Value: var word }) when word.ToUpperInvariant() is "FALSE" or "NO" =>
                "write false, without quotes",
            (MeasureKind.Day, JsonNumber { Digits.Length: 4 } year) => $"write \"{year.Digits}\", with quotes",
            (MeasureKind.Day, JsonText text) when MeantTime.Day(text.Value) is { } day => $"write {day}",
            (MeasureKind.Duration, JsonText text) when MeantTime.Duration(text.Value) is { } duration => $"write \"{duration}\"",
            (MeasureKind.Boolean, JsonText) => "write true or false, without quotes",
            (MeasureKind.Boolean, _) => "write true or false",
            (MeasureKind.Exact or MeasureKind.Real, JsonText text) when JsonNumberSpelling.IsGood(text.Value) =>
                $"write {text.Value}, without quotes",
            (MeasureKind.Exact or MeasureKind.Real, JsonText { Value: var share }) when Fraction.TryParse(share, out _) =>
                $"that one number has this share of another is written {{ \"share\": [part, whole], … \"{share}\" }}; as a number, "
                    + "write a decimal such as 0.5",
            (MeasureKind.Exact or MeasureKind.Real, _) => "write a number, such as 10 or 2.5",
            (MeasureKind.Text, JsonNumber number) => $"write \"{number.Digits}\", with quotes",
            (MeasureKind.Text, JsonBoolean boolean) => $"write \"{boolean.Span.Characters}\", with quotes",
            (MeasureKind.Text, _) => "write text in double quotes",
            (MeasureKind.Day, JsonText text) when Instant.TryParse(text.Value, out _) => $"write the day alone: \"{text.Value[..10]}\"",
            (MeasureKind.Day, _) => "write a day, month or year that exists: \"2022-01-10\", \"2022-01\", \"2022\"",
            (MeasureKind.Instant, JsonText text) when MeantTime.Moment(text.Value) is { } moment => $"write \"{moment}\"",
            (MeasureKind.Instant, _) => "write date, time and offset: \"2022-01-10T09:00:00Z\"",
            (_, JsonNumber number) => $"say of what: \"P{number.Digits}D\" is so many days, \"P{number.Digits}M\" months",
            _ => "write an ISO 8601 duration: \"P90D\" is 90 days, \"P3M\" three months, \"P1Y\" a year, \"PT36H\" 36 hours",
        };

    private static string Written(JsonValue value) => value switch
    {
        JsonText text => $"`\"{text.Value}\"`",
        JsonNumber number => $"`{number.Digits}`",
        _ => value.Kind,
    };
}
