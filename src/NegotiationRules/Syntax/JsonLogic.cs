using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Says a rule of JsonLogic, <c>{ "==": [ { "var": "gold" }, 5 ] }</c>, in the way conditions are written, for the help.</summary>
internal static class JsonLogic
{
    private static readonly string[] Symbols = ["==", "===", "!=", "!==", "<", "<=", ">", ">=", "!", "!!"];
    private static readonly string[] Operators = ["and", "or", "in", "if", "all", "some", "none", "var", "missing", .. Symbols];
    private static readonly string[] Calculations =
    [
        "+", "-", "*", "/", "%", "min", "max", "cat", "substr", "map", "filter", "reduce", "merge", "missing_some",
        "log",
    ];

    /// <summary>Whether a condition has its operator first, as JsonLogic has it, and what is compared in a list behind it.</summary>
    public static bool IsMeant(JsonObject condition) => condition.AsSpan() is [var only] && (only.Name, only.Value) switch
    {
        ("var", JsonText path) => path.Value.Contains('.'),

        // These are words of ours too, and a fact may be called `var`.
        ("all" or "some" or "none", JsonArray { Items: [var list, JsonObject each] }) => HasVariable(list) && IsMeant(each),
        ("all" or "some" or "none" or "var", _) => false,
        ("if", JsonArray { Items.Count: 3 }) => true,
        ("missing", JsonArray { Items: { Count: > 0 } names }) => names.All(name => name is JsonText),
        (var name, JsonArray { Items.Count: > 0 }) when Symbols.AsSpan().Contains(name) => true,
        (var name, JsonArray { Items: [JsonObject { Members: [{ Name: "var" or "fact" }] }, _] }) => IsOperator(name)
            || BorrowedWords.MeansOperator(name),
        (var name, JsonArray or JsonObject) => IsOperator(name) && HasVariable(only.Value),
        _ => false,
    };

    /// <summary>The condition; <see langword="null"/> where it takes more than another spelling.</summary>
    /// <param name="rule">What is written.</param>
    /// <param name="forDates">Whether what is less or more is earlier or later, where two facts are compared and nothing tells.</param>
    public static string? Condition(JsonValue rule, bool forDates)
    {
        // Within one of its compositions a condition may be one of ours.
        if (rule is not JsonObject { Members: [var only, ..] members } || (members.Count == 1 && Calculations.AsSpan().Contains(only.Name)))
        {
            return null;
        }

        if (!IsMeant((JsonObject)rule) && only.Name != "var")
        {
            return Written(rule);
        }

        IReadOnlyList<JsonValue> arguments = only.Value is JsonArray list ? list.Items : [only.Value];
        return (only.Name, arguments) switch
        {
            ("var", _) => Path(rule) is { } path ? $"{{ {path}: true }}" : null,
            ("and", _) => Composition("all", arguments.Select(Inner)),
            ("or", _) => Composition("any", arguments.Select(Inner)),
            ("missing", _) => Composition("any", arguments.Select(name => $"{{ {Written(name)}: {{ \"known\": false }} }}")),
            ("!", [var inner]) => Path(inner) is { } fact ? $"{{ {fact}: false }}" : Not(Inner(inner)),
            ("!!", [var inner]) => Inner(inner),
            ("if", [var when, JsonBoolean { Value: true }, JsonBoolean { Value: false }]) => Inner(when),
            ("if", [var when, JsonBoolean { Value: false }, JsonBoolean { Value: true }]) => Not(Inner(when)),
            ("if", [var when, var then, var otherwise]) => Composition("any",
                [Composition("all", [Inner(when), Inner(then)]), Composition("all", [Not(Inner(when)), Inner(otherwise)])]),
            ("all", [var of, var each]) => Quantified("every", of, "satisfy", Inner(each)),
            ("some", [var of, var each]) => Quantified("some", of, "where", Inner(each)),
            ("none", [var of, var each]) => Quantified("no", of, "where", Inner(each)),
            ("in", [var piece, JsonArray among]) => Path(piece) is { } one && among.Items.All(IsLiteral)
                ? $"{{ {one}: {{ \"in\": {Written(among)} }} }}" : null,
            ("in", [var piece, var whole]) => Path(whole) is { } text && Operand(piece) is { } part
                ? $"{{ {text}: {{ \"contains\": {part} }} }}" : null,
            ("<" or "<=", [var from, var middle, var to]) => Between(only.Name, from, middle, to),
            (_, [var left, var right]) when BorrowedWords.Operator(only.Name) is { } comparison => Comparison(
                left, comparison, right, forDates
            ),
            _ => null,
        };

        string? Inner(JsonValue inner) => Condition(inner, forDates);
    }

    private static string? Not(string? condition) => condition is null ? null : $"{{ \"not\": {condition} }}";

    private static string? Quantified(string keyword, JsonValue list, string part, string? condition) =>
        Path(list) is { } path && condition is not null ? $"{{ \"{keyword}\": {path}, \"{part}\": {condition} }}" : null;

    private static string? Comparison(JsonValue left, string comparison, JsonValue right, bool forDates)
    {
        if (right is JsonNull)
        {
            return Path(left) is { } fact && comparison is "is" or "isNot"
                ? $"{{ {Path(left)}: {{ \"known\": {(comparison == "is" ? "false" : "true")} }} }}" : null;
        }

        // Two constants are compared for nobody.
        if (IsLiteral(left) && IsLiteral(right))
        {
            return null;
        }

        if (Path(left) is null && Path(right) is not null)
        {
            return Comparison(right, OperatorOfDates.Mirrored(comparison), left, forDates);
        }

        comparison =
            IsLiteral(right) ? OperatorOfDates.InsteadOf(comparison, right)
            : forDates ? OperatorOfDates.Of(comparison) ?? comparison
            : comparison;
        return Operand(right) is not { } operand ? null
            : Path(left) is { } path ? $"{{ {path}: {{ \"{comparison}\": {operand} }} }}"
            : Operand(left) is { } value ? $"{{ \"value\": {value}, \"{comparison}\": {operand} }}"
            : null;
    }

    private static string? Between(string comparison, JsonValue from, JsonValue middle, JsonValue to) =>
        Path(middle) is not { } path || Operand(from) is not { } low || Operand(to) is not { } high ? null
        : comparison == "<=" ? $"{{ {path}: {{ \"between\": [{low}, {high}] }} }}"
        : $"{{ {path}: {{ \"{OperatorOfDates.InsteadOf("moreThan", from)}\": {low}, \"{OperatorOfDates.InsteadOf("lessThan", to)}\": "
            + $"{high} }} }}";

    private static string? Composition(string form, IEnumerable<string?> parts)
    {
        var conditions = parts.ToList();
        return conditions.Count == 0 || conditions.Contains(null) ? null : $"{{ \"{form}\": [ {string.Join(", ", conditions)} ] }}";
    }

    /// <summary>Whether a value has its operation first, and what it is done with in a list behind it: <c>{ "+": [ 1, 2 ] }</c>.</summary>
    public static bool IsMeantAsValue(JsonObject operand) => operand.AsSpan() is [{ Value: JsonArray { Items.Count: 2 } } only]
        && (Calculations.AsSpan().Contains(only.Name) || ArithmeticOf(only.Name) is not null);

    /// <summary>A value in the way values are written; <see langword="null"/> where it takes more than another spelling.</summary>
    public static string? Operand(JsonValue value)
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
            ? (ArithmeticOf(arithmetic.Name) ?? arithmetic.Name) switch
            {
                "plus" or "minus" or "times" => $"{{ \"value\": {first}, \"{ArithmeticOf(arithmetic.Name)}\": {second} }}",
                "/" => $"{{ \"quotient\": [{first}, {second}] }}",
                "%" => $"{{ \"remainder\": [{first}, {second}] }}",
                "min" => $"{{ \"least\": [{first}, {second}] }}",
                "max" => $"{{ \"greatest\": [{first}, {second}] }}",
                _ => null,
            }
            : null;
    }

    private static string? ArithmeticOf(string name) => BorrowedWords.Operand(name, OperandForms.Arithmetic, isExact: true);

    // The path of a variable, in quotes; an element as a whole, `""`, needs a name that JsonLogic does not have.
    private static string? Path(JsonValue value) =>
        value is JsonObject { Members: [{ Name: "var" or "fact", Value: var named }] }
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
