using System.Globalization;
using System.Text;
using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>What can be wrong with a scenario. Codes NR4001 to NR4099.</summary>
/// <remarks>Facts that were built have no place in a text, so every message says the path.</remarks>
internal sealed partial class ScenarioDiagnostics(DiagnosticBag bag)
{
    // Of a text in a report; nobody reads more of it.
    private const int Longest = 80;

    private const string StatementHelp = "write the value itself, or { \"value\": …, \"source\": … }";

    public void CannotRead(string file, string reason) =>
        bag.Error(
            "NR4001",
            default,
            $"the scenario `{CleanPath(file)}` cannot be read: {reason}",
            "check the path; it is relative to the folder the program runs in"
        );

    public void NotUtf8(string name) =>
        bag.Error("NR4002", default, $"the scenario `{Clean(name)}` is not UTF-8 text", "save it as UTF-8");

    public void NotAnObject(JsonValue value) =>
        bag.Error("NR4003", value.Span, $"a scenario is an object, not {Describe(value)}", "write { \"talks\": { … }, … }");

    public void TooDeep(FactPath path, int limit) =>
        Error(
            path,
            "NR4004",
            default,
            $"objects and lists are nested more than {Number(limit)} deep at `{Clean(path.ToString())}`",
            "an object that refers back to itself cannot be a scenario; mark the way back as ignored"
        );

    public void ListTooLong(FactPath path, int limit) =>
        Error(
            path,
            "NR4005",
            default,
            $"`{Clean(path.ToString())}` has more than {Number(limit)} elements",
            "shorten it, or raise the limit `ListLength`"
        );

    public void NotAFact(FactPath path, string what) =>
        Error(
            path,
            "NR4006",
            default,
            $"`{Clean(path.ToString())}` holds {what}, which cannot be a fact",
            "a fact is an object, a list, text, a number, `true`, `false` or `null`"
        );

    /// <param name="at">Its name.</param>
    /// <param name="path">Its path.</param>
    /// <param name="type">The type of the object it stands in.</param>
    /// <param name="meant">The fact that was probably meant.</param>
    /// <param name="isStated">Whether the object states that one, too.</param>
    public void UnknownProperty(Span at, FactPath path, RecordType type, string? meant, bool isStated)
    {
        var known = type.Properties.Select(p => p.Name).ToList();
        var help = meant is not null ? $"did you mean `{meant}`{(isStated ? ", which is stated already" : string.Empty)}?"
            : known.Count > 0 ? $"known here are {Spelling.List(known, "and")}"
            : "the vocabulary gives this object no facts";
        Error(path, "NR4010", at, $"the vocabulary has no fact `{Clean(path.ToString())}`", help, Cure.Rename(at, isStated ? null : meant));
    }

    public void WrongType(JsonValue value, FactPath path, FactType type)
    {
        var help = (value, type) switch
        {
            (JsonText { Value: var text }, ExactType or RealType) when JsonNumberSpelling.IsGood(text) =>
                $"write it without quotes: {text}",
            (JsonText { Value: var word }, BooleanType) when word.ToUpperInvariant() is "YES" or "TRUE" => "write true, without quotes",
            (JsonText { Value: var word }, BooleanType) when word.ToUpperInvariant() is "NO" or "FALSE" => "write false, without quotes",
            (JsonObject { Members: var members }, ListType) when members.Any(m => Spelling.Nearest(m.Name, ["known"]) is not null) =>
                "write { \"known\": [ … ], \"complete\": false } for a list of which there may be others",
            (not JsonObject, RecordType) => "write an object: { … }",
            (JsonNumber or JsonBoolean, TextType { Values: { } values }) => $"write {Spelling.List(values.Select(Clean))}",
            (JsonNumber { Digits: var digits }, TextType or DateType) when type is TextType || digits.Length == 4 =>
                $"write it in quotes: \"{digits}\"",
            (JsonObject, ListType) => "write [ … ], or { \"known\": [ … ], \"complete\": false } where there may be others",
            (JsonObject, _) => StatementHelp,
            (not JsonObject and not JsonArray, ListType) => "write a list, even of one element: [ … ]",
            (_, DateType) => "write \"2022-01-10\", or \"2022-01\" or \"2022\" where the day or the month is not known",
            (_, DurationType) => "write \"P90D\", \"P3M\" or \"PT36H\"",
            (_, BooleanType) => "write true or false, without quotes",
            (_, ExactType or RealType) => "write a number, without quotes",
            (JsonBoolean, TextType) => $"write it in quotes: \"{value.Span.Characters}\"",
            (_, TextType) => "write text, in double quotes",
            _ => "write date, time and offset, such as \"2022-01-10T09:00:00Z\"",
        };
        var cure = Written(value, type) is { } written ? Cure.Replace(value.Span, written) : null;
        Error(path, "NR4011", value.Span, $"{Name(path)} takes {type.Kind}, not {Describe(value)}", help, cure);
    }

    // What stands there, as a value of the type that is needed.
    private static string? Written(JsonValue value, FactType type) => (value, type) switch
    {
        (JsonText { Value: var text }, ExactType or RealType) when JsonNumberSpelling.IsGood(text) => text,
        (JsonText { Value: var word }, BooleanType) when word.ToUpperInvariant() is "YES" or "TRUE" => "true",
        (JsonText { Value: var word }, BooleanType) when word.ToUpperInvariant() is "NO" or "FALSE" => "false",
        (JsonNumber or JsonBoolean, TextType { Values: null }) or (JsonNumber { Digits.Length: 4 }, DateType) =>
            $"\"{value.Span.Characters}\"",
        (not JsonObject and not JsonArray and not JsonNull, ListType { Element: not RecordType }) => $"[{value.Span.Characters}]",
        _ => null,
    };

    /// <summary>A text is written as no fact of its type is.</summary>
    public void IsNone(JsonText value, FactPath path, FactType type)
    {
        switch (type)
        {
            case TextType { Values: { } values }:
                NotOneOf(value, path, values);
                break;
            case DateType:
                NotADate(value, path);
                break;
            case DateTimeType when Instant.LacksOffset(value.Value):
                NoOffset(value, path);
                break;
            case DateTimeType:
                NotADateTime(value, path);
                break;
            default:
                NotADuration(value, path);
                break;
        }
    }

    /// <summary>A number is none that its fact can be.</summary>
    public void DoesNotFit(JsonNumber value, FactPath path, FactType type, NumberFit fit)
    {
        switch (fit)
        {
            case NumberFit.TooFine:
                TooFine(value, path, ((ExactType)type).Scale);
                break;
            case NumberFit.TooLarge:
                TooLarge(value, path, type is ExactType);
                break;
            case NumberFit.BelowMinimum or NumberFit.AboveMaximum:
                OutOfBounds(value, path, type, isBelow: fit == NumberFit.BelowMinimum);
                break;
        }
    }

    private void NotOneOf(JsonText value, FactPath path, IReadOnlyList<string> values) =>
        Error(
            path,
            "NR4012",
            value.Span,
            $"`{Clean(value.Value)}` is not a value of {Name(path)}",
            Spelling.Nearest(value.Value, values) is { } nearest ? $"did you mean `{Clean(nearest)}`?"
                : $"write {Spelling.List(values.Select(Clean))}",
            [.. (Spelling.Nearest(value.Value, values) is { } word ? [word] : values.Take(16)).Select(known =>
                Cure.Rename(value.Span, known))]);

    private void NotADate(JsonText value, FactPath path) =>
        Error(
            path,
            "NR4013",
            value.Span,
            $"`{Clean(value.Value)}` is not a date, as {Name(path)} takes it",
            value.Value.Length > 10 && value.Value[10] == 'T' && PartialDate.TryParse(value.Value.AsSpan(0, 10), out _)
                ? $"write the day alone: \"{value.Value[..10]}\""
                : MeantTime.Day(value.Value) is { } day ? $"write {day}"
                : "write a day of the calendar as \"2022-01-10\", or \"2022-01\" or \"2022\" where the day or the month is not known",
            value.Value.Length > 10 && value.Value[10] == 'T' && PartialDate.TryParse(value.Value.AsSpan(0, 10), out _)
                ? Cure.Rename(value.Span, value.Value[..10])
            : MeantTime.Day(value.Value) is ['"', ..] and var meant ? Cure.Replace(value.Span, meant)
            : null);

    private void NotADateTime(JsonText value, FactPath path)
    {
        var nearest = Instant.Nearest(value.Value);
        var isDay = PartialDate.TryParse(value.Value, out var day) && day.IsDay;
        Error(path, "NR4014", value.Span,
            $"`{Clean(value.Value)}` is not a date and time, as {Name(path)} takes "
                + $"it{(nearest is { Why: var why } ? $": {why}" : string.Empty)}",
            MeantTime.Moment(value.Value) is { } meant ? $"write \"{meant}\"" : isDay ? $"add the time, such as \"{value.Value}T09:00:00Z\""
                : "write it as \"2022-01-10T09:00:00Z\"",
            Cure.Rename(value.Span, MeantTime.Moment(value.Value)));
    }

    private void NoOffset(JsonText value, FactPath path) =>
        Error(path, "NR4015", value.Span, $"`{Clean(value.Value)}` does not say at which offset from UTC it is, as {Name(path)} must",
            $"write \"{value.Value}Z\" for UTC, or an offset such as \"{value.Value}+01:00\"", Cure.Rename(value.Span, $"{value.Value}Z"));

    private void NotADuration(JsonText value, FactPath path) =>
        Error(
            path,
            "NR4016",
            value.Span,
            $"`{Clean(value.Value)}` is not a duration, as {Name(path)} takes it",
            MeantTime.Duration(value.Value) is { } duration ? $"write \"{duration}\"" : "write \"P90D\", \"P3M\", \"P1Y6M\" or \"PT36H\"",
            Cure.Rename(value.Span, MeantTime.Duration(value.Value))
        );

    private void TooFine(JsonNumber value, FactPath path, int scale) =>
        Error(
            path,
            "NR4017",
            value.Span,
            scale == 0
                ? $"{Name(path)} takes a whole number, not `{Clean(value.Digits)}`"
                : $"`{Clean(value.Digits)}` has more decimal places than {Name(path)} keeps",
            scale == 0 ? "write it without decimals" : $"write a multiple of {ExactNumber.Step(scale)}; nothing is rounded"
        );

    private void TooLarge(JsonNumber value, FactPath path, bool isExact) =>
        Error(
            path,
            "NR4018",
            value.Span,
            $"`{Clean(value.Digits)}` is beyond the numbers that {Name(path)} can hold",
            isExact ? "use a larger unit, or let the vocabulary say `number` without `multipleOf`" : "write a number below 1e308");

    private void OutOfBounds(JsonNumber value, FactPath path, FactType type, bool isBelow)
    {
        var bound = type switch
        {
            ExactType exact => ExactNumber.ToText(isBelow ? exact.Minimum : exact.Maximum, exact.Scale),
            _ => FactText.Of(isBelow ? ((RealType)type).Minimum : ((RealType)type).Maximum),
        };
        Error(path, "NR4019", value.Span, $"`{Clean(value.Digits)}` is {(isBelow ? "less" : "more")} than {Name(path)} can be",
            $"write {bound} or {(isBelow ? "more" : "less")}");
    }

    public void TooManyItems(JsonArray value, FactPath path, int most) =>
        Error(
            path,
            "NR4020",
            value.Span.Opening,
            $"{Name(path)} has {Number(value.Items.Count)} elements, more than the {Number(most)} it can have",
            "remove some, or raise `maxItems` in the vocabulary"
        );

    public void NoKnownElements(JsonObject value, FactPath path) =>
        Error(
            path,
            "NR4021",
            value.Span.Opening,
            $"the partly known list {Name(path)} does not say which elements are known",
            "write { \"known\": [ … ], \"complete\": false }"
        );

    public void CompleteNotABoolean(JsonValue value, FactPath path) =>
        Error(
            path,
            "NR4021",
            value.Span,
            $"`complete` of {Name(path)} takes true or false, not {Describe(value)}",
            "write false if there may be further elements"
        );

    public void UnknownKey(Span at, FactPath path, string key, IReadOnlyList<string> keys) =>
        Error(path, "NR4022", at, $"`{Clean(key)}` cannot stand beside the value of {Name(path)}",
            Spelling.Nearest(key, keys) is { } nearest ? $"did you mean `{nearest}`?" : $"only {Spelling.List(keys, "and")} can",
            Cure.Rename(at, Spelling.Nearest(key, keys)));

    public void NoValue(JsonObject value, FactPath path) =>
        Error(path, "NR4023", value.Span.Opening, $"{Name(path)} has a source but no value", "add \"value\": …; `null` if it is unknown");

    public void BadSource(JsonValue value, FactPath path) =>
        Error(
            path,
            "NR4024",
            value.Span,
            $"the source of {Name(path)} is text or an object, not {Describe(value)}",
            "write \"source\": \"…\" or \"source\": { \"document\": \"…\", \"quote\": \"…\" }"
        );

    public void UnknownSourceKey(Span at, FactPath path, string key, IReadOnlyList<string> keys) =>
        Error(path, "NR4025", at, $"the source of {Name(path)} has no `{Clean(key)}`", Spelling.Nearest(key, keys) is { } nearest
            ? $"did you mean `{nearest}`?" : $"it may have {Spelling.List(keys, "and")}", Cure.Rename(at, Spelling.Nearest(key, keys)));

    public void SourcePartNotText(JsonValue value, FactPath path, string key) =>
        Error(path, "NR4026", value.Span, $"`{key}` of the source of {Name(path)} takes text, not {Describe(value)}",
            value is JsonNumber or JsonBoolean ? $"write it in quotes: \"{value.Span.Characters}\"" : "write text, in double quotes",
            value is JsonNumber or JsonBoolean ? Cure.Replace(value.Span, $"\"{value.Span.Characters}\"") : null);

    public void EmptySource(JsonValue value, FactPath path) =>
        Error(path, "NR4027", value.Span, $"the source of {Name(path)} says nothing", "remove it, or say who states the fact",
            Cure.Of(TextEdit.RemoveMemberOf(value.Span)));

    public void CompletenessDisagrees(Span at, FactPath path, string sibling, bool complete) =>
        Error(
            path,
            "NR4028",
            at,
            $"{Name(path)} says it is {(complete ? "complete" : "not complete")}, and `{sibling}` beside it says the opposite",
            $"let `{sibling}` alone say it, and write the list as [ … ]"
        );

    private void Error(FactPath path, string code, Span at, string message, string? help = null, params Cure?[] cures) =>
        bag.Add(new Diagnostic(code, DiagnosticSeverity.Error, at, message, help, [.. cures.OfType<Cure>()])
        {
            FactPath = path.IsEmpty ? null : path.ToString(),
        });

    /// <summary>User text fit for one line of a report.</summary>
    public static string Clean(string text) => Shortened(text, Longest);

    /// <summary>The path of a file for a report: whole, for whoever looks for the file.</summary>
    public static string CleanPath(string path) => Shortened(path, int.MaxValue);

    private static string Shortened(string text, int longest)
    {
        var line = new StringBuilder();
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, longest)))
        {
            line.Append(char.IsControl(c) ? ' ' : c == '`' ? '\'' : c);
        }

        return text.Length > longest ? $"{line}…" : line.ToString();
    }

    /// <summary>A value for a report: what kind it is, and which one if it is short.</summary>
    public static string Describe(JsonValue value) => value switch
    {
        JsonText { Value: var text } => text.Length == 0 ? "empty text" : $"the text `{Clean(text)}`",
        JsonArray { Items.Count: 0 } => "an empty list",
        JsonNumber { Digits: var digits } => $"the number `{Clean(digits)}`",
        _ => value.Kind,
    };

    private static string Name(FactPath path) => path.IsEmpty ? path.ToString() : $"`{Clean(path.ToString())}`";

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
