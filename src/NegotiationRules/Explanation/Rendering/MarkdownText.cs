using System.Text;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Text as Markdown shows it letter by letter: nothing in it is markup.</summary>
internal static class MarkdownText
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        var line = OneLine.Of(text);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '\\' or '`' or '*' or '[' or ']' or '|' or '~' or '$' or '#' => escaped.Append('\\').Append(c),
                // Between letters an underscore emphasises nothing.
                '_' when !(i > 0 && i + 1 < line.Length && char.IsLetterOrDigit(line[i - 1]) && char.IsLetterOrDigit(line[i + 1])) => escaped.Append("\\_"),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Text that begins a line of its own, where a few more characters would be markup.</summary>
    public static string EscapeLine(string text)
    {
        var escaped = Escape(text);
        var digits = escaped.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return escaped.Length == 0 ? escaped
            : escaped[0] is '-' or '+' or '=' ? $"\\{escaped}"
            : digits > 0 && escaped[digits] is '.' or ')' ? $"{escaped[..digits]}\\{escaped[digits..]}"
            : escaped;
    }

    /// <summary>A citation, linked where it has an address that is safe to follow.</summary>
    public static string Of(Citation citation)
    {
        var text = Escape(citation.ToString());
        return WebAddress.Of(citation.Url) is not { } url ? text : text.Length == 0 ? $"<{url}>" : $"[{text}](<{url}>)";
    }
}
