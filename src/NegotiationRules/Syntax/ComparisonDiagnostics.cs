using NegotiationRules.Text;
using static NegotiationRules.Syntax.SyntaxDiagnostics;

namespace NegotiationRules.Syntax;

/// <summary>What can be wrong with operators and what they compare: NR1060 to NR1070.</summary>
internal static class ComparisonDiagnostics
{
    public static void UnknownOperator(
        this SyntaxDiagnostics diagnostics, JsonMember member, string? fact, string? meant, JsonObject? test = null) =>
        diagnostics.Error("NR1060", member.NameSpan, $"there is no operator `{member.Name}`",
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
            [.. OperatorMeant(member, fact, meant, test)]);

    public static void NegatedOperator(this SyntaxDiagnostics diagnostics, JsonMember not, JsonMember negated, string meant) =>
        diagnostics.Error("NR1060", not.NameSpan, "there is no operator `not`", $"write \"{meant}\": {Excerpt.Of(negated.Value)}",
            Cure.Replace(TextEdit.Whole(not), $"\"{meant}\": {Excerpt.Whole.Quote(negated.Value)}"));

    /// <param name="diagnostics">Receives it.</param>
    /// <param name="member">The word that is written.</param>
    /// <param name="fact">What is tested.</param>
    /// <param name="denied">The operator of which it says the opposite.</param>
    /// <param name="of">What that compares with.</param>
    /// <param name="test">All comparisons of the fact.</param>
    public static void DeniedOperator(
        this SyntaxDiagnostics diagnostics, JsonMember member, string fact, string denied, JsonValue of, JsonObject test)
    {
        var known = denied == "known" ? $"\"known\": {(of is JsonBoolean { Value: false } ? "true" : "false")}" : null;
        var (shown, written) = Excerpt.Both(excerpt => $"\"not\": {{ \"{fact}\": {{ \"{denied}\": {excerpt.Quote(of)} }} }}");
        diagnostics.Error("NR1060", member.NameSpan, $"there is no operator `{member.Name}`",
            $"write {known ?? $"{{ {shown} }}"}",
            known is not null ? Cure.Replace(TextEdit.Whole(member), known) : InsteadOf(test, written));
    }

    public static void DeniedComparison(
        this SyntaxDiagnostics diagnostics, JsonMember member, string denied, JsonObject condition)
    {
        List<JsonMember> rest = [.. condition.Members.Where(other => other != member)];
        var (shown, written) = Excerpt.Both(excerpt =>
            $"{{ \"not\": {{ {excerpt.Quote(rest)}, \"{denied}\": {excerpt.Quote(member.Value)} }} }}");
        diagnostics.Error("NR1060", member.NameSpan, $"there is no operator `{member.Name}`", $"write {shown}",
            Cure.Replace(condition.Span, written));
    }

    // Where nothing stands beside the test of the fact.
    private static Cure? InsteadOf(JsonObject test, string written)
    {
        if (test is not { Members.Count: 1, Span.Source.Text: var text })
        {
            return null;
        }

        var name = ValueText.NameBefore(test.Span);
        var isAlone = name != test.Span && text.AsSpan(0, name.Start).TrimEnd() is [.., '{']
            && text.AsSpan(test.Span.End).TrimStart() is ['}', ..];
        return isAlone ? Cure.Replace(name with { Length = test.Span.End - name.Start }, written) : null;
    }

    public static void NoOperator(this SyntaxDiagnostics diagnostics, JsonMember compared, string example) =>
        diagnostics.Error("NR1061", compared.NameSpan, $"`{compared.Name}` is compared with nothing", $"add an operator: {example}");

    public static void TwoOperators(
        this SyntaxDiagnostics diagnostics, JsonMember compared, JsonMember first, JsonMember second, JsonObject condition) =>
        diagnostics.Error("NR1062", second.NameSpan, $"`{compared.Name}` takes one comparison, and `{first.Name}` is there already",
            (first.Name, second.Name) switch
            {
                ("atLeast", "atMost") => $"write \"between\": [{Excerpt.Of(first.Value)}, {Excerpt.Of(second.Value)}]",
                ("atMost", "atLeast") => $"write \"between\": [{Excerpt.Of(second.Value)}, {Excerpt.Of(first.Value)}]",
                _ =>
                    $"make two conditions of it: {{ \"all\": [ {{ {Excerpt.Of(compared)}, {Excerpt.Of(first)} }}, {{ "
                        + $"{Excerpt.Of(compared)}, {Excerpt.Of(second)} }} ] }}",
            },
            TwoComparisons(first, second, condition));

    public static void ArithmeticInCondition(
        this SyntaxDiagnostics diagnostics, JsonMember arithmetic, JsonMember compared, JsonObject condition) =>
        diagnostics.Error("NR1063", arithmetic.NameSpan, $"`{arithmetic.Name}` cannot stand beside `{compared.Name}` in a condition",
            compared switch
            {
                { Name: "value", Value: JsonObject { Members: var members } } =>
                    $"put it inside the operand: {{ \"value\": {{ {Excerpt.Of(members)}, {Excerpt.Of(arithmetic)} }}, … }}",
                { Name: "value" } => $"put it inside: {{ \"value\": {{ {Excerpt.Of(compared)}, {Excerpt.Of(arithmetic)} }}, … }}",
                { Name: "share" } => $"a share is compared as it is: leave `{arithmetic.Name}` out",
                _ => $"make a value of it: {{ \"value\": {{ {Excerpt.Of(compared)}, {Excerpt.Of(arithmetic)} }}, … }}",
            },
            IntoValue(arithmetic, compared, condition));

    public static void ListAsFactValue(this SyntaxDiagnostics diagnostics, JsonMember fact) =>
        diagnostics.Error("NR1064", Opening(fact.Value), $"the fact `{fact.Name}` cannot be compared with a list just so",
            $"to demand one of these values, write {{ \"{fact.Name}\": {{ \"in\": {Excerpt.Of(fact.Value)} }} }}",
            fact.Value is JsonArray { Items.Count: > 0 } ? Cure.Replace(fact.Value.Span, $"{{ \"in\": {Excerpt.Whole.Quote(fact.Value)} }}")
                : null);

    public static void NullOperand(this SyntaxDiagnostics diagnostics, JsonNull found, string key, string? fact) =>
        diagnostics.Error("NR1065", found.Span, "`null` is no value: there is nothing to compare or to compute with", fact is null
            ? "write a value; to demand that a fact is unknown, write { \"FACT\": { \"known\": false } }"
            : key is "isNot" or "notIn"
            ? $"to demand that the fact is stated, write {{ \"{fact}\": {{ \"known\": true }} }}"
            : $"to demand that the fact is unknown, write {{ \"{fact}\": {{ \"known\": false }} }}", fact is null ? null
            : key == fact ? Cure.Replace(found.Span, "{ \"known\": false }")
            : key is "is" or "isNot" && ValueText.NameBefore(found.Span) is var name && name != found.Span
                ? Cure.Replace(name with { Length = found.Span.End - name.Start }, $"\"known\": {(key == "is" ? "false" : "true")}")
            : null);

    public static void KnownTakesBoolean(this SyntaxDiagnostics diagnostics, JsonValue found) =>
        diagnostics.Error("NR1066", Opening(found), $"`known` must be `true` or `false`, but this is {found.Kind}",
            "write \"known\": true if the fact must be stated, \"known\": false if it must not",
            Cure.Replace(found.Span, "true"), Cure.Replace(found.Span, "false"));

    public static void BetweenTakesTwo(this SyntaxDiagnostics diagnostics, JsonValue found) =>
        diagnostics.Error("NR1067", Opening(found),
            $"`between` must be a list of two values, but this is {(found is JsonArray list ? Counted(list.Items.Count) : found.Kind)}",
            "write \"between\": [from, to]; both ends are included");

    public static void ListExpected(this SyntaxDiagnostics diagnostics, JsonValue found, string comparison) =>
        diagnostics.Error("NR1068", found.Span, $"`{comparison}` must be a list of values, but this is {found.Kind}",
            $"write \"{comparison}\": [{Excerpt.Of(found)}]{(Operators.Find(comparison)?.OfOne is { } one
                ? $", or \"{Operators.NameOf(one)}\": {Excerpt.Of(found)}" : string.Empty)}",
            Cure.Replace(found.Span, $"[{found.Span.Characters}]"));

    private const string BesideEachOther = "lists cannot stand inside this list: write the values side by side";

    public static void OneValueExpected(this SyntaxDiagnostics diagnostics, JsonArray found, string key)
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
        diagnostics.Error("NR1069", Opening(found), $"`{key}` must be one value, but this is a list", help,
            found.Items.Count > 0 ? cure : null);
    }

    public static void OperandWithoutOperator(this SyntaxDiagnostics diagnostics, JsonMember fact) =>
        diagnostics.Error("NR1070", Opening(fact.Value), $"the test of the fact `{fact.Name}` has a value but no operator",
            $"say how they compare: {{ \"{fact.Name}\": {{ \"is\": {Excerpt.Of(fact.Value)} }} }}",
            Cure.Replace(fact.Value.Span, $"{{ \"is\": {Excerpt.Whole.Quote(fact.Value)} }}"));

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
