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

    // Halves of characters are left to those who look whether the other half follows.
    private static char? CharacterAt(ReadOnlySpan<char> escape, out int length)
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
                    && !char.IsSurrogate((char)unit):
                length = 6;
                return (char)unit;
            default:
                return null;
        }
    }
}
