using System.Globalization;
using System.Text;

namespace NegotiationRules.Explanation.Rendering;

/// <summary>Breaks a line between words where it would be wider than a terminal.</summary>
internal static class LineWrap
{
    /// <summary>The lines, none wider than <paramref name="width"/> columns but where a single word is.</summary>
    public static IEnumerable<string> Of(string text, int width)
    {
        if (text.Length <= width / 2 || ColumnsOf(text) <= width)
        {
            yield return text;
            yield break;
        }

        var (line, columns) = (new StringBuilder(), 0);
        foreach (var word in text.Split(' '))
        {
            var wide = ColumnsOf(word);
            if (columns > 0 && columns + 1 + wide > width)
            {
                yield return line.ToString();
                line.Clear();
                columns = 0;
            }

            line.Append(columns > 0 ? " " : string.Empty).Append(word);
            columns += wide + (columns > 0 ? 1 : 0);
        }

        yield return line.ToString();
    }

    /// <summary>How many columns a text takes in a terminal: signs of East Asian scripts and pictures take two, combining signs
    /// none.</summary>
    public static int ColumnsOf(string text)
    {
        // Nearly all text is plain.
        var columns = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (columns < 0)
        {
            return text.Length;
        }

        foreach (var rune in text.AsSpan(columns).EnumerateRunes())
        {
            columns +=
                Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
                    ? 0
                : IsWide(rune.Value) ? 2
                : 1;
        }

        return columns;
    }

    // Hangul, the East Asian scripts and their full-width forms, and the planes of pictures.
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
}
