using System.Globalization;
using System.Text.RegularExpressions;

namespace NegotiationRules.Syntax;

/// <summary>Says a comparison that somebody wrote as a line of code in the way conditions are written, for the help.</summary>
internal static partial class CodeInText
{
    /// <summary>The condition; <see langword="null"/> if the text is more than plain comparisons joined by all <c>and</c> or all <c>or</c>.</summary>
    public static string? Translate(string code)
    {
        var parts = Joint().Split(code);
        var joints = Joint().Matches(code).Select(joint => joint.Value.Trim().ToUpperInvariant() is "&&" or "AND" ? "all" : "any").Distinct().ToList();
        if (joints.Count > 1)
        {
            return null;
        }

        var conditions = parts.Select(Comparison).ToList();
        return conditions.Contains(null) ? null : conditions.Count == 1 ? conditions[0] : $"{{ \"{joints[0]}\": [ {string.Join(", ", conditions)} ] }}";
    }

    /// <summary>Whether the text is code, even if it cannot be translated.</summary>
    public static bool IsMeant(string text) => Symbol().IsMatch(text);

    private static string? Comparison(string code) =>
        Compared().Match(code) is { Success: true } found && BorrowedWords.Operator(found.Groups[2].Value) is { } comparison
            ? $"{{ \"{found.Groups[1].Value}\": {{ \"{comparison}\": {Literal(found.Groups[3].Value)} }} }}"
            : null;

    private static string Literal(string code) =>
        code is "true" or "false" || decimal.TryParse(code, CultureInfo.InvariantCulture, out _) ? code : $"\"{code.Trim('"', '\'')}\"";

    [GeneratedRegex(@"\s*(?:&&|\|\|)\s*|\s+(?:and|or)\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Joint();

    [GeneratedRegex(@"==|!=|<|>|&&|\|\|", RegexOptions.CultureInvariant)]
    private static partial Regex Symbol();

    [GeneratedRegex(@"^\s*([\p{L}_][\p{L}\p{Nd}_.\-]*)\s*(==?=?|!==?|<>|>=|<=|>|<)\s*(""[^""]*""|'[^']*'|[^\s""'()]+)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Compared();
}
