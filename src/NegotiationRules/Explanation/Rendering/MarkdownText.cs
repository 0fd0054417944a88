using System.Text;
using System.Text.RegularExpressions;
using NegotiationRules.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Text as Markdown shows it letter by letter: nothing in it is markup, a link, a mention or a picture, in whichever
/// renderer.</summary>
/// <remarks>
/// One word in backticks stays what it is to all of them, whether they are shown or not. A backslash takes the meaning from a sign for
/// all that read Markdown by its grammar, and cuts bare addresses up for those that look for addresses word by word. Some look through the
/// finished text once more, where no backslash is left: for <c>@names</c>, <c>#numbers</c> and <c>:pictures:</c>. There a joiner of no
/// width parts the sign from what follows.
/// </remarks>
internal static partial class MarkdownText
{
    private const char Joiner = '\u2060';

    public static string Escape(string text)
    {
        var line = OneLine.Of(text).Trim();
        var escaped = new StringBuilder(line.Length + 8);
        var addressEnds = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (i == 0 || line[i - 1] == ' ')
            {
                addressEnds = EndOfAddress(line, i);
            }

            if (EndOfCode(line, i) is var codeEnds && codeEnds > i)
            {
                escaped.Append(line, i, codeEnds - i);
                i = codeEnds - 1;
                continue;
            }

            var (c, next) = (line[i], i + 1 < line.Length ? line[i + 1] : ' ');
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '\\' or '`' or '*' or '[' or ']' or '|' or '~' or '$' => escaped.Append('\\').Append(c),
                '!' when next == '[' => escaped.Append("\\!"),

                // Between letters an underscore emphasises nothing.
                '_' when !(i > 0 && char.IsLetterOrDigit(line[i - 1]) && char.IsLetterOrDigit(next)) => escaped.Append("\\_"),
                '.' when i < addressEnds && char.IsLetterOrDigit(next) => escaped.Append("\\."),
                '/' when next == '/' => escaped.Append("\\/"),
                ':' when next == '/' => escaped.Append("\\:"),
                ':' when IsPicture(line, i) => escaped.Append("\\:").Append(Joiner),
                '@' when char.IsLetterOrDigit(next) => escaped.Append("\\@").Append(Joiner),
                '#' when char.IsDigit(next) => escaped.Append("\\#").Append(Joiner),
                '@' or '#' => escaped.Append('\\').Append(c),
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
            : escaped[0] is '-' or '+' or '=' or ':' ? $"\\{escaped}"
            : digits > 0 && escaped[digits] is '.' or ')' ? $"{escaped[..digits]}\\{escaped[digits..]}"
            : escaped;
    }

    /// <summary>A citation, linked where it has an address that is safe to follow.</summary>
    public static string Of(Citation citation) =>
        WebAddress.Of(citation.Url) is { } url ? Link(citation.ToString(), url) : Escape(citation.ToString());

    /// <summary>An address as a link; as text, if it is none that is safe to follow.</summary>
    public static string OfAddress(string address) => WebAddress.Of(address) is { } url ? Link(string.Empty, url) : Escape(address);

    private static string Link(string text, string url) =>
        string.IsNullOrWhiteSpace(text) ? $"<{url}>" : $"[{Escape(text)}](<{url}>)";

    // `none`, `{member.name}`: nothing in it could be anything else.
    private static int EndOfCode(string line, int start)
    {
        if (line[start] != '`' || (start > 0 && line[start - 1] == '`'))
        {
            return start;
        }

        var end = start + 1;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '.' or '_' or '-' or '{' or '}'))
        {
            end++;
        }

        return end > start + 1 && end < line.Length && line[end] == '`' && (end + 1 == line.Length || line[end + 1] != '`')
            ? end + 1
            : start;
    }

    // `:name:`
    private static bool IsPicture(string line, int colon)
    {
        var end = colon + 1;
        while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] is '_' or '+' or '-'))
        {
            end++;
        }

        return end > colon + 1 && end < line.Length && line[end] == ':';
    }

    // A word that some renderers take for an address, because of how it starts or how it ends: www.example, example.org. Most paths of
    // facts do not look like one.
    private static int EndOfAddress(string line, int start)
    {
        var end = line.IndexOf(' ', start) is >= 0 and var space ? space : line.Length;
        return Address().IsMatch(line.AsSpan(start, end - start)) ? end : start;
    }

    [GeneratedRegex(
        @"www\.|\.(\p{L}{2,3}|aero|asia|coop|info|museum|name|shop|xn--[a-z0-9-]+|[\p{L}-[\x00-\x7F]]\p{L}*)(?![\p{L}\p{N}_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Address();
}
