using NegotiationRules.Facts;

namespace NegotiationRules.Explanation.Wording;

/// <summary>
/// What the property of an object is called in a sentence: by the title of the vocabulary, if there is one, else by its name; in quotation
/// marks where that is no noun.
/// </summary>
/// <remarks>When in doubt it stands in quotation marks: "with “from” equal to …" is stiff but never wrong.</remarks>
internal static class PropertyNames
{
    private const int LongestTitle = 40;

    private static readonly HashSet<string> NoNouns = new(StringComparer.Ordinal)
    {
        "about", "after", "against", "are", "as", "at", "before", "between", "by", "can", "during", "for", "from", "had", "has", "have",
            "how", "if", "in", "into", "is", "may", "must", "not", "of", "off", "on",
        "out", "over", "per", "shall", "since", "through", "to", "under", "until", "up", "upon", "via", "was", "what", "when", "where",
            "which", "who", "whom", "whose", "why", "will", "with", "within", "without",
    };

    private static readonly HashSet<string> NounsInEd = new(StringComparer.Ordinal)
        { "bed", "breed", "creed", "deed", "feed", "greed", "need", "reed", "seed", "shed", "speed", "weed" };

    /// <summary>"rank", "“from”", "“notified on”": the words, without an article.</summary>
    public static string Of(string path, FactType type) => WordsOf(path, type) is var words && IsNoun(words) ? words : $"“{words}”";

    /// <summary>"“full powers”": what is true or false has to be told from the words around it.</summary>
    public static string OfFlag(string path, FactType type) => $"“{WordsOf(path, type)}”";

    /// <summary>"a rank", "“from”"</summary>
    public static string WithArticle(string path, FactType type) =>
        WordsOf(path, type) is var words && IsNoun(words) ? IsPlural(words) ? words : Nouns.WithArticle(words) : $"“{words}”";

    /// <summary>"ranks", "“from”"</summary>
    public static string Plural(string path, FactType type) =>
        WordsOf(path, type) is var words && IsNoun(words) ? IsPlural(words) ? words : Nouns.PluralOf(words) : $"“{words}”";

    /// <summary>"the rank", "“from”"</summary>
    public static string WithThe(string path, FactType type) => WordsOf(path, type) is var words && IsNoun(words) ? $"the {words}"
        : $"“{words}”";

    /// <summary>The title in words that fit into a sentence, if it is one thing; otherwise <see langword="null"/>.</summary>
    public static string? TitleOf(FactType type) => TitleWords(type) is { } words && IsNoun(words) ? words : null;

    private static string WordsOf(string path, FactType type) => (path.Contains('.', StringComparison.Ordinal) ? null : TitleWords(type))
        ?? path;

    // "Casus belli" stands as "casus belli", "EU member" as it is.
    private static string? TitleWords(FactType type) =>
        type.Title is not { Length: > 0 and <= LongestTitle } title || title.Any(c => char.IsControl(c) || c is '“' or '”') ? null
        : title.Length > 1 && char.IsUpper(title[1]) ? title
        : char.ToLowerInvariant(title[0]) + title[1..];

    private static bool IsNoun(string words)
    {
        var parts = Nouns.Words(words).Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 0 && !NoNouns.Contains(parts[0]) && !NoNouns.Contains(parts[^1]) && !IsParticiple(parts[0])
            && !IsParticiple(parts[^1]);
    }

    private static bool IsParticiple(string word) => word.EndsWith("ed", StringComparison.Ordinal) && word.Length >= 4
        && !NounsInEd.Contains(word);

    private static bool IsPlural(string words) => Nouns.SingularOf(words[(words.LastIndexOf('.') + 1)..]) is not null;
}
