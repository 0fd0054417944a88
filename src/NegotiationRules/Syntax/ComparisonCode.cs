using System.Globalization;
using System.Text.RegularExpressions;

namespace NegotiationRules.Syntax;

/// <summary>Recognises a comparison that is written as code, <c>agreement.termYears &gt;= 10</c>, to say how it is written here.</summary>
internal static partial class ComparisonCode
{
    /// <summary>The test of a fact that is meant, or <see langword="null"/>.</summary>
    public static string? Suggest(string text) => Comparison().Match(text) is { Success: true } code && BorrowedWords.Operator(code.Groups[2].Value) is { } name
        ? $"{{ \"{code.Groups[1].Value}\": {{ \"{name}\": {Literal(code.Groups[3].Value)} }} }}"
        : null;

    [GeneratedRegex(@"^\s*([\p{L}_][\p{L}\p{Nd}_.\-]*)\s*(==?=?|!==?|<>|>=|<=|>|<)\s*(\S.*?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Comparison();

    private static string Literal(string code) =>
        code is "true" or "false" || decimal.TryParse(code, CultureInfo.InvariantCulture, out _) ? code : $"\"{code.Trim('"', '\'')}\"";
}
