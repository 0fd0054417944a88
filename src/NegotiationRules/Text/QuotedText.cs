using System.Globalization;

namespace NegotiationRules.Text;

/// <summary>Looks through a text in double quotes as it is written: where it ends, and whether its characters and escapes are JSON.</summary>
internal static class QuotedText
{
    /// <summary>How long it is with its quotes; 0, with a diagnostic, if something is wrong with it.</summary>
    public static int LengthAt(SourceText source, int start, ReadingDiagnostics diagnostics)
    {
        var text = source.Text;
        var i = start + 1;
        while (i < text.Length && text[i] != '"')
        {
            if (text[i] is '\r' or '\n')
            {
                break;
            }

            if (text[i] < ' ')
            {
                diagnostics.ControlCharacter(source.At(i, 1), text[i]);
                return 0;
            }

            var length = text[i] == '\\' ? EscapeAt(text, i) : 1;
            if (length == 0)
            {
                diagnostics.NotAnEscape(source.At(i, Math.Min(2, text.Length - i)));
                return 0;
            }

            if (length == 6 && IsHalfACharacter(text, i, start))
            {
                diagnostics.HalfACharacter(source.At(i, 6));
                return 0;
            }

            i += length;
        }

        if (i < text.Length && text[i] == '"')
        {
            return i + 1 - start;
        }

        diagnostics.TextNeverClosed(source.At(start, i - start));
        return 0;
    }

    // The length of an escape; 0 if it is none. `\'` is not JSON, though the tokeniser takes it.
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

    // A pair of surrogates must be written as two escapes; the tokeniser would replace a lone one without a word.
    private static bool IsHalfACharacter(string text, int at, int start)
    {
        var unit = UnitAt(text, at)!.Value;
        return char.IsHighSurrogate(unit) ? !(UnitAt(text, at + 6) is { } low && char.IsLowSurrogate(low))
            : char.IsLowSurrogate(unit) && !(at - 6 > start && UnitAt(text, at - 6) is { } high && char.IsHighSurrogate(high));
    }
}
