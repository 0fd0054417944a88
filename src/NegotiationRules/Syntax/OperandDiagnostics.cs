using System.Globalization;
using NegotiationRules.Text;
using static NegotiationRules.Syntax.SyntaxDiagnostics;

namespace NegotiationRules.Syntax;

/// <summary>What can be wrong with operands, functions and choices: NR1071 to NR1077 and NR1086 to NR1095.</summary>
internal static class OperandDiagnostics
{
    public static void QuantityExpected(this SyntaxDiagnostics diagnostics, JsonValue value, string name)
    {
        var isPath = value is JsonText { Value: [>= 'A', ..] path } && path.All(c => char.IsLetterOrDigit(c) || c == '.');
        diagnostics.Error(
            "NR1265",
            SyntaxDiagnostics.Opening(value),
            $"the quantity `{name}` must be worked out of something, but this is {value.Kind}",
            value switch
            {
                JsonText when isPath => $"for a fact, write {{ \"fact\": {Excerpt.Of(value)} }}; what is always the same stands under "
                    + "`parameters`",
                JsonText => "write an object, such as { \"sum\": \"parties.population\" }; what is always the same stands under "
                    + "`parameters`",
                JsonNull or JsonArray => "write an object, such as { \"sum\": \"parties.population\" }",
                _ => $"what is always the same stands under `parameters`, \"{name}\": {Excerpt.Of(value)}, and is used as "
                    + $"{{ \"parameter\": \"{name}\" }}",
            },
            isPath ? Cure.Replace(value.Span, $"{{ \"fact\": {value.Span.Characters} }}") : null);
    }

    public static void OperandWithoutForm(this SyntaxDiagnostics diagnostics, JsonObject operand) =>
        diagnostics.Error("NR1071", Opening(operand), "this value does not say what it is",
            $"begin with {string.Join(", ", from form in OperandForms.Table where form.Form != OperandForm.Value select Begun(form))} or a "
                + "function; a literal is written without braces");

    private static string Begun(OperandRow form) =>
        $"{{ \"{form.Keyword}\": {(
            form.Takes is MemberShape.Condition ? "{ … }" : form.Takes is MemberShape.Operands ? "[ … ]" : "\"…\"")} }}";

    public static void TwoOperandForms(this SyntaxDiagnostics diagnostics, JsonMember first, JsonMember second) =>
        diagnostics.Error("NR1072", second.NameSpan, $"`{first.Name}` and `{second.Name}` cannot stand in one value",
            $"keep one of them; to add them up, write {{ {Excerpt.Of(first)}, \"plus\": {{ {Excerpt.Of(second)} }} }}",
            Cure.Remove(second), Cure.Remove(first));

    public static void UnknownOperandKey(
        this SyntaxDiagnostics diagnostics, JsonMember member, string? meant, JsonObject operand, IEnumerable<string> known) =>
        diagnostics.Error("NR1073", member.NameSpan, $"a value has no key `{member.Name}`", meant is not null ? $"did you mean `{meant}`?"
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

    public static void OperationFirst(this SyntaxDiagnostics diagnostics, JsonObject operand, string meant) =>
        diagnostics.Error("NR1073", operand.Members[0].NameSpan,
            $"`{operand.Members[0].Name}` stands first, and here the value that is reckoned with does",
            $"write {meant}", Cure.Replace(operand.Span, meant));

    public static void FunctionBesideValue(
        this SyntaxDiagnostics diagnostics, JsonMember member, JsonMember form, string function, JsonObject operand)
    {
        var (shown, written) = Excerpt.Both(excerpt =>
            $"{{ \"{function}\": [ {{ {excerpt.Quote(form)} }}, {excerpt.Quote(member.Value)} ] }}");
        diagnostics.Error("NR1073", member.NameSpan, $"a value has no key `{member.Name}`",
            $"`{function}` is a function of two values: {shown}",
            operand.Members.Count == 2 ? Cure.Replace(operand.Span, written) : null);
    }

    public static void ConditionInOperand(this SyntaxDiagnostics diagnostics, JsonMember member) =>
        diagnostics.Error("NR1074", member.NameSpan, $"`{member.Name}` makes a condition, but here stands a value",
            Operators.IsOperator(member.Name) ? "leave the comparison out here: a value is compared by the condition around it"
                : member is { Name: "share", Value: JsonArray { Items.Count: 2 } two }
                    ? $"a share is compared where it stands: {{ \"share\": {Excerpt.Of(two)}, \"atLeast\": \"2/3\" }}; "
                        + $"as a number in floating point it is {{ \"quotient\": {Excerpt.Of(two)} }}"
                : member.Name == "share" ? "a share can only be compared: { \"share\": \"…\", \"where\": { … }, \"atLeast\": \"2/3\" }"
                : "a condition has no value to compare with; join conditions with `all` or `any`");

    public static void KeyBesideOperand(this SyntaxDiagnostics diagnostics, JsonMember member, JsonMember form)
    {
        var belongs = $"`{member.Name}` belongs to {Spelling.List(OperandForms.With(member.Name), "and")}";
        diagnostics.Error("NR1075", member.NameSpan, $"`{member.Name}` cannot stand beside `{form.Name}`", member.Name switch
        {
            "then" or "else" => "`then` and `else` belong to `if`",
            "of" when form.Name == "count" => $"elements are counted one by one; {belongs}",
            "as" or "where" => $"`{form.Name}` goes through no list; {belongs}",
            _ => belongs,
        });
    }

    public static void BranchMissing(this SyntaxDiagnostics diagnostics, JsonMember form, string key) =>
        diagnostics.Error("NR1086", form.NameSpan, $"`if` needs `{key}`",
            $"say which value is taken: {{ \"if\": {Excerpt.Of(form.Value)}, \"then\": …, \"else\": … }}");

    public static void WrongNumberOfArguments(this SyntaxDiagnostics diagnostics, JsonMember form, OperandFunction function, int found)
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
        diagnostics.Error("NR1087", form.NameSpan,
            $"`{form.Name}` takes {needed}, but here {(found == 0 ? "is none" : found == 1 ? "is one" : $"are {found}")}",
            $"write \"{form.Name}\": {row.Example}");
    }

    public static void FunctionInCondition(
        this SyntaxDiagnostics diagnostics, JsonMember function, JsonObject condition, IEnumerable<JsonMember> functionMembers,
        IEnumerable<JsonMember> comparisons) =>
        diagnostics.Error("NR1088", function.NameSpan, $"`{function.Name}` makes a value, but here stands a condition",
            $"compare the value: {{ \"value\": {{ {Excerpt.Of(functionMembers)} }}, {Excerpt.Of(comparisons)} }}",
            Cure.Replace(condition.Span,
                $"{{ \"value\": {{ {Excerpt.Whole.Quote(functionMembers)} }}, {Excerpt.Whole.Quote(comparisons)} }}"));

    public static void PathWhereOperand(this SyntaxDiagnostics diagnostics, JsonMember form, JsonText path) =>
        diagnostics.Error("NR1089", path.Span, $"`of` says what is worked out for each element, but this is text",
            form.Value is JsonText list
            ? $"write \"{form.Name}\": \"{list.Value}.{path.Value}\", or \"of\": {{ \"fact\": \"{path.Value}\" }}"
            : $"write \"of\": {{ \"fact\": \"{path.Value}\" }}",
            Cure.Replace(path.Span, $"{{ \"fact\": {path.Span.Characters} }}"));

    public static void SelectionKeyInOperand(this SyntaxDiagnostics diagnostics, JsonMember member) =>
        diagnostics.Error("NR1075", member.NameSpan, $"`{member.Name}` belongs to a list, and this is a value",
            $"put it into the list that the value goes through: {{ \"count\": {{ \"list\": \"parties\", {Excerpt.Of(member)} }} }}");

    public static void TableExpected(this SyntaxDiagnostics diagnostics, JsonValue found) =>
        diagnostics.Error("NR1266", Opening(found), found is JsonObject ? "this table has no values"
            : $"`from` must be an object of values by days, but this is {found.Kind}",
            "write the day from which each value is in force: \"from\": { \"1945-10-24\": 7, \"1965-08-31\": 9 }");

    public static void NoDayOfTable(this SyntaxDiagnostics diagnostics, JsonMember member)
    {
        var first = DateOnly.TryParseExact(member.Name, ["yyyy-MM", "yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
        diagnostics.Error("NR1267", member.NameSpan, $"`{member.Name}` is no day from which a value could be in force",
            first is not null ? $"write its first day: \"{first}\"" : "write a day, such as \"1965-08-31\"",
            Cure.Rename(member.NameSpan, first));
    }

    public static void DaysOutOfOrder(this SyntaxDiagnostics diagnostics, JsonObject table, Name late, Name early)
    {
        var isSame = late.Text == early.Text;
        diagnostics.Error("NR1268", late.Span,
            isSame ? $"`{late.Text}` is there twice" : $"`{late.Text}` comes before `{early.Text}`, and stands behind it",
            isSame ? "keep one of them" : "write the days from the earliest to the latest",
            isSame ? null : Cure.Replace(table.Span, $"{{ {string.Join(", ", InOrder(table))} }}"));
    }

    private static IEnumerable<string> InOrder(JsonObject table) =>
        table.Members.OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => TextEdit.Whole(member).Characters.ToString());

    public static void UnknownMove(this SyntaxDiagnostics diagnostics, JsonValue found, string? meant) =>
        diagnostics.Error("NR1076", Opening(found),
            found is JsonText text ? $"`to` cannot move a date to `{text.Value}`" : $"`to` must be text, but this is {found.Kind}",
            meant is not null ? $"did you mean `{meant}`?" : $"write {Spelling.List(CalendarMoves.Names)}",
            [.. (meant is null ? CalendarMoves.Names : [meant]).Select(move => Cure.Replace(found.Span, JsonPrinter.Quote(move)))]);

    public static void NumberExpected(this SyntaxDiagnostics diagnostics, JsonValue found, string key) =>
        diagnostics.Error(
            "NR1077",
            Opening(found),
            $"`{key}` must be a number or a parameter here, but this is {found.Kind}",
            found is JsonText { Value: var text } && int.TryParse(text, out _)
                ? $"write it without quotes: {text}"
                : $"write \"{key}\": 2 or \"{key}\": {{ \"parameter\": \"…\" }}",
            found is JsonText { Value: var digits } && int.TryParse(digits, out var number)
                ? Cure.Replace(found.Span, number.ToString(CultureInfo.InvariantCulture)) : null);
}
