using System.Globalization;
using System.Text.RegularExpressions;
using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Says a comparison that somebody wrote as a line of code in the way conditions are written, for the help.</summary>
/// <param name="parameter">The value of the parameter that is called so; <see langword="null"/> if there is none, as far as that is
/// known.</param>
/// <param name="forDates">Whether what is less or more is earlier or later, where two names are compared and the text does not
/// tell.</param>
internal sealed partial class CodeInText(Func<string, JsonValue?> parameter, bool forDates = false)
{
    /// <summary>The condition; <see langword="null"/> if the text is more than plain comparisons joined by all <c>and</c> or all
    /// <c>or</c>.</summary>
    public string? Translate(string code)
    {
        // The `and` of `between` joins no conditions.
        if (
            Between().Match(code) is { Success: true } between
            && Operand(between.Groups[2].Value, true) is { } from
            && Operand(between.Groups[3].Value, true) is { } to
        )
        {
            return $"{{ \"{between.Groups[1].Value}\": {{ \"between\": [{from}, {to}] }} }}";
        }

        var parts = Joint().Split(code);
        var joints = Joint()
            .Matches(code)
            .Select(joint => joint.Value.Trim().ToUpperInvariant() is "&&" or "AND" ? "all" : "any")
            .Distinct()
            .ToList();
        if (joints.Count > 1)
        {
            return null;
        }

        var conditions = parts.Select(part => Comparison(part) ?? Membership(part) ?? Truth(part, parts.Length > 1)).ToList();
        return conditions.Contains(null) ? null
            : conditions.Count == 1 ? conditions[0]
            : $"{{ \"{joints[0]}\": [ {string.Join(", ", conditions)} ] }}";
    }

    /// <summary>Whether the text is code, even if it cannot be translated.</summary>
    public static bool IsMeant(string text) => Symbol().IsMatch(text);

    private string? Comparison(string code)
    {
        if (Compared().Match(code) is not { Success: true } found || BorrowedWords.Operator(found.Groups[2].Value) is not { } comparison)
        {
            return null;
        }

        var (left, right) = (Name(found.Groups[1].Value), found.Groups[3].Value);
        if (right is "null" or "undefined" or "None" or "nil")
        {
            return comparison is "is" or "isNot" && parameter(left) is null
                ? $"{{ \"{left}\": {{ \"known\": {(comparison == "is" ? "false" : "true")} }} }}"
                : null;
        }

        if (Literal(right) is { } literal)
        {
            comparison = literal[0] == '"' ? OperatorOfDates.InsteadOf(comparison, new JsonText(default, literal[1..^1])) : comparison;
            return parameter(left) is not null
                ? $"{{ \"value\": {{ \"parameter\": \"{left}\" }}, \"{comparison}\": {literal} }}"
                : $"{{ \"{left}\": {{ \"{comparison}\": {literal} }} }}";
        }

        comparison = (parameter(left) ?? parameter(Name(right))) is { } value ? OperatorOfDates.InsteadOf(comparison, value)
            : forDates ? OperatorOfDates.Of(comparison) ?? comparison
            : comparison;
        var operand = Operand(right, comparison is not ("is" or "isNot"));
        return parameter(left) is null ? $"{{ \"{left}\": {{ \"{comparison}\": {operand} }} }}"
            : parameter(Name(right)) is not null ? $"{{ \"value\": {{ \"parameter\": \"{left}\" }}, \"{comparison}\": {operand} }}"
            : $"{{ \"{Name(right)}\": {{ \"{OperatorOfDates.Mirrored(comparison)}\": {{ \"parameter\": \"{left}\" }} }} }}";
    }

    private string? Membership(string code)
    {
        if (In().Match(code) is not { Success: true } found)
        {
            return null;
        }

        var (fact, list) = (Name(found.Groups[1].Value), found.Groups[3].Value);
        var values = list[0] is '[' or '(' ? list[1..^1].Split(',').Select(value => Literal(value.Trim())).ToList() : null;
        return values is null ? $"{{ \"{fact}\": {{ \"{(found.Groups[2].Success ? "notIn" : "in")}\": {Operand(list, true)} }} }}"
            : values.Contains(null) ? null
            : $"{{ \"{fact}\": {{ \"{(found.Groups[2].Success ? "notIn" : "in")}\": [{string.Join(", ", values)}] }} }}";
    }

    // A fact that must be true or false; alone, a word may as well be the name of a condition.
    private static string? Truth(string code, bool isOneOfSeveral) =>
        Asserted().Match(code) is { Success: true } found && (isOneOfSeveral || found.Groups[1].Success)
            ? $"{{ \"{found.Groups[2].Value}\": {(found.Groups[1].Success ? "false" : "true")} }}"
            : null;

    // What can be more or less than something is no text, so a bare word there is a name; beside `==` it may be a text without its quotes.
    private string Operand(string code, bool isName) =>
        Literal(code) ?? (parameter(Name(code)) is not null ? $"{{ \"parameter\": \"{Name(code)}\" }}"
            : isName || code.Contains('.') ? $"{{ \"fact\": \"{Name(code)}\" }}"
            : JsonPrinter.Quote(code));

    // As other systems mark names: `$years`, `@years`, `{years}`, `parameters.years`.
    private string Name(string code)
    {
        var name = code.Trim('$', '@', '{', '}');
        var last = name[(name.LastIndexOf('.') + 1)..];
        return name.StartsWith("param", StringComparison.OrdinalIgnoreCase) && name != last && parameter(last) is not null ? last : name;
    }

    // A number, a truth, a text in quotes, a day or a duration; a name is none of these.
    private static string? Literal(string code) =>
        code switch
        {
            "true" or "false" => code,
            "" => null,
            ['"' or '\'', .., '"' or '\''] => JsonPrinter.Quote(code[1..^1]),
            _ when JsonNumberSpelling.IsGood(code) => code,
            _ when TimeWithoutQuotes().IsMatch(code) => $"\"{code}\"",
            _ => decimal.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number.ToString(CultureInfo.InvariantCulture)
                : null,
        };

    [GeneratedRegex(@"\s*(?:&&|\|\|)\s*|\s+(?:and|or)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"==|!=|<|>|&&|\|\||\w\(", RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();

    [GeneratedRegex(@"^([0-9]{4}-[0-9]{2}(-[0-9]{2})?|P(?=[0-9T])[0-9YMWDTHS]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeWithoutQuotes();

    [GeneratedRegex(
        @"^\s*[$@{]?([\p{L}_][\p{L}\p{Nd}_.\-]*)\}?\s+between\s+(\S+)\s+and\s+(\S+)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Between();

    [GeneratedRegex(
        @"^\s*(!|not\s+)?([\p{L}_][\p{L}\p{Nd}_\-]*(?:\.[\p{L}\p{Nd}_\-]+)*)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Asserted();

    [GeneratedRegex(
        @"^\s*([$@{]?[\p{L}_][\p{L}\p{Nd}_.\-]*\}?)\s+(not\s+)?in\s+(\[[^\]]*\]|\([^)]*\)|[^\s""'()]+)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex In();

    [GeneratedRegex(
        @"^\s*([$@{]?[\p{L}_][\p{L}\p{Nd}_.\-]*(?<!-)\}?)\s*(==?=?|!==?|<>|>=|<=|>|<)\s*(""[^""]*""|'[^']*'|[^\s""'()]+)\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Compared();
}
