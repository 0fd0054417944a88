using System.Globalization;
using NegotiationRules.Cli.LanguageServer.Knowledge;
using NegotiationRules.Cli.LanguageServer.Protocol;
using NegotiationRules.Cli.LanguageServer.Texts;
using NegotiationRules.Editing.Answers;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>What may be written at a place, and what is shown of it, as the protocol has it.</summary>
internal static class CompletionItems
{
    private const int IsPlain = 1;
    private const int HasPlaces = 2;

    public static CompletionList? At(Workspace workspace, OpenDocument document, TextPosition position) =>
        Completion.At(workspace, document, position.In(document.Source)) is { } found
            ? new CompletionList(IsIncomplete: false, [.. found.All.Select((one, place) => Of(one, TextRange.Of(found.Replaced), place))])
            : null;

    public static HoverText? HoverAt(Workspace workspace, OpenDocument document, TextPosition position) =>
        Hovers.At(workspace, document, position.In(document.Source)) is { } told
            ? new HoverText(new MarkupText(told.Markdown), TextRange.Of(told.Span))
            : null;

    private static CompletionItem Of(Suggestion one, TextRange range, int place)
    {
        var text = one.Behind is { } behind ? Escape(one.Text) + behind.Write(Escape, Place) : one.Text;
        var order = place.ToString("D6", CultureInfo.InvariantCulture);
        return new CompletionItem(
            one.Label, NumberOf(one.Kind), one.Detail, one.Documentation is { } told ? new MarkupText(told) : null, order, one.Text,
            one.Behind is null ? IsPlain : HasPlaces, new WrittenEdit(range, text));
    }

    private static string Place(int number, IReadOnlyList<string> choices)
    {
        var written = number.ToString(CultureInfo.InvariantCulture);
        return choices.Count == 0 ? $"${written}" : $"${{{written}|{string.Join(',', choices)}|}}";
    }

    // Characters that stand for something where there are places to fill in.
    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("$", "\\$", StringComparison.Ordinal)
        .Replace("}", "\\}", StringComparison.Ordinal);

    private static int NumberOf(SuggestionKind kind) => kind switch
    {
        SuggestionKind.Function => 3,
        SuggestionKind.Fact => 5,
        SuggestionKind.List => 9,
        SuggestionKind.Key => 10,
        SuggestionKind.Value => 12,
        SuggestionKind.Word => 13,
        SuggestionKind.Form => 15,
        SuggestionKind.File => 17,
        SuggestionKind.Name => 18,
        SuggestionKind.Operator => 24,
    };
}
