using NegotiationRules.Editing.Knowledge;
using NegotiationRules.Editing.Places;
using NegotiationRules.Editing.Texts;
using NegotiationRules.Text;

namespace NegotiationRules.Editing.Answers;

/// <summary>Finds what may be written at a place.</summary>
internal static class Completion
{
    /// <param name="files">The files around the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="offset">The place.</param>
    /// <returns><see langword="null"/> in files of which nothing is known, and in remarks.</returns>
    public static SuggestedTexts? At(EditedFiles files, WrittenText text, int offset)
    {
        if (TolerantReader.IsInComment(text.Source, offset) || files.GrammarOf(text) is not { } grammar)
        {
            return null;
        }

        var cursor = Cursor.Find(text, grammar, offset);
        var span = TokenAt(cursor.Span, offset);
        var hasColon = text.Source.Text.AsSpan(span.End).TrimStart() is [':', ..];
        var suggestions = cursor.Part == CursorPart.Name
            ? new NameSuggestions(files, text, grammar).For(cursor)
            : new ValueSuggestions(files, text, grammar).For(cursor);
        return new SuggestedTexts(
            span, [.. suggestions.DistinctBy(one => one.Label).Select(one => hasColon ? one with { Behind = null } : one)
                .OrderBy(one => one.Rank)]);
    }

    // A text without its closing quote is meant as far as it was typed, or what follows on the line would be lost.
    private static Span TokenAt(Span span, int offset) =>
        span.Characters is ['"', .. var rest] && (rest.Length == 0 || rest[^1] != '"')
            ? span with { Length = Math.Max(offset - span.Start, 0) }
            : span;
}
