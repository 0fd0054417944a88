using System.Text.RegularExpressions;
using NegotiationRules.Syntax;
using NegotiationRules.Text;

namespace NegotiationRules.Checking;

/// <summary>Finds out whether a text that stands for a value is the name of something whose value was probably meant.</summary>
internal static partial class NameInText
{
    /// <summary>What to write for it: <c>{ "fact": … }</c>, <c>{ "parameter": … }</c>; <see langword="null"/> if the text names nothing
    /// here.</summary>
    /// <remarks>For a text where only a number, a date or the like can stand.</remarks>
    public static string? ValueMeant(string text, ElementScope scope, Declarations declared)
    {
        var name = text.Trim().TrimStart('$', '@').Trim('{', '}').Trim();
        if (declared.Parameters.ContainsKey(name))
        {
            declared.Used.Add(("parameter", name));
            return $"{{ \"parameter\": \"{name}\" }}";
        }

        if (name.ToUpperInvariant() is "TODAY" or "NOW" && RuleSetChecker.AsOf(declared.Vocabulary) is { } asOf)
        {
            name = asOf.Path;
        }

        return PathResolver.LeadsToValue(name, scope) ? $"{{ \"fact\": \"{name}\" }}" : null;
    }

    /// <summary>The same for a text where text can stand, so that only what hardly is one counts: a path of several parts, an element, a
    /// name in braces.</summary>
    public static string? ValueMeantByText(string text, ElementScope scope, Declarations declared)
    {
        var isInBraces = text.StartsWith('{') && text.EndsWith('}');
        return isInBraces || (text.Contains('.') && !text.Contains(' ')) || scope.NamesElement(text)
            ? ValueMeant(text, scope, declared)
            : null;
    }

    /// <summary>The comparison that a text such as <c>&gt;= 10</c>, <c>at least 10</c> or <c>&gt;= leastTermYears</c> puts into words, as
    /// it is written; otherwise <see langword="null"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="valueMeant">What to write for a name; <see langword="null"/> for what is none.</param>
    public static string? Comparison(string text, Func<string, string?> valueMeant) =>
        Compared().Match(text) is { Success: true } found && BorrowedWords.Operator(found.Groups[1].Value.Trim()) is { } comparison
        && (JsonNumberSpelling.IsGood(found.Groups[2].Value) ? found.Groups[2].Value : valueMeant(found.Groups[2].Value)) is { } value
            ? $"{{ \"{comparison}\": {value} }}"
            : null;

    [GeneratedRegex(
        @"^\s*([<>=!]{1,3}\s*|(?:\p{L}+ +){1,6})(-?[0-9]+(?:\.[0-9]+)?|[$@{]?[\p{L}_][\p{L}\p{Nd}_.\-]*\}?)\s*$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Compared();
}
