using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>What can be wrong with the shape of a rule file. Codes NR1020 to NR1039 and NR1090; what can be wrong with conditions,
/// comparisons, operands, paths and selections is beside it, a class for each.</summary>
internal sealed class SyntaxDiagnostics(DiagnosticBag bag)
{
    private JsonObject? _root;

    /// <inheritdoc cref="DiagnosticBag.Error"/>
    public void Error(string code, Span span, string message, string? help = null, params Cure?[] cures) =>
        bag.Error(code, span, message, help, cures);

    public void NotAnObject(JsonValue root) =>
        bag.Error("NR1020", Opening(root), $"a rule file holds one object, but this is {root.Kind}", root is JsonArray
            ? "put the list under `rules`: { \"name\": \"…\", \"stages\": [\"talks\"], \"rules\": [ … ] }"
            : "write { \"name\": \"…\", \"stages\": [\"talks\"], \"rules\": [ … ] }");

    public void UnknownKey(JsonMember member, JsonObject owner, ObjectShape shape, string? meant)
    {
        var key = member.Name;
        var belongsToRequire = ObjectShape.IsOfCondition(key) && shape.Has("require");
        bag.Error(
            "NR1021", member.NameSpan, $"{shape.Name} has no key `{key}`",
            meant is not null ? $"did you mean `{meant}`?"
                : key.StartsWith("x-", StringComparison.Ordinal)
                    ? "keys that start with `x-` belong to vocabularies; here, put remarks into `description` or a comment: // …"
                : belongsToRequire ? $"put what must hold into `require`: {{ \"require\": {{ \"{key}\": … }} }}"
                : key == "$schema" ? "`$schema` stands at the top of the file only"
                : $"its keys are {Spelling.List(shape.Keys, "and")}",
            meant is not null ? (IsLike(member.Value, shape.ExampleOf(meant)) ? Cure.Rename(member.NameSpan, meant) : null)
            : key == "$schema" ? Cure.Remove(member)
            : belongsToRequire ? IntoRequire(owner)
            : null);
    }

    public void MissingKey(JsonObject owner, ObjectShape shape, string key) =>
        bag.Error("NR1022", Opening(owner), $"{shape.Name} needs `{key}`", $"add {shape.ExampleOf(key)}");

    public void WrongKind(JsonValue found, string what, string expected, string example) =>
        bag.Error("NR1023", Opening(found), $"{what} must be {expected}, but this is {found.Kind}", expected switch
        {
            "text" when found is JsonNumber or JsonBoolean && !IsChosen(example) => $"put it in double quotes: \"{found.Span.Characters}\"",
            "a number" when found is JsonText { Value: var text } && JsonNumberSpelling.IsGood(text) => $"write it without quotes: {text}",
            "the path of a fact" when PathIn(found) is { } path => $"write the path itself: {path}",
            "a list" when found is JsonText => $"put it in brackets: [{Excerpt.Of(found)}]",
            "a list" when found is JsonObject => $"put it in brackets: [ {Excerpt.Of(found)} ]",
            _ when found is JsonNull => $"leave the key out, or write a value, such as {example}",
            "an object" when found is JsonText && example.StartsWith("{ \"quote\": ", StringComparison.Ordinal) => $"write {example}",
            _ => $"for example {example}",
        }, expected switch
        {
            "text" when found is JsonNumber or JsonBoolean && !IsChosen(example) =>
                Cure.Replace(found.Span, JsonPrinter.Quote(found.Span.Characters.ToString())),
            "a number" when found is JsonText { Value: var text } && JsonNumberSpelling.IsGood(text) => Cure.Replace(found.Span, text),
            "the path of a fact" when PathIn(found) is { } path => Cure.Replace(found.Span, path),
            "a list" when found is JsonText or JsonObject => Cure.Replace(found.Span, $"[{found.Span.Characters}]"),
            "an object" when found is JsonText && example.StartsWith("{ \"quote\": ", StringComparison.Ordinal) =>
                Cure.Replace(found.Span, $"{{ \"quote\": {found.Span.Characters} }}"),
            _ => null,
        });

    // The path in `{ "fact": "weight" }`, with its quotes.
    private static string? PathIn(JsonValue found) =>
        found is JsonObject { Members: [{ Name: "fact", Value: JsonText path }] } ? path.Span.Characters.ToString() : null;

    // Whether a value begins like the one of an example, `"key": value`.
    private static bool IsLike(JsonValue value, string example)
    {
        var first = example[(example.IndexOf(": ", StringComparison.Ordinal) + 2)..][0];
        return value switch
        {
            JsonText => first == '"',
            JsonNumber => char.IsAsciiDigit(first),
            JsonObject => first == '{' || example.StartsWith("\"because\"", StringComparison.Ordinal),
            JsonArray => first == '[' || example.StartsWith("\"source\"", StringComparison.Ordinal),
            _ => false,
        };
    }

    // A file, a pointer or an outcome is one of some: no number becomes one by quotation marks.
    private static bool IsChosen(string example) =>
        example.Contains(".json", StringComparison.Ordinal) || example.Contains("\"/", StringComparison.Ordinal)
            || example.EndsWith("d\"", StringComparison.Ordinal) || example.StartsWith("\"warnings\"", StringComparison.Ordinal)
            || example.StartsWith("\"type\"", StringComparison.Ordinal);

    public void RulesById(JsonObject rules) =>
        bag.Error("NR1023", Opening(rules), "`rules` must be a list, but this is an object", rules.Members is [var first, ..]
            ? $"give each rule its id, and list them: [ {{ \"id\": \"{first.Name}\", … }} ]"
            : "write \"rules\": [ ]",
            rules.Members is [] ? Cure.Replace(rules.Span, "[ ]")
            : rules.Members.All(rule => rule.Value is JsonObject)
                ? Cure.Replace(rules.Span, $"[{string.Join(", ", rules.Members.Select(WithId))}]")
            : null);

    public void OtherLanguage(JsonNumber version) =>
        bag.Error("NR1024", version.Span, $"this file is written in language {version.Digits}, but this library reads language 1",
            version.Digits.StartsWith('-') || version.Digits is "0"
                ? "write \"language\": 1, or leave it out: 1 is the default"
                : "use a later version of the library; if the file is in language 1 after all, write \"language\": 1",
            version.Digits.StartsWith('-') || version.Digits is "0" ? Cure.Replace(version.Span, "1") : null);

    public void EmptyList(Span at, string key, string of) =>
        bag.Error("NR1025", at, $"`{key}` is empty",
            key is "of" or "steps" ? $"list at least one {of}" : $"list at least one {of}, or leave `{key}` out");

    public void EmptyParameter(JsonArray list, string parameter) =>
        bag.Error("NR1025", list.Span, $"the parameter `{parameter}` is an empty list",
            $"list at least one value, such as \"{parameter}\": [\"FR\"]: an empty list does not tell what kind its values are");

    public void EmptyName(Span at, string what, string example) =>
        bag.Error("NR1026", at, $"{what} is empty", $"write {example}");

    public void RequireAndWarnWhen(Span second, string secondKey) =>
        bag.Error("NR1030", second, $"a rule has either `require` or `warnWhen`, not both; `{secondKey}` is the second",
            "make two rules of it: `require` says what must hold, `warnWhen` is a risk that is only reported");

    public void NeitherRequireNorWarnWhen(JsonObject rule, string? id) =>
        bag.Error("NR1031", Opening(rule), $"{(id is null ? "this rule" : $"the rule `{id}`")} has no condition",
            "add \"require\": { … } with what must hold, or \"warnWhen\": { … } with a risk");

    public void UnknownStrength(JsonText strength, string? meant, IEnumerable<string> known) =>
        bag.Error("NR1032", strength.Span, $"`{strength.Value}` is no strength", meant is not null
            ? $"did you mean `{meant}`?"
            : $"write {Spelling.List(known)}", [.. (meant is null ? known : [meant]).Select(word => Cure.Rename(strength.Span, word))]);

    public void WeightWithoutPreferred(JsonMember weight, JsonMember? given)
    {
        var strength = (given?.Value as JsonText)?.Value;
        bag.Error("NR1033", weight.NameSpan, strength is null
            ? "only a `preferred` rule has a weight, and without `strength` this rule is `required`"
            : $"only a `preferred` rule has a weight, and this rule is `{strength}`",
            "leave out `weight`, or write \"strength\": \"preferred\"",
            Cure.Remove(weight),
            given is null ? Cure.Replace(weight.NameSpan with { Length = 0 }, "\"strength\": \"preferred\", ")
                : Cure.Replace(given.Value.Span, "\"preferred\""));
    }

    public void NameOfNoElement(JsonMember name) =>
        bag.Error("NR1255", name.NameSpan, "`as` names the element of `forEach`, and this rule has none",
            "say of which list: \"forEach\": \"parties\", \"as\": \"party\"; or leave out `as`",
            Cure.Remove(name));

    public void HolderOfNoElement(JsonMember holder) =>
        bag.Error("NR1257", holder.Value.Span with { Length = 1 },
            "a holder that is a fact is one for each element, and this rule has no `forEach`",
            "name the party: \"holder\": \"RU\"; or say of which list: \"forEach\": \"parties\"");

    public void WeightNotPositive(JsonNumber weight) =>
        bag.Error("NR1034", weight.Span, $"a weight must be greater than 0, but this is {weight.Digits}",
            "write a positive number, such as \"weight\": 2; a rule that is to count for nothing can be left out");

    public void NotALanguage(Span at, string key) =>
        bag.Error("NR1035", at, $"`{key}` is no code of a language",
            "write a code of two or three letters, such as { \"en\": \"…\" }; a reason in just one language is plain text: \"because\": "
                + "\"…\"");

    public void EmptyObject(JsonObject empty, string what, string example) =>
        bag.Error("NR1036", empty.Span, $"{what} says nothing", $"write {example}, or leave it out");

    public void MixedParameter(JsonValue value, string parameter, string first) =>
        bag.Error("NR1037", value.Span,
            $"the values of the parameter `{parameter}` must be of one kind: the first is {first}, this is {value.Kind}",
            "make them all text, all numbers or all `true` and `false`");

    public void ParameterValue(JsonValue value, string parameter) =>
        bag.Error("NR1038", value.Span,
            $"the parameter `{parameter}` must be a number, text, `true`, `false`, a list of these or a list of objects, "
                + $"but this is {value.Kind}",
            value switch
            {
                JsonNull => "a parameter always has a value: write one, or make it a fact of the vocabulary, which may be unknown",
                JsonObject =>
                    "write the value itself, or { \"value\": 10, \"description\": \"…\" }; a fact or a computed value cannot be a "
                        + "parameter",
                JsonArray { Items: { Count: > 0 } items } =>
                    $"lists cannot stand inside this list: write the values side by side, {string.Join(", ", items.Select(Excerpt.Of))}",
                _ => "leave it out: a list inside this list has no place",
            }, value switch
            {
                JsonArray { Items: { Count: > 0 } items } => Cure.Replace(value.Span, string.Join(", ", items.Select(Excerpt.Whole.Quote))),
                JsonArray => Cure.Of(TextEdit.Remove(value.Span)),
                _ => null,
            });

    public void NoParameterType(Name word) =>
        bag.Error("NR1090", word.Span, $"`{word.Text}` is no type of a parameter", word.Text switch
        {
            "text" => "write \"string\"",
            _ when Spelling.Nearest(word.Text, ParameterTypes.All) is { } nearest => $"write \"{nearest}\"",
            _ => $"write one of {string.Join(", ", ParameterTypes.All.Select(type => $"\"{type}\""))}; for a list, the type of its values",
        });

    public void NoListOfRecords(JsonValue value, string parameter) =>
        bag.Error("NR1269", value is JsonObject opened ? Opening(opened) : value.Span,
            $"`of` says what the objects of a list are, and the value of `{parameter}` is {value.Kind}",
            KnownPart(value) is not null ? "all of a parameter is known: write its list alone"
                : value is JsonObject ? "put it into a list, [ { … } ]" : "write a list of objects, [ { … }, { … } ]",
            KnownPart(value) is { } known ? Cure.Replace(value.Span, Excerpt.Whole.Quote(known))
                : value is JsonObject ? Cure.Replace(value.Span, $"[{Excerpt.Whole.Quote(value)}]") : null);

    // Of a list written as scenarios write one of which not all is known.
    private static JsonArray? KnownPart(JsonValue value) => (value as JsonObject)?.Find("known")?.Value as JsonArray;

    public void TypeOfRecords(JsonMember type) =>
        bag.Error("NR1270", type.NameSpan, "`type` stands for plain values, and `of` for objects, each of whose facts has its type in the "
            + "vocabulary", "leave `type` out", Cure.Of(TextEdit.RemoveMemberAt(type.NameSpan)));

    public void NoParameterValue(JsonObject value, string parameter) =>
        bag.Error("NR1038", Opening(value), $"the parameter `{parameter}` has no value",
            $"write \"{parameter}\": {{ \"value\": 10, \"description\": \"…\" }}, or just \"{parameter}\": 10");

    public JsonValue? ParameterOf(Span at, string name) =>
        Root(at)?.Find("parameters")?.Value is JsonObject parameters && parameters.Find(name)?.Value is { } given
            ? (given as JsonObject)?.Find("value")?.Value ?? given
            : null;

    public bool IsNamedCondition(Span at, string name) =>
        Root(at)?.Find("conditions")?.Value is JsonObject named && named.Find(name) is not null;

    // Only the file itself is looked at, and only once something is wrong with it.
    private JsonObject? Root(Span at)
    {
        if (_root is null && at.Source is { } source)
        {
            _root = JsonReader.Read(source, ReadingLimits.Default, new DiagnosticBag()) as JsonObject ?? new JsonObject(default, []);
        }

        return _root;
    }

    // All that belongs to a condition and stands one level too high.
    private static Cure? IntoRequire(JsonObject rule)
    {
        var parts = rule.Members.Where(m => ObjectShape.IsOfCondition(m.Name)).ToList();
        var inside = string.Join(", ", parts.Select(part => TextEdit.Whole(part).Characters.ToString()));
        return rule.Find("require") is { Value: JsonObject require }
            ? Cure.Of([TextEdit.Append(require, inside), .. parts.Select(TextEdit.Remove)])
            : Cure.Of([new TextEdit(TextEdit.Whole(parts[0]), $"\"require\": {{ {inside} }}"), .. parts.Skip(1).Select(TextEdit.Remove)]);
    }

    private static string WithId(JsonMember rule)
    {
        var value = (JsonObject)rule.Value;
        var id = $"\"id\": {rule.NameSpan.Characters}";
        return value.Find("id") is not null ? value.Span.Characters.ToString()
            : value.Members is [var first, ..] ? $"{{ {id}, {value.Span.Characters[(first.NameSpan.Start - value.Span.Start)..]}"
            : $"{{ {id} }}";
    }

    // A list or an object may go on for pages; its first character says where it stands.
    public static Span Opening(JsonValue value) => value is JsonObject or JsonArray ? value.Span with { Length = 1 } : value.Span;
}
