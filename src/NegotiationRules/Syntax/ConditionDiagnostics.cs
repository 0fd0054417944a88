using NegotiationRules.Text;
using static NegotiationRules.Syntax.SyntaxDiagnostics;

namespace NegotiationRules.Syntax;

/// <summary>What can be wrong with the form of a condition: NR1040 to NR1059.</summary>
internal static class ConditionDiagnostics
{
    public static void ConditionExpected(this SyntaxDiagnostics diagnostics, JsonValue found)
    {
        var text = (found as JsonText)?.Value;
        var code = text is null ? null : new CodeInText(name => diagnostics.ParameterOf(found.Span, name)).Translate(text);
        var ofDates = text is null
            ? null
            : new CodeInText(name => diagnostics.ParameterOf(found.Span, name), forDates: true).Translate(text);
        diagnostics.Error(
            "NR1040", Opening(found), $"a condition must be an object, but this is {found.Kind}", found switch
            {
                JsonText when code is not null =>
                    $"conditions are never written as code: {code}{(code == ofDates ? string.Empty : $"; for dates, {ofDates}")}",
                JsonText when CodeInText.IsMeant(text!) =>
                    "conditions are never written as code: make an object of each comparison, and put them together with `all`, `any` "
                        + "and `not`",
                JsonText =>
                    $"for a named condition, write {{ \"condition\": {Excerpt.Of(found)} }}; for a fact that must be true, {{ "
                        + $"{Excerpt.Of(found)}: true }}",
                JsonArray => "to demand all of the list, write { \"all\": [ … ] }; to demand one of it, { \"any\": [ … ] }",
                JsonNull => "leave the key out, or write a condition, such as { \"agreement.form\": \"written\" }",
                _ => "write a test of a fact, such as { \"agreement.form\": \"written\" }",
            },

            found switch
            {
                JsonText when code is not null =>
                [
                    Cure.Replace(found.Span, code),
                    code == ofDates ? null : Cure.Replace(found.Span, ofDates!),
                ],
                JsonText when CodeInText.IsMeant(text!) => [],
                JsonText when diagnostics.IsNamedCondition(found.Span, text!) =>
                [
                    Cure.Replace(found.Span, $"{{ \"condition\": {found.Span.Characters} }}"),
                ],
                JsonText when !text!.Contains(' ') => [Cure.Replace(found.Span, $"{{ {found.Span.Characters}: true }}")],
                JsonArray { Items.Count: > 0 } =>
                [
                    Cure.Replace(found.Span, $"{{ \"all\": {found.Span.Characters} }}"),
                    Cure.Replace(found.Span, $"{{ \"any\": {found.Span.Characters} }}"),
                ],
                _ => [],
            });
    }

    public static void OperatorFirst(this SyntaxDiagnostics diagnostics, JsonObject rule)
    {
        var (condition, ofDates) = (JsonLogic.Condition(rule, forDates: false), JsonLogic.Condition(rule, forDates: true));
        diagnostics.Error("NR1058", rule.Members[0].NameSpan,
            $"`{rule.Members[0].Name}` stands first, as in JsonLogic, and here the fact does",
            condition is not null
                ? $"write {condition}{(condition == ofDates ? string.Empty : $"; for dates, {ofDates}")}"
                : "compare a fact under its path, { \"gold\": { \"is\": 5 } }, and put conditions together with `all`, `any` and `not`",
            condition is null ? null : Cure.Replace(rule.Span, condition), condition == ofDates ? null : Cure.Replace(rule.Span, ofDates!));
    }

    public static void CombinedUnderAKey(
        this SyntaxDiagnostics diagnostics, JsonMember combiner, string form, JsonMember conditions, JsonObject condition) =>
        diagnostics.Error("NR1059", combiner.NameSpan,
            $"the key itself says how conditions are put together, and needs no `{combiner.Name}`",
            $"write {{ \"{form}\": {Excerpt.Of(conditions.Value)} }}",
            condition.Members.Count == 2 ? Cure.Replace(condition.Span, $"{{ \"{form}\": {Excerpt.Whole.Quote(conditions.Value)} }}") : null
        );

    public static void EmptyCondition(this SyntaxDiagnostics diagnostics, JsonObject condition) =>
        diagnostics.Error("NR1041", condition.Span, "this condition is empty",
            "write a test of a fact, such as { \"agreement.form\": \"written\" }, or leave it out");

    public static void TwoForms(this SyntaxDiagnostics diagnostics, JsonObject condition, IReadOnlyList<IReadOnlyList<JsonMember>> parts)
    {
        var (shown, written) = Excerpt.Both(excerpt =>
            $"{{ \"all\": [ {string.Join(", ", parts.Select(part => $"{{ {excerpt.Quote(part)} }}"))} ] }}");
        diagnostics.Error("NR1042", parts[1][0].NameSpan,
            $"{Spelling.List(parts.Select(part => part[0].Name), "and")} cannot stand in one condition",
            $"make {(parts.Count == 2 ? "two" : "several")} conditions of it: {shown}",
            parts.SelectMany(part => part).Distinct().Count() == condition.Members.Count ? Cure.Replace(condition.Span, written) : null);
    }

    public static void FactsBesideForm(
        this SyntaxDiagnostics diagnostics, IReadOnlyList<JsonMember> facts, JsonObject condition, ConditionRow form)
    {
        var rest = condition.Members.Except(facts).ToList();
        var (wrapped, written) = Excerpt.Both(excerpt => $"{{ \"all\": [ {{ {excerpt.Quote(rest)} }}, {{ {excerpt.Quote(facts)} }} ] }}");
        var isOfElements = form.PartOfElements is not null && !facts.Any(fact => fact.Name.Contains('.'));
        var canStandAlone = form.Keyword != "every" || condition.Find("satisfy") is not null;
        var given = isOfElements ? condition.Find(form.PartOfElements!) : null;
        var (inside, insideWritten) = Excerpt.Both(excerpt =>
            given is null
                ? $"{{ {excerpt.Quote(rest)}, \"{form.PartOfElements}\": {{ {excerpt.Quote(facts)} }} }}"
                : $"{{ {excerpt.Quote(rest.Except([given]))}, \"{given.Name}\": {{ \"all\": [ {excerpt.Quote(given.Value)}, {{ "
                    + $"{excerpt.Quote(facts)} }} ] }} }}"
        );
        diagnostics.Error(
            "NR1043",
            facts[0].NameSpan,
            $"a test of the fact `{facts[0].Name}` cannot stand beside `{form.Keyword}`",
            !isOfElements
                ? $"wrap both: {wrapped}"
                : $"to ask it of the elements, put it into `{form.PartOfElements}`: "
                    + $"{inside}{(canStandAlone ? $"; else wrap both: {wrapped}" : string.Empty)}",
            isOfElements ? Cure.Replace(condition.Span, insideWritten) : null,
            canStandAlone ? Cure.Replace(condition.Span, written) : null);
    }

    public static void NoElseIf(this SyntaxDiagnostics diagnostics, JsonMember next, JsonMember? otherwise) =>
        diagnostics.Error("NR1043", next.NameSpan, $"`if` asks once, and has no `{next.Name}`",
            $"ask again under `else`: \"else\": {{ \"if\": {Excerpt.Of(next.Value)}, "
                + $"\"then\": {{ … }}, \"else\": {(otherwise is null ? "{ … }" : Excerpt.Of(otherwise.Value))} }}");

    public static void UnknownForm(this SyntaxDiagnostics diagnostics, JsonMember member, string? meant, JsonObject condition) =>
        diagnostics.Error(
            "NR1044", member.NameSpan, member.Name switch
            {
                "not" => "`not` takes one condition, and this is a list",
                "all" or "any" or "none" => $"`{member.Name}` puts conditions together, and goes through no list",
                _ => $"there is no condition `{member.Name}`",
            },
            (meant, member.Value) switch
            {
                ("of", _) => "did you mean `of`?",
                (not null, _) => HelpText.With($"did you mean `{meant}`?", $"it is written {ConditionForms.Named(meant).Example}"),
                (_, JsonObject) when condition.Find("if") == member =>
                    "for a rule that applies only then, put it into `when` of the rule; inside a condition, it is written "
                        + ConditionForms.Table[(int)ConditionForm.If].Example,
                (_, JsonText path) when BorrowedWords.MeansAverage(member.Name) && path.Value.LastIndexOf('.') is > 0 and var dot =>
                    $"divide the sum by the number: {{ \"value\": {{ \"quotient\": [ {{ \"sum\": \"{path.Value}\" }}, {{ \"count\": "
                        + $"\"{path.Value[..dot]}\" }} ] }}, … }}",
                (_, JsonText) =>
                    "what is reckoned of a list and compared is `count`, `sum`, `min`, `max` or `share`; any other value, `value`",
                _ =>
                    "conditions are put together with `all`, `any`, `none` and `not`, or { \"atLeast\": 2, \"of\": [ … ] } for so many "
                        + "of them; elements of a list are looked at with `every`, `some`, `no`, `count` and `share`",
            },
            meant is not null ? Cure.Rename(member.NameSpan, meant)
            : BorrowedWords.MeansAverage(member.Name) && member.Value is JsonText { Value: var mean }
                && mean.LastIndexOf('.') is > 0 and var at
                ? Cure.Replace(TextEdit.Whole(member),
                    $"\"value\": {{ \"quotient\": [ {{ \"sum\": \"{mean}\" }}, {{ \"count\": \"{mean[..at]}\" }} ] }}")
            : null);

    public static void FactUnderAKey(this SyntaxDiagnostics diagnostics, FactUnderAKey fact) =>
        diagnostics.Error("NR1057", fact.At.NameSpan, $"the fact that is tested is the key itself, and needs no `{fact.At.Name}`",
            $"write {{ \"{fact.Path.Value}\": "
                + $"{(fact.Value is JsonObject { Members: var compared } ? $"{{ {Excerpt.Of(compared)} }}" : "{ \"is\": … }")} }}",
            fact.Value is JsonObject { Members: var whole } value
                ? Cure.Replace(value.Span, $"{{ {fact.Path.Span.Characters}: {{ {Excerpt.Whole.Quote(whole)} }} }}") : null);

    public static void KeyBesideForm(this SyntaxDiagnostics diagnostics, JsonMember member, ConditionRow form) =>
        diagnostics.Error("NR1045", member.NameSpan, $"`{member.Name}` cannot stand beside `{form.Keyword}`",
            (member.Name, form.Keyword) switch
            {
                ("where", "inOrder") => "put it into each of the steps: elements that meet no step are passed over",
                ("where", "value") => "put it inside the operand: { \"value\": { \"count\": \"…\", \"where\": { … } }, … }",
                (_, "share") when form.IsOfTwo =>
                    $"a share of two numbers has no elements; of the elements of a list it is {ConditionForms.Named("share").Example}",
                ("among", _) => "`among` belongs to `share`; elsewhere, narrow the list down in `where`",
                ("steps", _) => "`steps` belongs to `inOrder`: { \"inOrder\": \"events\", \"by\": \"date\", \"steps\": [ … ] }",
                (var key, _) when ConditionForms.With(key) is [var only] => $"`{key}` belongs to `{only.Keyword}`: {only.Example}",
                (var key, var keyword) when form.Members.Length == 0 =>
                    $"`{key}` belongs to a quantifier or a quantity such as `every`, `some` or `count`, and `{keyword}` goes through no "
                        + "list",
                _ => $"it is written {form.Example}",
            });

    public static void ShareOfOtherThanTwo(this SyntaxDiagnostics diagnostics, JsonArray found)
    {
        var one = found.Items is [var only] ? only : null;
        diagnostics.Error("NR1261", found.Span, "a share is of two numbers, and here "
            + (found.Items.Count == 0 ? "is none" : one is not null ? "is just one" : $"are {found.Items.Count}"),
            one is JsonText ? $"the share of some elements of a list names the list alone: \"share\": {Excerpt.Of(one)}"
            : "write what has the share, then what it is of: \"share\": [ { \"fact\": \"yea\" }, { \"fact\": \"cast\" } ]",
            one is JsonText ? Cure.Replace(found.Span, Excerpt.Whole.Quote(one)) : null);
    }

    public static void ShareOfOneBesideOf(this SyntaxDiagnostics diagnostics, JsonMember share, JsonMember of) =>
        diagnostics.Error("NR1262", share.Value.Span, "a share of two numbers has both in one list",
            $"write \"share\": [{Excerpt.Of(share.Value)}, {Excerpt.Of(of.Value)}]",
            Cure.Of(new TextEdit(share.Value.Span, $"[{Excerpt.Whole.Quote(share.Value)}, {Excerpt.Whole.Quote(of.Value)}]"),
                TextEdit.Remove(of)));

    public static void ShareOfNamed(this SyntaxDiagnostics diagnostics, JsonObject both, JsonObject part, JsonObject whole) =>
        diagnostics.Error("NR1262", both.Span, "a share of two numbers has both in one list, part and whole",
            $"write \"share\": [{Excerpt.Of(part)}, {Excerpt.Of(whole)}]",
            Cure.Replace(both.Span, $"[{Excerpt.Whole.Quote(part)}, {Excerpt.Whole.Quote(whole)}]"));

    public static void SelectionKeyBesideForm(this SyntaxDiagnostics diagnostics, JsonMember member, JsonMember keyword) =>
        diagnostics.Error("NR1045", member.NameSpan, $"`{member.Name}` cannot stand beside `{keyword.Name}`: it belongs to the list",
            keyword.Value is JsonObject { Members: var members } list && list.Find("list") is not null
                ? $"put it into the list: {{ \"{keyword.Name}\": {{ {Excerpt.Of([.. members, member])} }}, … }}"
                : $"put it into the list: {{ \"{keyword.Name}\": {{ \"list\": {Excerpt.Of(keyword.Value)}, {Excerpt.Of(member)} }}, … }}",

            Cure.Of(
                TextEdit.Remove(member),
                keyword.Value is JsonObject selection && selection.Find("list") is not null
                    ? TextEdit.Append(selection, Excerpt.Whole.Quote(member))
                    : new TextEdit(
                        keyword.Value.Span,
                        $"{{ \"list\": {Excerpt.Whole.Quote(keyword.Value)}, {Excerpt.Whole.Quote(member)} }}"
                    )
            ));

    public static void KeyWithoutForm(this SyntaxDiagnostics diagnostics, JsonMember member) =>
        diagnostics.Error("NR1046", member.NameSpan, $"`{member.Name}` stands here without what it belongs to", member.Name switch
        {
            "among" => "name the list: { \"share\": \"parties\", \"among\": { … }, \"where\": { … }, \"atLeast\": \"2/3\" }",
            "steps" => "name the list: { \"inOrder\": \"events\", \"by\": \"date\", \"steps\": [ … ] }",
            "of" => "say how many: { \"atLeast\": 2, \"of\": [ … ] }",
            "then" or "else" => $"say if what: {ConditionForms.Table[(int)ConditionForm.If].Example}",
            var key when ConditionForms.With(key) is [var only] => $"name the list: {only.Example}",
            _ => "name the list: { \"some\": \"parties\", \"where\": { … } }",
        });

    public static void SatisfyMissing(this SyntaxDiagnostics diagnostics, JsonMember every, JsonMember? where) =>
        diagnostics.Error(
            "NR1047", every.NameSpan, "`every` does not say what its elements must satisfy", where is null
                ? $"add `satisfy`: {{ {Excerpt.Of(every)}, \"satisfy\": {{ … }} }}"
                : $"`where` only picks the elements: add `satisfy`, or if all must meet it, write {{ {Excerpt.Of(every)}, \"satisfy\": "
                    + $"{Excerpt.Of(where.Value)} }}",
            where is null ? null : Cure.Rename(where.NameSpan, "satisfy"));

    public static void SatisfyWithoutEvery(this SyntaxDiagnostics diagnostics, JsonMember satisfy, JsonMember keyword, JsonMember? where) =>
        diagnostics.Error(
            "NR1048", satisfy.NameSpan, $"`satisfy` belongs to `every`, not to `{keyword.Name}`", where is null
                ? $"move it into `where`: {{ {Excerpt.Of(keyword)}, \"where\": {Excerpt.Of(satisfy.Value)} }}"
                : $"move it into `where`: {{ {Excerpt.Of(keyword)}, \"where\": {{ \"all\": [ {Excerpt.Of(where.Value)}, "
                    + $"{Excerpt.Of(satisfy.Value)} ] }} }}",

            where is null
                ? Cure.Rename(satisfy.NameSpan, "where")
                : Cure.Of(
                    TextEdit.Remove(satisfy),
                    new TextEdit(
                        where.Value.Span,
                        $"{{ \"all\": [ {Excerpt.Whole.Quote(where.Value)}, {Excerpt.Whole.Quote(satisfy.Value)} ] }}"
                    )
                ));

    public static void KeyMissing(this SyntaxDiagnostics diagnostics, JsonMember keyword, string key, ConditionRow form, JsonMember? of) =>
        diagnostics.Error("NR1049", keyword.NameSpan, $"`{keyword.Name}` needs `{key}`", $"it is written {form.Example}"
            + (form.Form == ConditionForm.Share && (keyword.Value, of?.Value) is (JsonText part, JsonText whole)
                ? $"; of two numbers it is {{ \"share\": [ {{ \"fact\": {Excerpt.Of(part)} }}, {{ \"fact\": {Excerpt.Of(whole)} }} ], … }}"
                : string.Empty));

    // What holds where the condition does not is never guessed: some read "nothing is asked" there, some "then it fails".
    public static void ElseMissing(this SyntaxDiagnostics diagnostics, JsonMember keyword, JsonMember then, JsonObject condition)
    {
        var (shown, written) = Excerpt.Both(excerpt =>
            $"{{ \"any\": [ {{ \"not\": {excerpt.Quote(keyword.Value)} }}, {excerpt.Quote(then.Value)} ] }}");
        diagnostics.Error("NR1049", keyword.NameSpan, "`if` needs `else`",
            $"say what must hold otherwise; if nothing must, write {shown}; for a rule that applies only then, put it into `when` of the "
                + "rule",
            condition.Members.Count == 2 ? Cure.Replace(condition.Span, written) : null);
    }

    public static void UnknownKeyOfForm(this SyntaxDiagnostics diagnostics, JsonMember member, JsonMember keyword, string meant) =>
        diagnostics.Error("NR1055", member.NameSpan, $"`{keyword.Name}` has no key `{member.Name}`", $"did you mean `{meant}`?",
            Cure.Rename(member.NameSpan, meant));

    public static void OperatorBesideForm(this SyntaxDiagnostics diagnostics, JsonMember comparison, JsonMember keyword) =>
        diagnostics.Error("NR1050", comparison.NameSpan,
            $"`{keyword.Name}` is compared with nothing, so `{comparison.Name}` cannot stand beside it",
            keyword.Name switch
            {
                "every" or "some" or "no" =>
                    $"to compare how many elements there are, write {{ \"count\": {Excerpt.Of(keyword.Value)}, \"where\": {{ … }}, "
                        + $"{Excerpt.Of(comparison)} }}",
                "all" or "any" or "none" when comparison.Name == "atLeast" =>
                    $"for so many of the conditions, write {{ {Excerpt.Of(comparison)}, \"of\": {Excerpt.Of(keyword.Value)} }}",
                _ =>
                    $"name the fact that is compared: {{ \"all\": [ {{ {Excerpt.Of(keyword)} }}, {{ \"FACT\": {{ "
                        + $"{Excerpt.Of(comparison)} }} }} ] }}",
            });

    public static void OperatorWithoutFact(this SyntaxDiagnostics diagnostics, JsonMember comparison) =>
        diagnostics.Error("NR1051", comparison.NameSpan, $"`{comparison.Name}` compares a fact, but none is named here",
            comparison.Name == "atLeast" && comparison.Value is JsonNumber
                ? $"for a fact, write {{ \"FACT\": {{ {Excerpt.Of(comparison)} }} }}; for so many of several conditions, {{ "
                    + $"{Excerpt.Of(comparison)}, \"of\": [ … ] }}"
                : $"write {{ \"FACT\": {{ {Excerpt.Of(comparison)} }} }}");

    public static void OtherComparisonOfConditions(
        this SyntaxDiagnostics diagnostics, JsonMember comparison, JsonMember of, JsonObject condition)
    {
        var all = (of.Value as JsonArray)?.Items.Count;
        var (shown, written) = Excerpt.Both(excerpt =>
            (comparison.Name, comparison.Value) switch
            {
                ("moreThan", JsonNumber n) when int.TryParse(n.Digits, out var i) && i + 1 <= all =>
                    $"{{ \"atLeast\": {i + 1}, {excerpt.Quote(of)} }}",
                ("atMost", JsonNumber { Digits: "0" }) => $"{{ \"none\": {excerpt.Quote(of.Value)} }}",
                ("atMost", JsonNumber n) when int.TryParse(n.Digits, out var i) && i + 1 <= all =>
                    $"{{ \"not\": {{ \"atLeast\": {i + 1}, {excerpt.Quote(of)} }} }}",
                ("lessThan", _) => $"{{ \"not\": {{ \"atLeast\": {excerpt.Quote(comparison.Value)}, {excerpt.Quote(of)} }} }}",
                ("is", JsonNumber { Digits: "0" }) => $"{{ \"none\": {excerpt.Quote(of.Value)} }}",
                ("is", JsonNumber n) when int.TryParse(n.Digits, out var i) && i == all => $"{{ \"all\": {excerpt.Quote(of.Value)} }}",
                ("is", JsonNumber n) when int.TryParse(n.Digits, out var i) && i < all =>
                    $"{{ \"all\": [ {{ \"atLeast\": {i}, {excerpt.Quote(of)} }}, {{ \"not\": {{ \"atLeast\": {i + 1}, "
                        + $"{excerpt.Quote(of)} }} }} ] }}",
                _ => string.Empty,
            }
        );
        diagnostics.Error(
            "NR1052", comparison.NameSpan, "only `atLeast` can stand beside `of`",
            $"write {(shown.Length == 0 ? $"{{ \"atLeast\": 2, {Excerpt.Of(of)} }}" : shown)}",
            shown.Length == 0 || condition.Members.Count != 2 ? null : Cure.Replace(condition.Span, written));
    }

    public static void ElementNameWithDot(this SyntaxDiagnostics diagnostics, Name name) =>
        diagnostics.Error("NR1054", name.Span, $"`{name.Text}` cannot be the name of an element, for it is a path",
            $"write one word, such as \"{LastPart(name.Text)}\"", Cure.Rename(name.Span, LastPart(name.Text)));

    public static void ElementNamesByList(this SyntaxDiagnostics diagnostics, JsonObject names)
    {
        var written = names.Members.Count == 1
            ? names.Members[0].Value.Span.Characters.ToString()
            : $"[{string.Join(", ", names.Members.Select(member => Excerpt.Whole.Quote(member.Value)))}]";
        var areTexts = names.Members.All(member => member.Value is JsonText);
        diagnostics.Error("NR1271", Opening(names), "`as` holds the names of elements, but this is an object",
            "write them alone, in the order of the path: \"as\": "
                + (areTexts ? written : names.Members.Count == 1 ? "\"party\"" : "[\"party\", \"delegate\"]"),
            areTexts ? Cure.Replace(names.Span, written) : null);
    }

    public static void NotAnElementName(this SyntaxDiagnostics diagnostics, JsonValue found, JsonArray names)
    {
        var last = names.Items[^1] as JsonText;
        var isOfLast = last is not null && names.Items.SkipLast(1).All(item => item is JsonNull);
        diagnostics.Error("NR1271", Opening(found), $"`as` holds the names of elements, but this is {found.Kind}",
            $"write a name for each list of the path, such as \"party\"; to name the elements of the last alone, write \"as\": "
                + (last is null ? "\"delegate\"" : Excerpt.Of(last)),
            isOfLast ? Cure.Replace(names.Span, last!.Span.Characters.ToString()) : null);
    }

    public static void FormInFactTest(
        this SyntaxDiagnostics diagnostics, JsonMember test, JsonMember keyword, JsonObject meant, bool isAlone) =>
        diagnostics.Error("NR1056", keyword.NameSpan, $"`{keyword.Name}` stands under `{test.Name}`, but it names its list itself",
            $"write {{ {Excerpt.Of(meant.Members)} }}",
            isAlone ? Cure.Replace(TextEdit.Whole(test), Excerpt.Whole.Quote(meant.Members)) : null);

    private static string LastPart(string path) => path[(path.LastIndexOf('.') + 1)..].Trim();
}
