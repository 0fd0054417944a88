using NegotiationRules.Text;
using static NegotiationRules.Syntax.SyntaxDiagnostics;

namespace NegotiationRules.Syntax;

/// <summary>Which elements of a list are gone over, and in what order: NR1096 to NR1099.</summary>
internal static class SelectionDiagnostics
{
    public static void UnknownSelectionKey(
        this SyntaxDiagnostics diagnostics, JsonMember member, string? meant, IEnumerable<string> known) =>
        diagnostics.Error("NR1096", member.NameSpan, $"a list has no key `{member.Name}`",
            SelectionWords.CureOf(member.Name) is { } cure ? cure
            : meant is not null ? $"did you mean `{meant}`?"
            : $"its keys are {Spelling.List(known, "and")}",
            meant is null || SelectionWords.CureOf(member.Name) is not null ? null : Cure.Rename(member.NameSpan, meant));

    public static void SelectionWithoutList(this SyntaxDiagnostics diagnostics, JsonObject selection, JsonMember? named) =>
        diagnostics.Error("NR1097", Opening(selection), "this picks elements of a list and does not say of which", named is null
            ? "name it under `list`: { \"list\": \"parties\", … }"
            : named.Name == "fact" ? $"name it under `list`: {{ \"list\": {Excerpt.Of(named.Value)}, … }}"
            : $"name it under `list`: {{ \"list\": {{ {Excerpt.Of(named)} }}, … }}",
            named is null ? null
            : named.Name == "fact" ? Cure.Rename(named.NameSpan, "list")
            : Cure.Replace(TextEdit.Whole(named), $"\"list\": {{ {Excerpt.Whole.Quote(named)} }}"));

    public static void KeyExpected(this SyntaxDiagnostics diagnostics, JsonValue found, string key) =>
        diagnostics.Error("NR1098", Opening(found), $"`{key}` must name what is looked at of each element, but this is {found.Kind}",
            found switch
            {
                JsonArray => "give a list of keys to `orderBy` and `distinct` only, each of them the path of a fact or an operand",
                _ when key == "distinct" =>
                    "write the path of a fact of the elements, such as \"distinct\": \"state\"; for a list of plain values, the name "
                        + "that `as` gives to an element",
                _ =>
                    "write the path of a fact of the elements, such as \"orderBy\": \"rank\"; for a list of plain values, the name that "
                        + "`as` gives to an element",
            });

    public static void KeyBesideDescending(this SyntaxDiagnostics diagnostics, JsonMember stray, JsonMember descending) =>
        diagnostics.Error(
            "NR1098", stray.NameSpan, $"`{stray.Name}` cannot stand beside `descending`", descending.Value switch
            {
                JsonBoolean when stray is { Name: "fact", Value: JsonText } =>
                    $"put the key into it: {{ \"descending\": {Excerpt.Of(stray.Value)} }}",
                JsonBoolean => $"put the key into it: {{ \"descending\": {{ {Excerpt.Of(stray)} }} }}",
                JsonObject { Members: var members } =>
                    $"put it into the key: {{ \"descending\": {{ {Excerpt.Of([.. members, stray])} }} }}",
                _ => $"put it into the key: {{ \"descending\": {{ \"fact\": {Excerpt.Of(descending.Value)}, {Excerpt.Of(stray)} }} }}",
            },

            Cure.Of(
                TextEdit.Remove(stray),
                descending.Value switch
                {
                    JsonBoolean when stray is { Name: "fact", Value: JsonText } => new TextEdit(
                        descending.Value.Span,
                        Excerpt.Whole.Quote(stray.Value)
                    ),
                    JsonBoolean => new TextEdit(descending.Value.Span, $"{{ {Excerpt.Whole.Quote(stray)} }}"),
                    JsonObject key => TextEdit.Append(key, Excerpt.Whole.Quote(stray)),
                    _ => new TextEdit(
                        descending.Value.Span,
                        $"{{ \"fact\": {Excerpt.Whole.Quote(descending.Value)}, {Excerpt.Whole.Quote(stray)} }}"
                    ),
                }
            ));

    public static void DirectionWithoutOrder(this SyntaxDiagnostics diagnostics, JsonMember descending, JsonObject wrapped, string key) =>
        diagnostics.Error("NR1098", descending.NameSpan, $"`descending` gives an order a direction, and `{key}` has none",
            $"leave it out: \"{key}\": {Excerpt.Of(descending.Value)}", Cure.Replace(wrapped.Span, Excerpt.Whole.Quote(descending.Value)));

    public static void DirectionAroundKey(this SyntaxDiagnostics diagnostics, JsonMember around, JsonObject wrapped)
    {
        var isDescending = around.Name.StartsWith("d", StringComparison.OrdinalIgnoreCase);
        diagnostics.Error("NR1098", around.NameSpan, $"an order has no `{around.Name}`",
            isDescending ? "did you mean `descending`?"
                : $"write {Excerpt.Of(around.Value)} alone: without `descending`, an order goes from the least to the greatest",
            isDescending ? Cure.Rename(around.NameSpan, "descending") : Cure.Replace(wrapped.Span, Excerpt.Whole.Quote(around.Value)));
    }

    public static void DirectionOfKey(this SyntaxDiagnostics diagnostics, JsonMember key, JsonObject wrapped, string direction) =>
        diagnostics.Error("NR1098", key.Value.Span, $"`{direction}` is no value of a key",
            direction.StartsWith("d", StringComparison.OrdinalIgnoreCase)
                ? $"write {{ \"descending\": \"{key.Name}\" }}"
                : $"write \"{key.Name}\": without `descending`, an order goes from the least to the greatest",

            Cure.Replace(
                wrapped.Span,
                direction.StartsWith("d", StringComparison.OrdinalIgnoreCase)
                    ? $"{{ \"descending\": {key.NameSpan.Characters} }}"
                    : key.NameSpan.Characters.ToString()
            ));

    public static void NumberOfElements(this SyntaxDiagnostics diagnostics, JsonNumber number, string key, bool isReversed) =>
        diagnostics.Error("NR1099", number.Span, $"`{key}` counts elements, and {number.Digits} is no number of elements",
            key == "take" && number.Digits.StartsWith('-')
                ? $"write a whole number, 0 or more; for the last elements, \"reversed\": true, \"take\": {number.Digits[1..]}"
                : "write a whole number, 0 or more",

            key == "take" && number.Digits.StartsWith('-') && int.TryParse(number.Digits[1..], out _) && !isReversed
                ? Cure.Replace(
                    ValueText.NameBefore(number.Span) is var name ? name with { Length = number.Span.End - name.Start } : default,
                    $"\"reversed\": true, \"take\": {number.Digits[1..]}"
                )
                : null);
}
