using NegotiationRules.Text;

namespace NegotiationRules.Editing.Answers;

/// <summary>What may be written at a place, likeliest first.</summary>
/// <param name="Replaced">What each takes the place of.</param>
/// <param name="All">The suggestions; those of a lower rank come first, of one rank as they stand.</param>
internal sealed record SuggestedTexts(Span Replaced, IReadOnlyList<Suggestion> All);

/// <summary>Something that may be written at a place.</summary>
/// <param name="Text">What is written, quotes and all.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Rank">Those with a lower rank come first; of one rank, those that were found first.</param>
internal sealed record Suggestion(string Text, string Label, SuggestionKind Kind, int Rank)
{
    /// <summary>What follows a name, where no colon stands behind it yet: a colon and a value; <see langword="null"/> of what is no
    /// name.</summary>
    public Filling? Behind { get; init; }

    public string? Detail { get; init; }

    /// <summary>What it means, in Markdown.</summary>
    public string? Documentation { get; init; }
}

/// <summary>What is suggested.</summary>
internal enum SuggestionKind
{
    Function,
    Fact,
    List,
    Key,
    Form,
    Value,
    Word,
    File,
    Name,
    Operator,
}
