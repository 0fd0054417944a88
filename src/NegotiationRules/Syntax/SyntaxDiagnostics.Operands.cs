using System.Globalization;
using System.Text.RegularExpressions;
using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Operators and operands (NR1060 to NR1079), paths and lists (NR1080 to NR1085), functions and choices (NR1086 to
/// NR1095).</summary>
internal sealed partial class SyntaxDiagnostics
{
    public void UnknownOperator(JsonMember member, string? fact, string? meant, JsonObject? test = null) =>
        bag.Error(
            "NR1060", member.NameSpan, $"there is no operator `{member.Name}`",
            meant == "known" && BorrowedWords.MeansUnknown(member.Name)
                    ? $"write \"known\": {(member.Value is JsonBoolean { Value: false } ? "true" : "false")}"
                : meant is not null
                    ? $"did you mean `{meant}`?"
                        + (member.Value is JsonObject && OperatorOfDates.Of(meant) is { } twin
                            ? $" for dates, it is `{twin}`" : string.Empty)
                : fact is not null && BorrowedWords.MeansCount(member.Name)
                    ? $"to count the elements of a list, write {{ \"count\": \"{fact}\", "
                        + (member.Value is JsonObject { Members: var compared }
                            ? Excerpt.Of(compared) : $"\"is\": {Excerpt.Of(member.Value)}")
                        + " }"
                : (
                    fact is null
                        ? string.Empty
                        : $"if it is a fact, write its whole path: {{ \"{fact}.{member.Name}\": {Excerpt.Of(member.Value)} }}"
                )
                    + (
                        fact is not null && member.Value is JsonObject
                            ? string.Empty
                            : $"{(fact is null ? string.Empty : "; ")}the operators are "
                                + $"{string.Join(", ", Operators.Names.Select(name => $"`{name}`"))}"
                    ),
            [.. OperatorMeant(member, fact, meant, test)]
        );

    public void NegatedOperator(JsonMember not, JsonMember negated, string meant) =>
        bag.Error("NR1060", not.NameSpan, "there is no operator `not`", $"write \"{meant}\": {Excerpt.Of(negated.Value)}",
            Cure.Replace(TextEdit.Whole(not), $"\"{meant}\": {Excerpt.Whole.Quote(negated.Value)}"));

    public void NoOperator(JsonMember compared, string example) =>
        bag.Error("NR1061", compared.NameSpan, $"`{compared.Name}` is compared with nothing", $"add an operator: {example}");

    public void TwoOperators(JsonMember compared, JsonMember first, JsonMember second, JsonObject condition) =>
        bag.Error(
            "NR1062",
            second.NameSpan,
            $"`{compared.Name}` takes one comparison, and `{first.Name}` is there already",
            (first.Name, second.Name) switch
            {
                ("atLeast", "atMost") => $"write \"between\": [{Excerpt.Of(first.Value)}, {Excerpt.Of(second.Value)}]",
                ("atMost", "atLeast") => $"write \"between\": [{Excerpt.Of(second.Value)}, {Excerpt.Of(first.Value)}]",
                _ =>
                    $"make two conditions of it: {{ \"all\": [ {{ {Excerpt.Of(compared)}, {Excerpt.Of(first)} }}, {{ "
                        + $"{Excerpt.Of(compared)}, {Excerpt.Of(second)} }} ] }}",
            },
            TwoComparisons(first, second, condition)
        );

    public void ArithmeticInCondition(JsonMember arithmetic, JsonMember compared, JsonObject condition) =>
        bag.Error(
            "NR1063",
            arithmetic.NameSpan,
            $"`{arithmetic.Name}` cannot stand beside `{compared.Name}` in a condition",
            compared switch
            {
                { Name: "value", Value: JsonObject { Members: var members } } =>
                    $"put it inside the operand: {{ \"value\": {{ {Excerpt.Of(members)}, {Excerpt.Of(arithmetic)} }}, … }}",
                { Name: "value" } => $"put it inside: {{ \"value\": {{ {Excerpt.Of(compared)}, {Excerpt.Of(arithmetic)} }}, … }}",
                { Name: "share" } => $"a share is compared as it is: leave `{arithmetic.Name}` out",
                _ => $"make a value of it: {{ \"value\": {{ {Excerpt.Of(compared)}, {Excerpt.Of(arithmetic)} }}, … }}",
            },
            IntoValue(arithmetic, compared, condition)
        );

    public void ListAsFactValue(JsonMember fact) =>
        bag.Error("NR1064", Opening(fact.Value), $"the fact `{fact.Name}` cannot be compared with a list just so",
            $"to demand one of these values, write {{ \"{fact.Name}\": {{ \"in\": {Excerpt.Of(fact.Value)} }} }}",
            fact.Value is JsonArray { Items.Count: > 0 } ? Cure.Replace(fact.Value.Span, $"{{ \"in\": {Excerpt.Whole.Quote(fact.Value)} }}")
                : null);

    public void NullOperand(JsonNull found, string key, string? fact) =>
        bag.Error("NR1065", found.Span, "`null` is no value: there is nothing to compare or to compute with", fact is null
            ? "write a value; to demand that a fact is unknown, write { \"FACT\": { \"known\": false } }"
            : key is "isNot" or "notIn"
            ? $"to demand that the fact is stated, write {{ \"{fact}\": {{ \"known\": true }} }}"
            : $"to demand that the fact is unknown, write {{ \"{fact}\": {{ \"known\": false }} }}", fact is null ? null
            : key == fact ? Cure.Replace(found.Span, "{ \"known\": false }")
            : key is "is" or "isNot" && ValueText.NameBefore(found.Span) is var name && name != found.Span
                ? Cure.Replace(name with { Length = found.Span.End - name.Start }, $"\"known\": {(key == "is" ? "false" : "true")}")
            : null);

    public void KnownTakesBoolean(JsonValue found) =>
        bag.Error("NR1066", Opening(found), $"`known` must be `true` or `false`, but this is {found.Kind}",
            "write \"known\": true if the fact must be stated, \"known\": false if it must not",
            Cure.Replace(found.Span, "true"), Cure.Replace(found.Span, "false"));

    public void BetweenTakesTwo(JsonValue found) =>
        bag.Error(
            "NR1067",
            Opening(found),
            $"`between` must be a list of two values, but this is {(found is JsonArray list ? Counted(list.Items.Count) : found.Kind)}",
            "write \"between\": [from, to]; both ends are included"
        );

    public void ListExpected(JsonValue found, string comparison) =>
        bag.Error("NR1068", found.Span, $"`{comparison}` must be a list of values, but this is {found.Kind}",
            $"write \"{comparison}\": [{Excerpt.Of(found)}]{(Operators.Find(comparison)?.OfOne is { } one
                ? $", or \"{Operators.NameOf(one)}\": {Excerpt.Of(found)}" : string.Empty)}",
            Cure.Replace(found.Span, $"[{found.Span.Characters}]"));

    private const string BesideEachOther = "lists cannot stand inside this list: write the values side by side";

    public void OneValueExpected(JsonArray found, string key)
    {
        var comparison = Operators.Find(key);
        string[] several = [.. (comparison?.OfSeveral ?? []).Select(Operators.NameOf)];
        var (help, cure) = (comparison?.Takes, several) switch
        {
            (_, [var first, ..]) => (
                $"{comparison!.WhereSeveral}write {string.Join(" or ", several.Select(name => $"\"{name}\": {Excerpt.Of(found)}"))}",
                Cure.Of(TextEdit.RenameMemberOf(found.Span, first))),
            (OperandShape.Values, _) => (
                BesideEachOther, Cure.Replace(found.Span, string.Join(", ", found.Items.Select(Excerpt.Whole.Quote)))),
            (OperandShape.Range, _) => (BesideEachOther, null),
            (OperandShape.Value or OperandShape.Truth or null, _) =>
                ("write a number, text, `true`, `false`, or an object such as { \"parameter\": \"…\" }", (Cure?)null),
        };
        bag.Error("NR1069", Opening(found), $"`{key}` must be one value, but this is a list", help, found.Items.Count > 0 ? cure : null);
    }

    public void OperandWithoutOperator(JsonMember fact) =>
        bag.Error("NR1070", Opening(fact.Value), $"the test of the fact `{fact.Name}` has a value but no operator",
            $"say how they compare: {{ \"{fact.Name}\": {{ \"is\": {Excerpt.Of(fact.Value)} }} }}",
            Cure.Replace(fact.Value.Span, $"{{ \"is\": {Excerpt.Whole.Quote(fact.Value)} }}"));

    public void OperandWithoutForm(JsonObject operand) =>
        bag.Error(
            "NR1071", Opening(operand), "this value does not say what it is",
            $"begin with {string.Join(", ", from form in OperandForms.Table where form.Form != OperandForm.Value select Begun(form))} or a "
                + "function; a literal is written without braces"
        );

    private static string Begun(OperandRow form) =>
        $"{{ \"{form.Keyword}\": {(form.Takes is MemberShape.Condition ? "{ … }" : "\"…\"")} }}";

    public void TwoOperandForms(JsonMember first, JsonMember second) =>
        bag.Error("NR1072", second.NameSpan, $"`{first.Name}` and `{second.Name}` cannot stand in one value",
            $"keep one of them; to add them up, write {{ {Excerpt.Of(first)}, \"plus\": {{ {Excerpt.Of(second)} }} }}",
            Cure.Remove(second), Cure.Remove(first));

    public void UnknownOperandKey(JsonMember member, string? meant, JsonObject operand, IEnumerable<string> known) =>
        bag.Error("NR1073", member.NameSpan, $"a value has no key `{member.Name}`", meant is not null ? $"did you mean `{meant}`?"
            : member.Name is "literal" ? $"write the literal itself: {Excerpt.Of(member.Value)}"
            : MeanOf(member) is { } mean ? $"divide the sum by the number: {{ {mean} }}"
            : $"its keys are {Spelling.List(known, "and")}, and the names of functions, such as `lowerCase`",
            meant is not null ? Cure.Rename(member.NameSpan, meant)
            : MeanOf(member) is { } quotient ? Cure.Replace(TextEdit.Whole(member), quotient)
            : member.Name is "literal" && operand.Members.Count == 1 ? Cure.Replace(operand.Span, Excerpt.Whole.Quote(member.Value))
            : null);

    // A mean has no form of its own.
    private static string? MeanOf(JsonMember member) =>
        BorrowedWords.MeansAverage(member.Name) && member.Value is JsonText { Value: var path } && path.LastIndexOf('.') is > 0 and var dot
            ? $"\"quotient\": [ {{ \"sum\": \"{path}\" }}, {{ \"count\": \"{path[..dot]}\" }} ]" : null;

    public void OperationFirst(JsonObject operand, string meant) =>
        bag.Error("NR1073", operand.Members[0].NameSpan,
            $"`{operand.Members[0].Name}` stands first, and here the value that is reckoned with does",
            $"write {meant}", Cure.Replace(operand.Span, meant));

    public void FunctionBesideValue(JsonMember member, JsonMember form, string function, JsonObject operand)
    {
        var (shown, written) = Excerpt.Both(excerpt =>
            $"{{ \"{function}\": [ {{ {excerpt.Quote(form)} }}, {excerpt.Quote(member.Value)} ] }}");
        bag.Error("NR1073", member.NameSpan, $"a value has no key `{member.Name}`", $"`{function}` is a function of two values: {shown}",
            operand.Members.Count == 2 ? Cure.Replace(operand.Span, written) : null);
    }

    public void ConditionInOperand(JsonMember member) =>
        bag.Error(
            "NR1074",
            member.NameSpan,
            $"`{member.Name}` makes a condition, but here stands a value",
            Operators.IsOperator(member.Name) ? "leave the comparison out here: a value is compared by the condition around it"
                : member.Name == "share" ? "a share can only be compared: { \"share\": \"…\", \"where\": { … }, \"atLeast\": \"2/3\" }"
                : "a condition has no value to compare with; join conditions with `all` or `any`"
        );

    public void KeyBesideOperand(JsonMember member, JsonMember form)
    {
        var belongs = $"`{member.Name}` belongs to {Spelling.List(OperandForms.With(member.Name), "and")}";
        bag.Error("NR1075", member.NameSpan, $"`{member.Name}` cannot stand beside `{form.Name}`", member.Name switch
        {
            "then" or "else" => "`then` and `else` belong to `if`",
            "of" when form.Name == "count" => $"elements are counted one by one; {belongs}",
            "as" or "where" => $"`{form.Name}` goes through no list; {belongs}",
            _ => belongs,
        });
    }

    public void BranchMissing(JsonMember form, string key) =>
        bag.Error(
            "NR1086", form.NameSpan, $"`if` needs `{key}`",
            $"say which value is taken: {{ \"if\": {Excerpt.Of(form.Value)}, \"then\": …, \"else\": … }}"
        );

    public void WrongNumberOfArguments(JsonMember form, OperandFunction function, int found)
    {
        var row = OperandFunctions.Of(function);
        var needed = (row.Fewest, row.Most) switch
        {
            (1, 1) => "one value",
            (2, 2) => "two values",
            (3, 3) => "three values",
            (1, 2) => "one value or two",
            (2, 3) => "two values or three",
            _ => "two values or more",
        };
        bag.Error(
            "NR1087",
            form.NameSpan,
            $"`{form.Name}` takes {needed}, but here {(found == 0 ? "is none" : found == 1 ? "is one" : $"are {found}")}",
            $"write \"{form.Name}\": {row.Example}"
        );
    }

    public void FunctionInCondition(JsonMember function, JsonObject condition, IEnumerable<JsonMember> functionMembers,
        IEnumerable<JsonMember> comparisons) =>
        bag.Error("NR1088", function.NameSpan, $"`{function.Name}` makes a value, but here stands a condition",
            $"compare the value: {{ \"value\": {{ {Excerpt.Of(functionMembers)} }}, {Excerpt.Of(comparisons)} }}",
            Cure.Replace(condition.Span,
                $"{{ \"value\": {{ {Excerpt.Whole.Quote(functionMembers)} }}, {Excerpt.Whole.Quote(comparisons)} }}"));

    public void PathWhereOperand(JsonMember form, JsonText path) =>
        bag.Error("NR1089", path.Span, $"`of` says what is worked out for each element, but this is text", form.Value is JsonText list
            ? $"write \"{form.Name}\": \"{list.Value}.{path.Value}\", or \"of\": {{ \"fact\": \"{path.Value}\" }}"
            : $"write \"of\": {{ \"fact\": \"{path.Value}\" }}",
            Cure.Replace(path.Span, $"{{ \"fact\": {path.Span.Characters} }}"));


    public void SelectionKeyInOperand(JsonMember member) =>
        bag.Error(
            "NR1075", member.NameSpan, $"`{member.Name}` belongs to a list, and this is a value",
            $"put it into the list that the value goes through: {{ \"count\": {{ \"list\": \"parties\", {Excerpt.Of(member)} }} }}"
        );

    public void UnknownMove(JsonValue found, string? meant) =>
        bag.Error(
            "NR1076",
            Opening(found),
            found is JsonText text ? $"`to` cannot move a date to `{text.Value}`" : $"`to` must be text, but this is {found.Kind}",
            meant is not null ? $"did you mean `{meant}`?" : $"write {Spelling.List(CalendarMoves.Names)}",
            [.. (meant is null ? CalendarMoves.Names : [meant]).Select(move => Cure.Replace(found.Span, JsonPrinter.Quote(move)))]
        );

    public void NumberExpected(JsonValue found, string key) =>
        bag.Error(
            "NR1077",
            Opening(found),
            $"`{key}` must be a number or a parameter here, but this is {found.Kind}",
            found is JsonText { Value: var text } && int.TryParse(text, out _)
                ? $"write it without quotes: {text}"
                : $"write \"{key}\": 2 or \"{key}\": {{ \"parameter\": \"…\" }}",
            found is JsonText { Value: var digits } && int.TryParse(digits, out var number)
                ? Cure.Replace(found.Span, number.ToString(CultureInfo.InvariantCulture)) : null);

    public void EmptySegment(Span at, string path, Span whole) =>
        bag.Error(
            "NR1080",
            at,
            path.Length == 0 ? "a fact's path is empty" : $"the path `{path}` has an empty part",
            path.Trim('.', ' ').Length == 0 ? "write the path of a fact, such as `agreement.form`" : $"write `{WithoutElements(path)}`",
            path.Trim('.', ' ').Length == 0 ? null : Cure.Rename(whole, WithoutElements(path))
        );

    public void SpaceInPath(Span at, string path, Span whole) =>
        bag.Error("NR1081", at, $"the path `{path}` has white space at the end of a part", $"write `{WithoutElements(path)}`",
            Cure.Rename(whole, WithoutElements(path)));

    public void IndexInPath(Span at, string path) =>
        bag.Error("NR1082", at, $"the path `{path}` has brackets in it, but a path picks no elements of a list", Quantified(path));

    public void StarInPath(Span at, string path) =>
        bag.Error("NR1083", at, $"the path `{path}` has a `*`, which stands for nothing here", Quantified(path));

    public void CharacterInPath(Span at, string path, char character) =>
        bag.Error(
            "NR1084",
            at,
            character == '`' ? "a path cannot have a backtick in it" : $"the path `{path}` has a `{character}` in it",
            "the parts of a path are names joined by dots, such as `agreement.form`"
        );

    public void ListNameExpected(JsonMember member) =>
        bag.Error(
            "NR1085",
            Opening(member.Value),
            $"`{member.Name}` must be the path of a list, but this is {member.Value.Kind}",
            member.Value switch
            {
                JsonArray { Items: [JsonText, ..] } =>
                    $"make a parameter of the list and write {{ \"{member.Name}\": {{ \"parameter\": \"…\" }}, … }}",
                JsonObject fact when fact.Find("fact") is { } path => $"write the path itself: \"{member.Name}\": {Excerpt.Of(path.Value)}",
                JsonObject { Members: [{ Value: JsonObject elements } list] }
                    when ConditionForms.Table.FirstOrDefault(form => form.Keyword == member.Name)?.PartOfElements is { } part =>
                    $"write \"{member.Name}\": \"{list.Name}\", \"{part}\": {Excerpt.Of(elements)}",
                _ =>
                    $"write \"{member.Name}\": \"parties\", \"{member.Name}\": {{ \"parameter\": \"…\" }} or \"{member.Name}\": {{ "
                        + "\"list\": \"parties\", \"where\": { … } }",
            },
            member.Value switch
            {
                JsonObject { Members.Count: 1 } fact when fact.Find("fact") is { Value: JsonText } path => Cure.Replace(
                    member.Value.Span,
                    Excerpt.Whole.Quote(path.Value)
                ),
                JsonObject { Members: [{ Value: JsonObject elements } list] }
                    when ConditionForms.Table.FirstOrDefault(form => form.Keyword == member.Name)?.PartOfElements is { } part =>
                    Cure.Replace(member.Value.Span, $"{list.NameSpan.Characters}, \"{part}\": {Excerpt.Whole.Quote(elements)}"),
                _ => null,
            }
        );

    // `parties[0].id` and `parties.*.id`: up to the last bracket or star it is the list, what follows is said of its elements.
    private static string Quantified(string path)
    {
        var end = path.LastIndexOfAny([']', '[', '*']) + 1;
        var list = WithoutElements(path[..end]);
        var fact = WithoutElements(path[end..]);
        var element = fact.Length == 0 ? "{ … }" : $"{{ \"{fact}\": … }}";
        return list.Length == 0
            ? "a path goes from the scenario to a fact, such as `agreement.form`; of the elements of a list, a quantifier speaks: { "
                + "\"some\": \"parties\", \"where\": { … } }"
            : $"for some of the elements, write {{ \"some\": \"{list}\", \"where\": {element} }}; for all of them, {{ \"every\": "
                + $"\"{list}\", \"satisfy\": {element} }}";
    }

    private static string WithoutElements(string path) =>
        string.Join('.', Elements().Replace(path, ".").Split('.', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    [GeneratedRegex(@"\[[^\]]*\]?|\]|\*", RegexOptions.CultureInvariant)]
    private static partial Regex Elements();

    private static IEnumerable<Cure?> OperatorMeant(JsonMember member, string? fact, string? meant, JsonObject? test)
    {
        if (meant == "known" && BorrowedWords.MeansUnknown(member.Name))
        {
            yield return Cure.Replace(TextEdit.Whole(member),
                $"\"known\": {(member.Value is JsonBoolean { Value: false } ? "true" : "false")}");
        }
        else if (meant is null && fact is not null && test is { Members.Count: 1 } && ValueText.NameBefore(test.Span) is var name
            && name != test.Span)
        {
            var whole = name with { Length = test.Span.End - name.Start };
            yield return BorrowedWords.MeansCount(member.Name)
                ? Cure.Replace(
                    whole,
                    $"\"count\": \"{fact}\", " + (member.Value is JsonObject { Members: var compared }
                        ? Excerpt.Whole.Quote(compared)
                        : $"\"is\": {Excerpt.Whole.Quote(member.Value)}")
                )
                : Cure.Replace(whole, $"\"{fact}.{member.Name}\": {Excerpt.Whole.Quote(member.Value)}");
        }
        else if (meant is not null)
        {
            yield return Cure.Rename(member.NameSpan, meant);
            yield return member.Value is JsonObject && OperatorOfDates.Of(meant) is { } twin ? Cure.Rename(member.NameSpan, twin) : null;
        }
    }

    private static Cure? TwoComparisons(JsonMember first, JsonMember second, JsonObject condition)
    {
        var rest = condition.Members.Where(member => member != first && member != second).ToList();
        return (first.Name, second.Name) switch
        {
            ("atLeast", "atMost") =>
                Cure.Of(TextEdit.Remove(second),
                new TextEdit(TextEdit.Whole(first),
                $"\"between\": [{Excerpt.Whole.Quote(first.Value)}, {Excerpt.Whole.Quote(second.Value)}]")),
            ("atMost", "atLeast") =>
                Cure.Of(TextEdit.Remove(second),
                new TextEdit(TextEdit.Whole(first),
                $"\"between\": [{Excerpt.Whole.Quote(second.Value)}, {Excerpt.Whole.Quote(first.Value)}]")),
            _ => Cure.Replace(condition.Span,
                $"{{ \"all\": [ {{ {Excerpt.Whole.Quote([.. rest, first])} }}, {{ {Excerpt.Whole.Quote([.. rest, second])} }} ] }}"),
        };
    }

    private static Cure? IntoValue(JsonMember arithmetic, JsonMember compared, JsonObject condition)
    {
        if (compared is { Name: "value", Value: JsonObject operand })
        {
            return operand.Find(arithmetic.Name) is null
                ? Cure.Of(TextEdit.Remove(arithmetic), TextEdit.Append(operand, Excerpt.Whole.Quote(arithmetic))) : null;
        }

        var inside = condition.Members.Where(member => !Operators.IsOperator(member.Name)).ToList();
        return compared.Name == "share" ? Cure.Remove(arithmetic)
            : Cure.Replace(condition.Span,
                $"{{ \"value\": {{ {Excerpt.Whole.Quote(inside)} }}, {Excerpt.Whole.Quote(condition.Members.Except(inside))} }}");
    }

    private static string Counted(int items) => items == 0 ? "an empty list" : items == 1 ? "a list of one" : $"a list of {items}";
}
