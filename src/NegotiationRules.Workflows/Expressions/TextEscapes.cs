using System.Globalization;
using System.Text;

namespace NegotiationRules.Workflows.Expressions;

/// <summary>The escapes in a text of an expression: those of .NET's regular expressions, of which the dialect makes use.</summary>
internal static class TextEscapes
{
    /// <summary>The text that was meant; <see langword="null"/> if an escape is none.</summary>
    /// <param name="written">What stands between the quotation marks.</param>
    /// <param name="fault">Where the escape stands that is none.</param>
    public static string? Resolve(ReadOnlySpan<char> written, out Range fault)
    {
        fault = default;
        var from = written.IndexOf('\\');
        if (from < 0)
        {
            return written.ToString();
        }

        var text = new StringBuilder(written.Length).Append(written[..from]);
        while (from < written.Length)
        {
            if (written[from] != '\\')
            {
                text.Append(written[from++]);
                continue;
            }

            var escape = written[from..];
            var length = Read(escape, out var character);
            if (length == 0)
            {
                fault = from..(from + Math.Min(2, escape.Length));
                return null;
            }

            // A backslash at the very end, as in 'a\', counts for nothing.
            if (escape.Length > 1)
            {
                text.Append(character);
            }

            from += length;
        }

        return text.ToString();
    }

    /// <summary>How a text is written between quotation marks of this kind.</summary>
    public static string Write(string text, char quote)
    {
        var written = new StringBuilder(text.Length + 2);
        foreach (var c in text)
        {
            // In single quotes no backslash keeps a quotation mark from closing the text.
            _ = c switch
            {
                '\\' => written.Append("\\\\"),
                '"' when quote == '"' => written.Append("\\\""),
                '\'' when quote == '\'' => written.Append("\\u0027"),
                '\n' => written.Append("\\n"),
                '\r' => written.Append("\\r"),
                '\t' => written.Append("\\t"),
                _ when char.IsControl(c) => written.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => written.Append(c),
            };
        }

        return written.ToString();
    }

    // How many characters an escape has; 0 if it is none.
    private static int Read(ReadOnlySpan<char> escape, out char character)
    {
        var letter = escape.Length > 1 ? escape[1] : '\\';
        character = letter switch
        {
            'a' => '\a',
            'b' => '\b',
            'e' => '\u001B',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            _ => letter,
        };
        return letter switch
        {
            >= '0' and <= '7' => ReadOctal(escape, out character),
            'x' => ReadHexadecimal(escape, 2, out character),
            'u' => ReadHexadecimal(escape, 4, out character),
            'c' => ReadControl(escape, out character),
            _ when character != letter || !IsPartOfWord(letter) => Math.Min(2, escape.Length),
            _ => 0,
        };
    }

    private static int ReadOctal(ReadOnlySpan<char> escape, out char character)
    {
        var (value, length) = (0, 1);
        while (length < Math.Min(4, escape.Length) && escape[length] is >= '0' and <= '7')
        {
            value = (value * 8) + (escape[length++] - '0');
        }

        character = (char)(value & 0xFF);
        return length;
    }

    private static int ReadHexadecimal(ReadOnlySpan<char> escape, int digits, out char character)
    {
        character = default;
        if (
            escape.Length < digits + 2
            || !ushort.TryParse(escape.Slice(2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
        )
        {
            return 0;
        }

        character = (char)value;
        return digits + 2;
    }

    private static int ReadControl(ReadOnlySpan<char> escape, out char character)
    {
        character = escape.Length > 2 ? (char)(char.IsAsciiLetterLower(escape[2]) ? escape[2] - 'a' + 1 : escape[2] - '@') : ' ';
        return character < ' ' ? 3 : 0;
    }

    private static bool IsPartOfWord(char c) =>
        char.IsLetterOrDigit(c) || c is '\u200C' or '\u200D'
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ConnectorPunctuation;
}
