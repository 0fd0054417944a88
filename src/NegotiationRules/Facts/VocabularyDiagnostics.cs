using System.Globalization;
using NegotiationRules.Text;

namespace NegotiationRules.Facts;

/// <summary>What can be wrong with a vocabulary. Codes NR1200 to NR1299; NR1234 to NR2119 for what it says about steps.</summary>
internal sealed class VocabularyDiagnostics(DiagnosticBag bag)
{
    public void CannotRead(Span from, string file, string reason) =>
        bag.Error(
            "NR1200",
            from,
            $"the vocabulary `{ScenarioDiagnostics.CleanPath(file)}` cannot be read: {reason}",
            from.Source is null
                ? "check the path"
                : $"check the path, which is relative to the file that names it; `{Vocabulary.BuiltIn}` is the built-in vocabulary"
        );

    public void NotUtf8(Span from, string file) =>
        bag.Error("NR1201", from, $"the vocabulary `{ScenarioDiagnostics.CleanPath(file)}` is not UTF-8 text", "save it as UTF-8");

    public void NotAVocabulary(JsonValue value) =>
        bag.Error(
            "NR1202", value.Span, $"a vocabulary is an object, not {Describe(value)}",
            "write { \"type\": \"object\", \"properties\": { … } }"
        );

    public void NotOfObjects(Span at, string kind) =>
        bag.Error("NR1203", at, $"a vocabulary describes an object, not {kind}", "give it `properties`");

    public void NotASchema(JsonValue value) =>
        bag.Error("NR1204", value.Span, $"the type of a fact is described by an object, not by {Describe(value)}",
            $"write {{ \"type\": \"{TypeIn(value) ?? "string"}\" }}{(TypeIn(value) is null ? ", for example" : string.Empty)}",
            TypeIn(value) is { } type ? Cure.Replace(value.Span, $"{{ \"type\": \"{type}\" }}") : null);

    public void UnknownKeyword(Span at, string keyword, string? meant) =>
        bag.Error("NR1205", at, $"there is no keyword `{Clean(keyword)}`", meant is null
            ? "remove it; a keyword of your own begins with `x-`" : $"did you mean `{meant}`?",
            meant is null ? Cure.Of(TextEdit.RemoveMemberAt(at)) : Cure.Rename(at, meant));

    public void NotChecked(Span at, string keyword) =>
        bag.Warning("NR1206", at, $"`{Clean(keyword)}` is not checked", "remove it, or write a rule that says the same",
            Cure.Of(TextEdit.RemoveMemberAt(at)));

    public void NotSupported(Span at, string keyword) =>
        bag.Error(
            "NR1207",
            at,
            $"`{Clean(keyword)}` is not supported, and without it the vocabulary would mean something else",
            "describe each fact by one type of its own"
        );

    public void NotOneType(Span at, string keyword) =>
        bag.Error("NR1208", at, $"`{keyword}` may only join one type and `null`", "give the fact one type; every fact may be `null`");

    public void Takes(JsonValue value, string keyword, string what) =>
        bag.Error("NR1209", value.Span, $"`{keyword}` takes {what}, not {Describe(value)}", (what, value) switch
        {
            ("text", JsonNumber or JsonBoolean) => $"write it in quotes: \"{value.Span.Characters}\"",
            (_, JsonText { Value: var text }) when text is "true" or "false" || JsonNumberSpelling.IsGood(text) =>
                $"write it without quotes: {text}",
            _ => $"write {what}, or leave `{keyword}` out",
        }, (what, value) switch
        {
            ("text", JsonNumber or JsonBoolean) when keyword is "title" or "description" =>
                Cure.Replace(value.Span, $"\"{value.Span.Characters}\""),
            (_, JsonText { Value: var text }) when text is "true" or "false" || JsonNumberSpelling.IsGood(text) =>
                Cure.Replace(value.Span, text),
            _ when keyword is not ("type" or "$ref" or "allOf" or "enum" or "properties") => Cure.Of(TextEdit.RemoveMemberOf(value.Span)),
            _ => null,
        });

    public void NoType(Span at) =>
        bag.Error("NR1210", at, "the type is missing", $"add \"type\": one of {Spelling.List(VocabularyKeywords.Types)}");

    public void NoItems(Span at) =>
        bag.Error("NR1210", at, "the type of the elements is missing", "add \"items\": { … }");

    public void UnknownType(JsonText value) =>
        bag.Error(
            "NR1211",
            value.Span,
            $"there is no type `{Clean(value.Value)}`",
            value.Value == "null" ? "give the type it has when it is known; every fact may be `null`"
            : VocabularyKeywords.TypeMeant(value.Value) is { } meant ? $"write {meant}"
            : Spelling.Nearest(value.Value, VocabularyKeywords.Types) is { } nearest ? $"did you mean `{nearest}`?"
            : $"write {Spelling.List(VocabularyKeywords.Types)}",
            value.Value == "null" ? null
            : VocabularyKeywords.TypeMeant(value.Value) is { } written
                ? (written.Contains('…') ? null : Cure.Replace(value.Span, written.Replace(", with ", ", ", StringComparison.Ordinal)))
            : Cure.Rename(value.Span, Spelling.Nearest(value.Value, VocabularyKeywords.Types)));

    public void SeveralTypes(JsonValue value) =>
        bag.Error("NR1212", value.Span, "a fact has one type", "write one type, or a list of one type and \"null\"");

    public void DoesNotApply(Span at, string keyword, string kind) =>
        bag.Error("NR1213", at, $"`{keyword}` means nothing for {kind}", keyword == "default"
            ? "give the default to the property that has one" : "remove it, or correct the type", Cure.Of(TextEdit.RemoveMemberAt(at)));

    public void UnknownFormat(JsonText value, string nearest) =>
        bag.Error("NR1214", value.Span, $"there is no format `{Clean(value.Value)}`", $"did you mean `{nearest}`?",
            Cure.Rename(value.Span, nearest));

    public void BadName(Span at, string name) =>
        bag.Error(
            "NR1215", at, $"`{Clean(name)}` cannot be the name of a fact",
            "a name is not empty, has no `.`, `[`, `]`, `{`, `}`, quotation mark or line break, and no white space at its ends"
        );

    public void NotText(JsonValue value, string keyword) =>
        bag.Error(
            "NR1216", value.Span, $"`{keyword}` may only hold texts, not {Describe(value)}",
            value is JsonBoolean ? "write { \"type\": \"boolean\" }" : "bound numbers by `minimum` and `maximum`"
        );

    public void NoTexts(JsonValue value) =>
        bag.Error("NR1217", value.Span, "`enum` leaves no value that the fact could have", "list its values");

    public void TextTwice(JsonText value) =>
        bag.Error("NR1218", value.Span, $"`{Clean(value.Value)}` is listed twice", "remove one of them",
            Cure.Of(TextEdit.Remove(value.Span)));

    public void BadStep(JsonNumber value, bool isInteger) =>
        bag.Error(
            "NR1219",
            value.Span,
            $"numbers cannot be kept in steps of `{Clean(value.Digits)}`",
            isInteger ? "remove it: a whole number has steps of 1" : "write 1, 0.1, 0.01 and so on down to 0.000000001",
            isInteger ? Cure.Of(TextEdit.RemoveMemberOf(value.Span)) : null);

    public void BadBound(JsonNumber value, string keyword, FactType type) =>
        bag.Error(
            "NR1220",
            value.Span,
            $"`{keyword}` is `{Clean(value.Digits)}`, which the fact itself cannot be",
            type switch
            {
                ExactType { Scale: 0 } => "write a whole number of at most 18 digits",
                ExactType exact => $"write a multiple of {ExactNumber.Step(exact.Scale)}, of at most 18 digits in all",
                _ => "leave it out, or write a number below 1e308",
            });

    public void NoNumberLeft(Span at) =>
        bag.Error("NR1221", at, "the minimum is above the maximum", "swap them, or remove one");

    public void BadDefault(JsonValue value, Diagnostic why) =>
        bag.Error("NR1222", value.Span, $"this default does not fit: {Sentence(why.Message)}", why.Help, [.. why.Cures]);

    public void DefaultOfObject(JsonValue value) =>
        bag.Error("NR1223", value.Span, "an object has no default of its own", "give the defaults to its properties",
            Cure.Of(TextEdit.RemoveMemberOf(value.Span)));

    public void ReferenceElsewhere(JsonText value) =>
        bag.Error("NR1224", value.Span, $"`{Clean(value.Value)}` does not lie in this file",
            "write \"#/$defs/…\", or \"negotiation\" for the built-in vocabulary",
            value.Value.Equals(Vocabulary.BuiltIn, StringComparison.OrdinalIgnoreCase) ? Cure.Rename(value.Span, Vocabulary.BuiltIn)
                : null);

    public void UnknownReference(JsonText value, string? nearest) =>
        bag.Error("NR1225", value.Span, $"there is nothing at `{Clean(value.Value)}`", nearest is null
            ? "describe it under `$defs`, and refer to it as \"#/$defs/NAME\"" : $"did you mean `{Clean(nearest)}`?",
            Cure.Rename(value.Span, nearest));

    public void EndlessReference(JsonText value) =>
        bag.Error(
            "NR1226",
            value.Span,
            $"`{Clean(value.Value)}` contains this reference to itself, so that a scenario would have no end",
            "write the levels that are needed one inside the other, or a list in which elements name each other"
        );

    public void CannotMerge(Span at, string what, string one, string other) =>
        bag.Error("NR1227", at, $"{what} is {one} in one part of `allOf` and {other} in another", "give the new fact another name");

    public void OnlyObjectsMerge(Span at, string kind) =>
        bag.Error("NR1228", at, $"`allOf` joins objects only, and one of its parts is {kind}", "describe the fact in one place");

    public void NoSuchLabel(JsonText value, string? nearest) =>
        bag.Error("NR1229", value.Span, $"the object has no text `{Clean(value.Value)}` to be called by", nearest is null
            ? "name a property of type `string`" : $"did you mean `{nearest}`?", Cure.Rename(value.Span, nearest));

    public void NoSuchCompleteness(Span at, string name, string? nearest) =>
        bag.Error("NR1230", at, $"beside this list is no boolean `{Clean(name)}` that could say whether it is complete", nearest is null
            ? "describe it in the same `properties`, with \"type\": \"boolean\"" : $"did you mean `{nearest}`?", Cure.Rename(at, nearest));

    public void NoSuchKey(JsonText value, string? nearest) =>
        bag.Error("NR1234", value.Span, $"the elements have no `{Clean(value.Value)}` by which they could be told apart", nearest is null
            ? "name a property of the elements that is neither an object nor a list" : $"did you mean `{nearest}`?",
            Cure.Rename(value.Span, nearest));

    public void NoSuchController(Span at, string fact, string? nearest) =>
        bag.Error("NR1235", at, $"no text `{Clean(fact)}` that could name a party is beside this fact, or around it", nearest is null
            ? "name a property of type `string` in the same object or in one around it" : $"did you mean `{nearest}`?",
            Cure.Rename(at, nearest));

    public void ListOfLists(Span at) =>
        bag.Error("NR1231", at, "a list of lists is not supported", "make the inner list a property of an object");

    public void TooDeep(Span at, int limit) =>
        bag.Error("NR1232", at, $"types are nested more than {Number(limit)} deep here", "take levels out");

    public void TooLarge(Span at, int limit) =>
        bag.Error(
            "NR1233",
            at,
            $"with its references written out the vocabulary has more than {Number(limit)} facts",
            "refer to large definitions from fewer places"
        );

    // The report is about a scenario whose only fact is called `default`.
    private static string Sentence(string message) =>
        message.StartsWith("`default[", StringComparison.Ordinal) ? $"an element of the fact{message[(message.IndexOf('`', 1) + 1)..]}"
        : message.Replace("`default`", "the fact", StringComparison.Ordinal);

    private static string? TypeIn(JsonValue value) =>
        value is JsonText { Value: var text } && VocabularyKeywords.Types.Contains(text) ? text : null;

    private static string Clean(string text) => ScenarioDiagnostics.Clean(text);

    private static string Describe(JsonValue value) => ScenarioDiagnostics.Describe(value);

    private static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);
}
