using System.Globalization;
using System.Text;

namespace NegotiationRules.Text;

/// <summary>Reads a text in double quotes that has escapes in it.</summary>
internal static class EscapedText
{
    /// <summary>The text; <see langword="null"/> if it is not closed, or holds anything but plain characters and escapes of whole
    /// ones.</summary>
    /// <param name="quoted">What stands behind the opening quotation mark.</param>
    /// <param name="length">How much of it is the text as written, without the closing quotation mark.</param>
    public static string? Read(ReadOnlySpan<char> quoted, out int length)
    {
        var text = new StringBuilder();
        for (length = 0; length < quoted.Length && quoted[length] >= ' '; length++)
        {
            switch (quoted[length])
            {
                case '"':
                    return text.ToString();
                case '\\' when CharacterAt(quoted[length..], out var escape) is { } character:
                    text.Append(character);
                    length += escape - 1;
                    break;
                case '\\':
                    return null;
                default:
                    text.Append(quoted[length]);
                    break;
            }
        }

        return null;
    }

    /// <summary>The text of which all is known to be good, or has been reported; what is no escape stands as it is.</summary>
    /// <param name="quoted">What stands between the quotation marks.</param>
    public static string ReadAll(ReadOnlySpan<char> quoted)
    {
        if (!quoted.Contains('\\'))
        {
            return quoted.ToString();
        }

        var text = new StringBuilder(quoted.Length);
        while (!quoted.IsEmpty)
        {
            var length = 1;
            text.Append(quoted[0] == '\\' && CharacterAt(quoted, out length, mayBeHalf: true) is { } character ? character : quoted[0]);
            quoted = quoted[Math.Min(length, quoted.Length)..];
        }

        return text.ToString();
    }

    // Halves of characters are left to those who look whether the other half follows.
    private static char? CharacterAt(ReadOnlySpan<char> escape, out int length, bool mayBeHalf = false)
    {
        length = 2;
        switch (escape.Length > 1 ? escape[1] : default)
        {
            case '"' or '\\' or '/':
                return escape[1];
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u'
                when escape.Length >= 6
                    && ushort.TryParse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
                    && (mayBeHalf || !char.IsSurrogate((char)unit)):
                length = 6;
                return (char)unit;
            default:
                return null;
        }
    }
}
