using System.Globalization;

namespace NegotiationRules.Text;

/// <summary>Text of files on one line of a report. A file may come from anywhere: it must not move the cursor, break the line or turn the
/// direction of writing.</summary>
internal static class OneLine
{
    private const char Replacement = '\uFFFD';

    public static string Of(string text)
    {
        // Nearly all text is plain, and is looked at again and again.
        for (var i = text.AsSpan().IndexOfAnyExceptInRange(' ', '~'); i >= 0 && i < text.Length; i++)
        {
            if (IsStray(text[i]))
            {
                return WithoutStray(text);
            }
        }

        return text;
    }

    private static string WithoutStray(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(each => each == '\t' ? ' ' : IsStray(each) ? Replacement : each));

    private static bool IsStray(char c) => c is < ' ' or > '~' && IsStrayBeyondAscii(c);

    private static bool IsStrayBeyondAscii(char c) =>
        char.IsControl(c)
        || IsTurn(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // Embeddings, overrides and isolates of direction, with what ends them.
    private static bool IsTurn(char c) => c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
