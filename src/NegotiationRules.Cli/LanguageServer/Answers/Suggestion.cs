using System.Globalization;
using NegotiationRules.Cli.LanguageServer.Protocol;

namespace NegotiationRules.Cli.LanguageServer.Answers;

/// <summary>Something that may be written at a place.</summary>
/// <param name="Text">What is written, quotes and all.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Rank">Those with a lower rank come first; of one rank, those that were found first.</param>
internal sealed record Suggestion(string Text, string Label, SuggestionKind Kind, int Rank)
{
    /// <summary>What follows a name: a colon and a value, with places to fill in; <see langword="null"/> of what is no name.</summary>
    public string? Behind { get; init; }

    public string? Detail { get; init; }

    public MarkupText? Documentation { get; init; }

    /// <summary>The same for an editor.</summary>
    /// <param name="range">What it takes the place of.</param>
    /// <param name="hasColon">Whether a colon stands behind that.</param>
    /// <param name="place">Its place among all.</param>
    public CompletionItem ToItem(TextRange range, bool hasColon, int place)
    {
        var hasPlaces = Behind is not null && !hasColon;
        var text = hasPlaces ? Escape(Text) + Behind : Text;
        var order = string.Create(CultureInfo.InvariantCulture, $"{Rank:D1}{place:D5}");
        return new CompletionItem(Label, (int)Kind, Detail, Documentation, order, Text, hasPlaces ? 2 : 1, new WrittenEdit(range, text));
    }

    // Characters that stand for something where there are places to fill in.
    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("$", "\\$", StringComparison.Ordinal)
        .Replace("}", "\\}", StringComparison.Ordinal);
}

/// <summary>What is suggested; the numbers are those of the protocol.</summary>
internal enum SuggestionKind
{
    Function = 3,
    Fact = 5,
    List = 9,
    Key = 10,
    Form = 15,
    Value = 12,
    Word = 13,
    File = 17,
    Name = 18,
    Operator = 24,
}
