using System.Globalization;
using System.Text.RegularExpressions;
using NegotiationRules.Text;

namespace NegotiationRules.Syntax;

/// <summary>Says a comparison that somebody wrote as a line of code in the way conditions are written, for the help.</summary>
internal static partial class CodeInText
{
    /// <summary>The condition; <see langword="null"/> if the text is more than plain comparisons joined by all <c>and</c> or all <c>or</c>.</summary>
    /// <param name="code">The text.</param>
    /// <param name="isParameter">Whether a parameter is called so, as far as that is known.</param>
    public static string? Translate(string code, Func<string, bool> isParameter)
    {
        var parts = Joint().Split(code);
        var joints = Joint().Matches(code).Select(joint => joint.Value.Trim().ToUpperInvariant() is "&&" or "AND" ? "all" : "any").Distinct().ToList();
        if (joints.Count > 1)
        {
            return null;
        }

        var conditions = parts.Select(part => Comparison(part, isParameter)).ToList();
        return conditions.Contains(null) ? null : conditions.Count == 1 ? conditions[0] : $"{{ \"{joints[0]}\": [ {string.Join(", ", conditions)} ] }}";
    }

    /// <summary>Whether the text is code, even if it cannot be translated.</summary>
    public static bool IsMeant(string text) => Symbol().IsMatch(text);

    private static string? Comparison(string code, Func<string, bool> isParameter)
    {
        if (Compared().Match(code) is not { Success: true } found || BorrowedWords.Operator(found.Groups[2].Value) is not { } comparison)
        {
            return null;
        }

        var (left, right) = (found.Groups[1].Value, found.Groups[3].Value);
        if (Literal(right) is { } literal)
        {
            comparison = literal[0] == '"' ? OperatorOfDates.InsteadOf(comparison, new JsonText(default, literal[1..^1])) : comparison;
            return isParameter(left) ? $"{{ \"value\": {{ \"parameter\": \"{left}\" }}, \"{comparison}\": {literal} }}"
                : $"{{ \"{left}\": {{ \"{comparison}\": {literal} }} }}";
        }

        // What can be more or less than something is no text, so a bare word there is a name; beside `==` it may be a text without its
        // quotes.
        var isName = right.Contains('.') || comparison is not ("is" or "isNot");
        return (isParameter(left), isParameter(right)) switch
        {
            (true, true) => $"{{ \"value\": {{ \"parameter\": \"{left}\" }}, \"{comparison}\": {{ \"parameter\": \"{right}\" }} }}",
            (true, false) => $"{{ \"{right}\": {{ \"{OperatorOfDates.Mirrored(comparison)}\": {{ \"parameter\": \"{left}\" }} }} }}",
            (false, true) => $"{{ \"{left}\": {{ \"{comparison}\": {{ \"parameter\": \"{right}\" }} }} }}",
            _ => $"{{ \"{left}\": {{ \"{comparison}\": {(isName ? $"{{ \"fact\": \"{right}\" }}" : JsonPrinter.Quote(right))} }} }}",
        };
    }

    // A number, a truth, a text in quotes, a day or a duration; a name is none of these.
    private static string? Literal(string code) =>
        code is "true" or "false" || JsonNumberSpelling.IsGood(code) ? code
        : code[0] is '"' or '\'' ? JsonPrinter.Quote(code[1..^1])
        : TimeWithoutQuotes().IsMatch(code) ? $"\"{code}\""
        : decimal.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
        : null;

    [GeneratedRegex(@"\s*(?:&&|\|\|)\s*|\s+(?:and|or)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"==|!=|<|>|&&|\|\|", RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();

    [GeneratedRegex(@"^([0-9]{4}-[0-9]{2}(-[0-9]{2})?|P(?=[0-9T])[0-9YMWDTHS]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex TimeWithoutQuotes();

    [GeneratedRegex(@"^\s*([\p{L}_][\p{L}\p{Nd}_.\-]*)\s*(==?=?|!==?|<>|>=|<=|>|<)\s*(""[^""]*""|'[^']*'|[^\s""'()]+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();
}
