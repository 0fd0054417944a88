using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Says a rule of JsonLogic, <c>{ "==": [ { "var": "gold" }, 5 ] }</c>, in the way conditions are written, for the help.</summary>
internal static class JsonLogic
{
    private static readonly string[] Operators = ["==", "===", "!=", "!==", "<", "<=", ">", ">=", "and", "or", "!", "!!", "in", "if", "all",
        "some", "none", "var"];

    /// <summary>Whether a condition is JsonLogic: a list of arguments under one of its operators, with a variable somewhere among
    /// them.</summary>
    public static bool IsMeant(JsonObject condition) =>
        condition.AsSpan() is [var only] && IsOperator(only.Name) && (only.Name, only.Value) switch
    {
        ("var", _) => false,

        // These are words of ours too, and a fact may be called `var`.
        ("all" or "some" or "none", JsonArray { Items: [var list, JsonObject each] }) => HasVariable(list) && IsMeant(each),
        ("all" or "some" or "none", _) => false,
        (_, JsonArray or JsonObject) => HasVariable(only.Value),
        _ => false,
    };

    /// <summary>The condition; <see langword="null"/> where it takes more than another spelling.</summary>
    public static string? Condition(JsonValue rule)
    {
        if (rule is not JsonObject { Members: [var only] })
        {
            return null;
        }

        IReadOnlyList<JsonValue> arguments = only.Value is JsonArray list ? list.Items : [only.Value];
        return (only.Name, arguments) switch
        {
            ("var", _) => Path(rule) is { } path ? $"{{ {path}: true }}" : null,
            ("and", _) => Composition("all", arguments),
            ("or", _) => Composition("any", arguments),
            ("!", [var inner]) => Path(inner) is { } fact ? $"{{ {fact}: false }}" : Condition(inner) is { } negated
                ? $"{{ \"not\": {negated} }}" : null,
            ("!!", [var inner]) => Condition(inner),
            ("if", [var when, var then, var otherwise]) => (Condition(when), Condition(then), Condition(otherwise)) is ({ } a, { } b, { } c)
                ? $"{{ \"any\": [ {{ \"all\": [ {a}, {b} ] }}, {{ \"all\": [ {{ \"not\": {a} }}, {c} ] }} ] }}" : null,
            ("all", [var of, var each]) => Path(of) is { } every && Condition(each) is { } satisfied
                ? $"{{ \"every\": {every}, \"satisfy\": {satisfied} }}" : null,
            ("some", [var of, var each]) => Path(of) is { } some && Condition(each) is { } met ? $"{{ \"some\": {some}, \"where\": {met} }}"
                : null,
            ("none", [var of, var each]) => Path(of) is { } no && Condition(each) is { } excluded
                ? $"{{ \"no\": {no}, \"where\": {excluded} }}" : null,
            ("in", [var piece, JsonArray among]) => Path(piece) is { } one && among.Items.All(IsLiteral)
                ? $"{{ {one}: {{ \"in\": {Written(among)} }} }}" : null,
            ("in", [var piece, var whole]) => Path(whole) is { } text && Operand(piece) is { } part
                ? $"{{ {text}: {{ \"contains\": {part} }} }}" : null,
            ("<" or "<=", [var from, var middle, var to]) => Between(only.Name, from, middle, to),
            (_, [var left, var right]) when BorrowedWords.Operator(only.Name) is { } comparison
                && only.Name is not ("in" or "all" or "some" or "none") => Comparison(left, comparison, right),
            _ => null,
        };
    }

    private static string? Comparison(JsonValue left, string comparison, JsonValue right)
    {
        if (right is JsonNull or JsonObject { Members: [] })
        {
            return Path(left) is { } fact && comparison is "is" or "isNot"
                ? $"{{ {Path(left)}: {{ \"known\": {(comparison == "is" ? "false" : "true")} }} }}" : null;
        }

        if (Path(left) is null && Path(right) is not null)
        {
            return Comparison(right, OperatorOfDates.Mirrored(comparison), left);
        }

        comparison = OperatorOfDates.InsteadOf(comparison, right);
        return Operand(right) is not { } operand ? null
            : Path(left) is { } path ? $"{{ {path}: {{ \"{comparison}\": {operand} }} }}"
            : Operand(left) is { } value ? $"{{ \"value\": {value}, \"{comparison}\": {operand} }}"
            : null;
    }

    private static string? Between(string comparison, JsonValue from, JsonValue middle, JsonValue to) =>
        Path(middle) is not { } path || Operand(from) is not { } low || Operand(to) is not { } high ? null
        : comparison == "<=" ? $"{{ {path}: {{ \"between\": [{low}, {high}] }} }}"
        : $"{{ {path}: {{ \"{OperatorOfDates.InsteadOf("moreThan", from)}\": {low}, \"{OperatorOfDates.InsteadOf("lessThan", to)}\": {high} }} }}";

    private static string? Composition(string form, IReadOnlyList<JsonValue> parts)
    {
        var conditions = parts.Select(Condition).ToList();
        return conditions.Count == 0 || conditions.Contains(null) ? null : $"{{ \"{form}\": [ {string.Join(", ", conditions)} ] }}";
    }

    private static string? Operand(JsonValue value)
    {
        if (IsLiteral(value))
        {
            return Written(value);
        }

        if (Path(value) is { } path)
        {
            return $"{{ \"fact\": {path} }}";
        }

        return value is JsonObject { Members: [{ Value: JsonArray { Items: [var left, var right] } } arithmetic] }
            && Operand(left) is { } first && Operand(right) is { } second
            ? arithmetic.Name switch
            {
                "+" => $"{{ \"value\": {first}, \"plus\": {second} }}",
                "-" => $"{{ \"value\": {first}, \"minus\": {second} }}",
                "*" => $"{{ \"value\": {first}, \"times\": {second} }}",
                "/" => $"{{ \"quotient\": [{first}, {second}] }}",
                "%" => $"{{ \"remainder\": [{first}, {second}] }}",
                "min" => $"{{ \"least\": [{first}, {second}] }}",
                "max" => $"{{ \"greatest\": [{first}, {second}] }}",
                _ => null,
            }
            : null;
    }

    // The path of a variable, in quotes; an element as a whole, `""`, needs a name that JsonLogic does not have.
    private static string? Path(JsonValue value) =>
        value is JsonObject { Members: [{ Name: "var", Value: var named }] }
        && (named is JsonArray { Items: [var first, ..] } ? first : named) is JsonText { Value.Length: > 0 } path
            ? Written(path)
            : null;

    private static bool HasVariable(JsonValue value) => value switch
    {
        JsonObject { Members: [{ Name: "var", Value: JsonText or JsonArray or JsonNumber }] } => true,
        JsonObject { Members: [{ } only] } when IsOperator(only.Name) || only.Name is "+" or "-" or "*" or "/" or "%" or "min" or "max" =>
            HasVariable(only.Value),
        JsonArray list => list.Items.Any(HasVariable),
        _ => false,
    };

    private static bool IsOperator(string name) => Operators.AsSpan().Contains(name);

    private static bool IsLiteral(JsonValue value) => value is JsonText or JsonNumber or JsonBoolean;

    private static string Written(JsonValue value) => value.Span.Characters.ToString();
}
