using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Places;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Text;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>What may be written at a place, likeliest first.</summary>
internal static class Completion
{
    public static CompletionList? At(Workspace workspace, OpenDocument document, TextPosition position)
    {
        if (workspace.GrammarOf(document) is not { } grammar)
        {
            return null;
        }

        var offset = position.In(document.Source);
        var cursor = Cursor.Find(document, grammar, offset);
        var span = TokenAt(cursor.Span, offset);
        var range = TextRange.Of(span);
        var hasColon = document.Source.Text.AsSpan(span.End).TrimStart() is [':', ..];
        var suggestions = cursor.Part == CursorPart.Name
            ? new NameSuggestions(workspace, document, grammar).For(cursor)
            : new ValueSuggestions(workspace, document, grammar).For(cursor);
        return new CompletionList(
            IsIncomplete: false,
            [.. suggestions.DistinctBy(one => one.Label).Select((one, place) => one.ToItem(range, hasColon, place))]);
    }

    // A text without its closing quote is meant as far as it was typed, or what follows on the line would be lost.
    private static Span TokenAt(Span span, int offset) =>
        span.Characters is ['"', .. var rest] && (rest.Length == 0 || rest[^1] != '"')
            ? span with { Length = Math.Max(offset - span.Start, 0) }
            : span;
}
