using System.Globalization;

namespace NegotiationRules.Text;

/// <summary>Looks through a text in double quotes as it is written: where it ends, and whether its characters and escapes are
/// JSON.</summary>
internal static class QuotedText
{
    /// <summary>How long it is with its quotes, and whether it is sound; 0 if it is never closed. What is wrong with it is
    /// reported.</summary>
    public static (int Length, bool IsSound) At(SourceText source, int start, ReadingDiagnostics diagnostics)
    {
        var text = source.Text;
        var end = EndOf(text, start);
        if (end < 0)
        {
            var line = text.AsSpan(start).IndexOfAny('\r', '\n');
            diagnostics.TextNeverClosed(source.At(start, line < 0 ? text.Length - start : line));
            return (0, false);
        }

        var isSound = true;
        for (var i = start + 1; i < end; i += Math.Max(1, LengthAt(text, i)))
        {
            isSound &= CheckCharacter(source, i, start, diagnostics);
        }

        var breaks = BreaksIn(text, start, end);
        if (breaks.Count > 0 && !diagnostics.AllowsBreaks)
        {
            diagnostics.LineBreakInText(source.At(start, breaks[0].Start - start), breaks.Select(b => source.At(b.Start, b.Length)));
        }

        return (end + 1 - start, isSound && (breaks.Count == 0 || diagnostics.AllowsBreaks));
    }

    private static bool CheckCharacter(SourceText source, int at, int start, ReadingDiagnostics diagnostics)
    {
        var text = source.Text;
        var length = LengthAt(text, at);
        if (text[at] < ' ' && text[at] is not ('\r' or '\n') && !(text[at] == '\t' && diagnostics.AllowsBreaks))
        {
            diagnostics.ControlCharacter(source.At(at, 1), text[at]);
        }
        else if (length == 0)
        {
            diagnostics.NotAnEscape(source.At(at, Math.Min(2, text.Length - at)));
        }
        else if (length == 6 && IsHalfACharacter(text, at, start))
        {
            diagnostics.HalfACharacter(source.At(at, 6));
        }
        else
        {
            return true;
        }

        return false;
    }

    private static int LengthAt(string text, int at) => text[at] == '\\' ? EscapeAt(text, at) : 1;

    /// <summary>The quotation mark that closes; less than 0 if none does. Behind a line break it must be followed as the end of a text is:
    /// otherwise the text was to end on its line.</summary>
    public static int EndOf(string text, int start)
    {
        var isBroken = false;
        for (var i = start + 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    return !isBroken || IsFollowedAsText(text.AsSpan(i + 1).TrimStart()) ? i : -1;
                case '\\':
                    i++;
                    break;
                case '\r' or '\n':
                    isBroken = true;
                    break;
            }
        }

        return -1;
    }

    private static bool IsFollowedAsText(ReadOnlySpan<char> rest) =>
        rest is [] or [',' or '}' or ']' or ':', ..] || rest.StartsWith("//") || rest.StartsWith("/*");

    private static List<(int Start, int Length)> BreaksIn(string text, int start, int end)
    {
        var breaks = new List<(int Start, int Length)>();
        for (var i = start; i < end; i++)
        {
            if (text[i] is '\r' or '\n')
            {
                breaks.Add((i, text[i] == '\r' && text[i + 1] == '\n' ? 2 : 1));
                i += breaks[^1].Length - 1;
            }
        }

        return breaks;
    }

    // The length of an escape; 0 if it is none. `\'` is none, though other readers take it.
    private static int EscapeAt(string text, int at) =>
        at + 1 >= text.Length ? 0
        : text[at + 1] is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' ? 2
        : UnitAt(text, at) is not null ? 6
        : 0;

    private static char? UnitAt(string text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
            && ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;

    // A pair of surrogates must be written as two escapes; other readers replace a lone one without a word.
    private static bool IsHalfACharacter(string text, int at, int start)
    {
        var unit = UnitAt(text, at)!.Value;
        return char.IsHighSurrogate(unit) ? !(UnitAt(text, at + 6) is { } low && char.IsLowSurrogate(low))
            : char.IsLowSurrogate(unit) && !(at - 6 > start && UnitAt(text, at - 6) is { } high && char.IsHighSurrogate(high));
    }
}
