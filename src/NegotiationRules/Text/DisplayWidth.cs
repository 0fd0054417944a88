using System.Globalization;
using System.Text;

namespace NegotiationRules.Text;

/// <summary>How many columns text takes on a terminal: characters of East Asia and pictures two, marks on other letters none.</summary>
internal static class DisplayWidth
{
    // Of what is wide in every terminal; the rest of Unicode's table is drawn in one column or in two as the terminal likes.
    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F), (0xFF00, 0xFF60),
            (0xFFE0, 0xFFE6),
        (0x1F1E6, 0x1F1FF), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x1FA70, 0x1FAFF), (0x20000, 0x3FFFD),
    ];

    /// <summary>What is drawn as one: a letter with its marks, a picture that is put together of several.</summary>
    public static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }

    /// <summary>The columns of one element as <see cref="Shown"/> gives it.</summary>
    public static int OfElement(string element)
    {
        Rune.DecodeFromUtf16(element, out var rune, out _);
        return element.Contains('\uFE0F') || Array.Exists(Wide, range => rune.Value >= range.First && rune.Value <= range.Last) ? 2
            : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
            : 1;
    }

    /// <summary>The columns of a text.</summary>
    public static int Of(string text) => Elements(text).Sum(OfElement);

    /// <summary>An element as it may be drawn: what would move the cursor or turn the direction of writing takes one column and says that
    /// it is there.</summary>
    public static string Shown(string element) => element switch
    {
        "\t" => " ",
        [var c, ..] when char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format => "\uFFFD",
        _ when element.AsSpan().IndexOfAnyInRange('\u202A', '\u202E') >= 0
            || element.AsSpan().IndexOfAnyInRange('\u2066', '\u2069') >= 0 => "\uFFFD",
        _ => element,
    };

    /// <summary>Lines of at most so many columns, broken between words; a word that is longer has a line of its own.</summary>
    public static IEnumerable<string> Wrap(string text, int first, int others)
    {
        var line = string.Empty;
        var width = first;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Of(line) + 1 + Of(word) > width)
            {
                yield return line;
                (line, width) = (word, others);
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
